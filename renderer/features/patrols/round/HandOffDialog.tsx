import { useMutation, useQuery } from '@tanstack/react-query'
import { Input } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { isComposing } from '../../../app/shortcut.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Avatar } from '../../../ui/Avatar.tsx'
import { Failure } from '../../../ui/Failure.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import { notify } from '../../../ui/toast-store.ts'
import dialog from './Dialog.module.css'
import type { RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'

interface HandOffDialogProps {
  round: Round
  book: RoundBook
  onClose: () => void
}

/** Who takes the zone under the cursor. Typing finds by name or pinyin, arrows choose, Enter hands it over. */
export function HandOffDialog({ round, book, onClose }: HandOffDialogProps) {
  const t = useTranslate()
  const language = useLanguage()
  const api = useApi()
  const [query, setQuery] = useState('')
  const [at, setAt] = useState(0)
  const people = useQuery(api.people.list.queryOptions({ input: {} }))
  const assign = useMutation(api.patrols.assignZone.mutationOptions({ meta: { showsFailure: true } }))
  const [zoneId] = useState(() => book.itemById.get(round.store.getState().cursor ?? '')?.zone ?? '')
  const zone = book.sheet.zones.find(({ id }) => id === zoneId)
  const name = zone ? textIn(zone, language) : ''
  const wanted = query.trim().toLowerCase()
  const found = (people.data ?? []).filter((one) => one.name.includes(query.trim()) || one.pinyin.includes(wanted))
  const choices = [
    ...found.map((person) => ({
      uid: person.uid as string | null,
      name: person.name,
      post: t(`posts.${person.post}`),
    })),
    ...(wanted === '' ? [{ uid: null, name: t('patrols.handOff.nobody'), post: '' }] : []),
  ]

  function hand(choice: (typeof choices)[number] | undefined): void {
    if (!choice) return
    assign.mutate(
      { uid: book.sheet.patrol.uid, zone: zoneId, personUid: choice.uid },
      {
        onSuccess() {
          const text = choice.uid
            ? t('patrols.handOff.done', { zone: name, name: choice.name })
            : t('patrols.handOff.cleared', { zone: name })
          notify({ tone: 'done', text })
          onClose()
        },
      },
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    if (isComposing(event.nativeEvent)) return
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key]
    if (step) setAt((at + step + choices.length) % Math.max(1, choices.length))
    else if (event.key === 'Enter') hand(choices[at])
    else return
    event.preventDefault()
  }

  return (
    <Overlay label={t('patrols.handOff.title', { zone: name })} width={420} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the field carries the keyboard for the list */}
      <div className={dialog.dialog} onKeyDown={onKeyDown}>
        <h1>{t('patrols.handOff.title', { zone: name })}</h1>
        <p className="muted">{t('patrols.handOff.text')}</p>
        <Input
          data-autofocus
          autoFocus
          value={query}
          placeholder={t('patrols.handOff.find')}
          aria-label={t('patrols.handOff.find')}
          onChange={(event) => {
            setQuery(event.target.value)
            setAt(0)
          }}
        />
        {assign.error && <Failure error={assign.error} />}
        <div className={`${dialog.choices} ${dialog.scroll}`} role="radiogroup">
          {choices.map((choice, index) => (
            // biome-ignore lint/a11y/useSemanticElements: the field above carries the keyboard
            <button
              key={choice.uid ?? 'nobody'}
              type="button"
              role="radio"
              aria-checked={index === at}
              tabIndex={-1}
              className={dialog.choice}
              onClick={() => hand(choice)}
            >
              {choice.uid && <Avatar name={choice.name} size={24} />}
              {choice.name}
              <span className={`faint ${dialog.mark}`}>{choice.post}</span>
            </button>
          ))}
        </div>
      </div>
    </Overlay>
  )
}
