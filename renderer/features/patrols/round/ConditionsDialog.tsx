import { useMutation } from '@tanstack/react-query'
import { Button } from 'antd'
import { type KeyboardEvent, useState } from 'react'
import { textIn } from '../../../../shared/messages/text-in.ts'
import { useLanguage, useTranslate } from '../../../app/use-translate.ts'
import { useApi } from '../../../services/use-client.ts'
import { Failure } from '../../../ui/Failure.tsx'
import { Kbd } from '../../../ui/Kbd.tsx'
import { Overlay } from '../../../ui/Overlay.tsx'
import dialog from './Dialog.module.css'
import { useDayConditions } from './use-day-conditions.ts'

/** The questions of the day: a digit switches one, Enter confirms all; what is not switched on is answered "no". */
export function ConditionsDialog({ on, onClose }: { on: string; onClose: () => void }) {
  const t = useTranslate()
  const language = useLanguage()
  const conditions = useDayConditions(on) ?? []
  const [changed, setChanged] = useState<Record<string, boolean>>({})
  const save = useMutation(useApi().patrols.setConditions.mutationOptions({ meta: { showsFailure: true } }))
  const isOn = (id: string) => changed[id] ?? conditions.find((one) => one.id === id)?.value ?? false
  const toggle = (id: string) => setChanged({ ...changed, [id]: !isOn(id) })

  function confirm(): void {
    save.mutate(
      { on, conditions: Object.fromEntries(conditions.map(({ id }) => [id, isOn(id)])) },
      { onSuccess: onClose },
    )
  }

  function onKeyDown(event: KeyboardEvent): void {
    const asked = conditions[Number(event.key) - 1]
    if (asked) toggle(asked.id)
    else if (event.key === 'Enter') confirm()
    else return
    event.preventDefault()
  }

  return (
    <Overlay label={t('patrols.conditionsDialog.title')} width={460} onClose={onClose}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits switch the buttons inside */}
      <div className={dialog.dialog} onKeyDown={onKeyDown}>
        <h1>{t('patrols.conditionsDialog.title')}</h1>
        <p className="muted">{t('patrols.conditionsDialog.text')}</p>
        <div className={dialog.choices}>
          {conditions.map((condition, index) => (
            <button
              key={condition.id}
              type="button"
              className={dialog.choice}
              aria-pressed={isOn(condition.id)}
              onClick={() => toggle(condition.id)}
            >
              <Kbd keys={String(index + 1)} />
              {textIn(condition, language)}
              <span className={dialog.mark}>{t(isOn(condition.id) ? 'common.yes' : 'common.no')}</span>
            </button>
          ))}
        </div>
        {save.error && <Failure error={save.error} />}
        <div className={dialog.foot}>
          <span className={dialog.hint}>{t('patrols.conditionsDialog.hint')}</span>
          <Button onClick={onClose}>{t('patrols.conditionsDialog.later')}</Button>
          <Button type="primary" data-autofocus loading={save.isPending} onClick={confirm}>
            {t('patrols.conditionsDialog.save')} <Kbd keys="Enter" onDark />
          </Button>
        </div>
      </div>
    </Overlay>
  )
}
