import { Button, Input } from 'antd'
import { type FormEvent, useState } from 'react'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { formatTime } from '../../../app/formats.ts'
import { useSignedIn } from '../../../app/session.ts'
import { useTranslate } from '../../../app/use-translate.ts'
import { serviceNow } from '../../../services/clock.ts'
import { Field } from '../../../ui/Field.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import dialog from './Dialog.module.css'
import { seenInstant } from './seen-instant.ts'
import type { Round } from './use-round.ts'

interface SeenAtDialogProps {
  round: Round
  patrol: PatrolSummary
  onClose: () => void
}

/** Late entry: when was the hall looked at? Asked once, changeable in the banner. */
export function SeenAtDialog({ round, patrol, onClose }: SeenAtDialogProps) {
  const t = useTranslate()
  const { zone, today } = useSignedIn()
  const isToday = patrol.on === today
  const known = round.store.getState().seenAt
  const [clock, setClock] = useState(formatTime(known ?? patrol.windowStart, zone))
  const [isWrong, setWrong] = useState(false)

  function answer(seenAt: number | null): void {
    round.store.setState({ seenAt })
    onClose()
  }

  /** Leaving without a choice means "now" on the day itself, else the start of the window, as the service does. */
  function leave(): void {
    if (known === undefined) round.store.setState({ seenAt: isToday ? null : patrol.windowStart })
    onClose()
  }

  function submit(event: FormEvent): void {
    event.preventDefault()
    const at = seenInstant(clock, patrol.on, zone)
    if (at === undefined || at > serviceNow()) setWrong(true)
    else answer(at)
  }

  return (
    <Overlay label={t('patrols.seenAtDialog.title')} width={440} onClose={leave}>
      <form className={dialog.dialog} onSubmit={submit}>
        <h1>{t('patrols.seenAtDialog.title')}</h1>
        <p className="muted">{t('patrols.seenAtDialog.text')}</p>
        <Field
          label={`${t('patrols.seenAtDialog.label')} ${patrol.on}`}
          error={isWrong ? t('patrols.seenAtDialog.wrong') : undefined}
        >
          {(ids) => (
            <Input
              {...ids}
              data-autofocus
              autoComplete="off"
              maxLength={5}
              value={clock}
              onChange={(event) => {
                setClock(event.target.value)
                setWrong(false)
              }}
            />
          )}
        </Field>
        <div className={dialog.foot}>
          {isToday && <Button onClick={() => answer(null)}>{t('patrols.seenAtDialog.now')}</Button>}
          <Button type="primary" htmlType="submit">
            {t('patrols.seenAtDialog.at')} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </form>
    </Overlay>
  )
}
