import { useMutation, useQuery } from '@tanstack/react-query'
import { Button, Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { isComposing } from '../../../app/shortcut.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import { notify } from '../../../ui/toast-store.ts'
import dialog from './Dialog.module.css'
import { PersonChoices, usePersonChoices } from './PersonChoices.tsx'
import type { RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'
import { ZoneChoices } from './ZoneChoices.tsx'

interface HandOffDialogProps {
  round: Round
  book: RoundBook
  onClose: () => void
}

/** Who takes these zones, at first the one under the cursor. Typing finds a person, arrows choose, Enter hands over. */
export function HandOffDialog({ round, book, onClose }: HandOffDialogProps) {
  const t = useTranslate()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const [zones, setZones] = useState<readonly string[]>(() => {
    const zone = book.itemById.get(round.store.getState().cursor ?? '')?.zone
    return zone ? [zone] : []
  })
  const people = useQuery(useApi().people.list.queryOptions({ input: {} }))
  const choices = usePersonChoices(people.data ?? [], query)
  const hand = useHandOver(book, onClose)
  const chosen = choices[at]
  const isReady = chosen !== undefined && zones.length > 0

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    const isOnButton = event.target instanceof HTMLButtonElement
    if (event.key !== 'Enter' || isOnButton) return
    event.preventDefault()
    if (isReady) hand.run(zones, chosen)
  }

  function onArrow(event: KeyboardEvent): void {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (!step || isComposing(event.nativeEvent)) return
    event.preventDefault()
    setAt((at + step + choices.length) % Math.max(1, choices.length))
  }

  return (
    <Overlay label={t('patrols.handOff.title')} width={680} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: Enter hands over from the field and from the list */}
      <div className={dialog.dialog} onKeyDown={onKeyDown}>
        <h1>{t('patrols.handOff.title')}</h1>
        <p className="muted">{t('patrols.handOff.text')}</p>
        <div className={dialog.halves}>
          <div className={dialog.half}>
            <h2>{t('patrols.handOff.to')}</h2>
            <Input
              data-autofocus
              autoFocus
              value={query}
              placeholder={t('patrols.handOff.find')}
              aria-label={t('patrols.handOff.find')}
              onKeyDown={onArrow}
              onChange={(event) => {
                setQuery(event.target.value)
                setAt(0)
              }}
            />
            <PersonChoices choices={choices} at={at} isLoading={people.isPending} onChoose={setAt} />
          </div>
          <ZoneChoices book={book} chosen={zones} onChoose={setZones} />
        </div>
        {hand.error && <Failure error={hand.error} />}
        <div className={dialog.foot}>
          <span className={dialog.hint}>{t('patrols.handOff.hint')}</span>
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button
            type="primary"
            disabled={!isReady}
            loading={hand.isPending}
            onClick={() => isReady && hand.run(zones, chosen)}
          >
            {t('patrols.handOff.go', { count: zones.length })} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </div>
    </Overlay>
  )
}

function useHandOver(book: RoundBook, onClose: () => void) {
  const t = useTranslate()
  const language = useLanguage()
  const { mutate, error, isPending } = useMutation(
    useApi().patrols.assignZones.mutationOptions({ meta: { showsFailure: true } }),
  )

  function words(zones: readonly string[], to: { uid: string | null; name: string }): string {
    const only = zones.length === 1 ? book.sheet.zones.find(({ id }) => id === zones[0]) : undefined
    const zone = only ? textIn(only, language) : ''
    if (to.uid === null) {
      return only ? t('patrols.handOff.cleared', { zone }) : t('patrols.handOff.clearedMany', { count: zones.length })
    }
    return only
      ? t('patrols.handOff.done', { zone, name: to.name })
      : t('patrols.handOff.doneMany', { count: zones.length, name: to.name })
  }

  const run = (zones: readonly string[], to: { uid: string | null; name: string }) =>
    mutate(
      { uid: book.sheet.patrol.uid, zones: [...zones], personUid: to.uid },
      {
        onSuccess() {
          notify({ tone: 'done', text: words(zones, to) })
          onClose()
        },
      },
    )
  return { run, error, isPending }
}
