import { Input } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import { Field } from '../../ui/Field.tsx'

interface NameFieldProps {
  name: string
  problem: string | undefined
  onChange: (change: { name: string }) => void
}

export function NameField({ name, problem, onChange }: NameFieldProps) {
  const t = useTranslate()
  return (
    <Field label={t('people.list.name')} error={problem}>
      {(ids) => (
        <Input
          {...ids}
          autoFocus
          autoComplete="off"
          maxLength={40}
          value={name}
          onChange={(event) => onChange({ name: event.target.value })}
        />
      )}
    </Field>
  )
}
