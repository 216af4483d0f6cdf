import { Select } from 'antd'
import { useTranslate } from '../../app/use-translate.ts'
import { SEARCH_BY_WORDS } from '../../ui/early-choice.ts'
import type { FieldIds } from '../../ui/Field.tsx'
import { type OwnerChoice, useOwnerOptions } from './use-names.ts'

interface OwnerPickerProps extends Partial<FieldIds> {
  value: OwnerChoice | undefined
  placeholder?: string
  isFirst?: boolean
  onChange: (owner: OwnerChoice | undefined) => void
}

/** A person, or a post in whose queue the task then lies. */
export function OwnerPicker({ value, placeholder, isFirst = false, onChange, ...ids }: OwnerPickerProps) {
  const t = useTranslate()
  return (
    <Select<OwnerChoice | null>
      {...ids}
      autoFocus={isFirst}
      allowClear
      showSearch={SEARCH_BY_WORDS}
      value={value ?? null}
      placeholder={placeholder ?? t('rectifications.form.ownerHint')}
      options={useOwnerOptions()}
      onChange={(owner) => onChange(owner ?? undefined)}
    />
  )
}
