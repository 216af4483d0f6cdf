import { Button } from 'antd'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import dialog from './Dialog.module.css'
import { otherWalker, type RoundBook } from './round-book.ts'
import type { Round } from './use-round.ts'

interface PassRestDialogProps {
  round: Round
  book: RoundBook
  zone: string
  onConfirm: () => void
  onClose: () => void
}

/** The zone is somebody else's: passing its rest for them takes a second key. */
export function PassRestDialog({ round, book, zone, onConfirm, onClose }: PassRestDialogProps) {
  const t = useTranslate()
  const language = useLanguage()
  const { person } = useSignedIn()
  const of = book.sheet.zones.find(({ id }) => id === zone)
  const title = t('patrols.rest.othersTitle', { name: otherWalker(book.sheet, zone, person.uid) ?? '' })
  return (
    <Overlay label={title} width={480} onClose={onClose}>
      <div className={dialog.dialog}>
        <h1>{title}</h1>
        <p className="muted">
          {t('patrols.rest.othersText', {
            zone: of ? textIn(of, language) : '',
            count: round.actions.restOf(zone).passing.length,
          })}
        </p>
        <div className={dialog.foot}>
          <Button onClick={onClose}>
            {t('common.cancel')} <Kbd keys="Esc" />
          </Button>
          <Button type="primary" data-autofocus onClick={onConfirm}>
            {t('patrols.rest.othersGo')} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </div>
    </Overlay>
  )
}
