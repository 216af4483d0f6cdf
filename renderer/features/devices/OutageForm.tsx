import { Checkbox, Input, Select } from 'antd'
import type { Device } from '../../../shared/contract/devices.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { ClockField } from '../../ui/ClockField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './Devices.module.css'
import { type MomentName, type OutageDraft, withClock } from './outage-draft.ts'

interface OutageFormProps {
  draft: OutageDraft
  /** To choose from; absent where the outage has its device. */
  devices: readonly Device[] | undefined
  /** Field → sentence. */
  problems: Record<string, string>
  /** Something that stood before is changed. */
  needsReason: boolean
  onChange: (change: Partial<OutageDraft>) => void
}

export function OutageForm({ draft, devices, problems, needsReason, onChange }: OutageFormProps) {
  const t = useTranslate()
  const moment = (name: MomentName, label: string, help?: string) => (
    <Field label={label} isOptional={name !== 'startAt'} help={help} error={problems[name]}>
      {(ids) => (
        <span className={styles.moment}>
          <DayField
            {...ids}
            value={draft[name].day}
            onChange={(day) => onChange({ [name]: { ...draft[name], day } })}
          />
          <ClockField
            label={`${label} HH:MM`}
            isWrong={Boolean(problems[name])}
            value={draft[name].clock}
            onChange={(clock) => onChange({ [name]: withClock(draft, name, clock) })}
          />
        </span>
      )}
    </Field>
  )
  const text = (name: 'reason' | 'ticket' | 'vendor', longest: number) => (
    <Field label={t(`devices.outage.${name}`)} isOptional error={problems[name]}>
      {(ids) => (
        <Input
          {...ids}
          autoComplete="off"
          maxLength={longest}
          value={draft[name]}
          onChange={(event) => onChange({ [name]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      {devices && (
        <Field label={t('devices.outage.device')} error={problems.device}>
          {(ids) => (
            <Select
              {...ids}
              autoFocus
              showSearch={{ optionFilterProp: 'words' }}
              value={draft.device}
              options={devices.map(({ uid, name, number, pinyin }) => ({
                value: uid,
                label: `${name} ${number}`,
                words: `${name} ${number} ${pinyin}`.toLowerCase(),
              }))}
              onChange={(device) => onChange({ device })}
            />
          )}
        </Field>
      )}
      {moment('startAt', t('devices.outage.start'))}
      {moment('endAt', t('devices.outage.end'), t('devices.outage.endHelp'))}
      <Field label={t('devices.outages.kind')} help={t('devices.outage.partialHelp')}>
        {(ids) => (
          <Checkbox
            id={ids.id}
            checked={draft.isPartial}
            onChange={(event) => onChange({ isPartial: event.target.checked })}
          >
            {t('devices.outage.partial')}
          </Checkbox>
        )}
      </Field>
      {text('reason', 200)}
      <div className={styles.pair}>
        {text('ticket', 60)}
        {text('vendor', 60)}
      </div>
      {moment('calledAt', t('devices.outage.called'))}
      {moment('arrivedAt', t('devices.outage.arrived'))}
      {moment('repairedAt', t('devices.outage.repaired'))}
      {needsReason && (
        <Field
          label={t('devices.outage.correction')}
          help={t('devices.outage.correctionHelp')}
          error={problems.correction}
        >
          {(ids) => (
            <Input
              {...ids}
              autoComplete="off"
              maxLength={200}
              value={draft.correction}
              onChange={(event) => onChange({ correction: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  )
}
