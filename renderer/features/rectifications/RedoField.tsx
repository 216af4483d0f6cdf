import { Checkbox } from 'antd'
import { REDO_STEPS, type RectificationCard, type RedoStep } from '../../../shared/contract/rectifications.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Field } from '../../ui/Field.tsx'

interface RedoFieldProps {
  card: RectificationCard
  value: RedoStep[]
  problem: string | undefined
  onChange: (redo: RedoStep[]) => void
}

/** Which steps are to be done again; the owner's form then asks for exactly those. */
export function RedoField({ card, value, problem, onChange }: RedoFieldProps) {
  const t = useTranslate()
  const steps = REDO_STEPS.filter((step) => step !== 'photo' || card.photoAllowed)
  return (
    <Field label={t('rectifications.form.redo')} help={t('rectifications.form.redoHelp')} error={problem}>
      {({ id }) => (
        <Checkbox.Group
          {...{ id }}
          value={value}
          options={steps.map((step) => ({ value: step, label: t(`rectifications.redo.${step}`) }))}
          onChange={onChange}
        />
      )}
    </Field>
  )
}
