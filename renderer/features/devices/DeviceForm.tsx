import { Checkbox, Input, Select } from 'antd'
import { DEVICE_KINDS } from '../../../shared/contract/devices.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { ClockField } from '../../ui/ClockField.tsx'
import { DayField } from '../../ui/DayField.tsx'
import { Field } from '../../ui/Field.tsx'
import styles from './Devices.module.css'
import type { DeviceDraft } from './device-draft.ts'
import { useZones } from './use-zones.ts'

interface DeviceFormProps {
  draft: DeviceDraft
  /** Field → sentence. */
  problems: Record<string, string>
  onChange: (change: Partial<DeviceDraft>) => void
}

export function DeviceForm({ draft, problems, onChange }: DeviceFormProps) {
  const t = useTranslate()
  const zones = useZones()
  const text = (field: 'name' | 'number' | 'vendor' | 'phone', longest: number, help?: string) => (
    <Field
      label={t(`devices.editor.${field}`)}
      isOptional={field === 'vendor' || field === 'phone'}
      help={help}
      error={problems[field]}
    >
      {(ids) => (
        <Input
          {...ids}
          autoFocus={field === 'name'}
          autoComplete="off"
          maxLength={longest}
          value={draft[field]}
          onChange={(event) => onChange({ [field]: event.target.value })}
        />
      )}
    </Field>
  )
  return (
    <>
      <div className={styles.pair}>
        {text('name', 60)}
        {text('number', 40, t('devices.editor.numberHelp'))}
      </div>
      <div className={styles.pair}>
        <Field label={t('devices.editor.kind')} error={problems.kind}>
          {(ids) => (
            <Select
              {...ids}
              value={draft.kind}
              options={DEVICE_KINDS.map((kind) => ({ value: kind, label: t(`devices.kind.${kind}`) }))}
              onChange={(kind) => onChange({ kind })}
            />
          )}
        </Field>
        <Field label={t('devices.editor.zone')} isOptional help={t('devices.editor.zoneHelp')} error={problems.zone}>
          {(ids) => (
            <Select
              {...ids}
              allowClear
              showSearch={{ optionFilterProp: 'label' }}
              value={draft.zone}
              options={zones.options}
              onChange={(zone) => onChange({ zone: zone ?? null })}
            />
          )}
        </Field>
      </div>
      <div className={styles.pair}>
        {text('vendor', 60)}
        {text('phone', 40)}
      </div>
      <div className={styles.pair}>
        <Field label={t('devices.editor.installedOn')} isOptional error={problems.installedOn}>
          {(ids) => (
            <DayField {...ids} value={draft.installedOn} onChange={(installedOn) => onChange({ installedOn })} />
          )}
        </Field>
        <Field
          label={t('devices.editor.switchedOffOn')}
          isOptional
          help={t('devices.editor.switchedOffHelp')}
          error={problems.switchedOffOn}
        >
          {(ids) => (
            <DayField {...ids} value={draft.switchedOffOn} onChange={(switchedOffOn) => onChange({ switchedOffOn })} />
          )}
        </Field>
      </div>
      <Checkbox checked={draft.hasOwnHours} onChange={(event) => onChange({ hasOwnHours: event.target.checked })}>
        {t('devices.editor.ownHours')}
      </Checkbox>
      {draft.hasOwnHours && (
        <div className={styles.hours}>
          <Field label={t('devices.editor.open')} error={problems['hours.open'] ?? problems.hours}>
            {(ids) => <ClockField {...ids} value={draft.open} onChange={(open) => onChange({ open })} />}
          </Field>
          <Field label={t('devices.editor.close')} help={t('devices.editor.closeHelp')} error={problems['hours.close']}>
            {(ids) => <ClockField {...ids} value={draft.close} onChange={(close) => onChange({ close })} />}
          </Field>
          <Checkbox checked={draft.onClosedDays} onChange={(event) => onChange({ onClosedDays: event.target.checked })}>
            {t('devices.editor.onClosedDays')}
          </Checkbox>
        </div>
      )}
    </>
  )
}
