import { Input } from 'antd'
import type { FieldIds } from './Field.tsx'

/** A time of day as `HH:MM`; `825` becomes `08:25` when the field is left. */
export function ClockField({
  value,
  onChange,
  isWrong = false,
  label,
  ...ids
}: Partial<FieldIds> & {
  value: string
  onChange: (clock: string) => void
  isWrong?: boolean
  /** For a field without a label of its own. */
  label?: string
}) {
  return (
    <Input
      {...ids}
      {...(isWrong && { status: 'error' as const })}
      {...(label && { 'aria-label': label })}
      style={{ width: 76 }}
      maxLength={5}
      inputMode="numeric"
      placeholder="--:--"
      autoComplete="off"
      value={value}
      onChange={(event) => onChange(event.target.value.replace(/\uff1a/, ':'))}
      onBlur={() => onChange(completeClock(value))}
    />
  )
}

export function completeClock(text: string): string {
  const parts = /^(\d{1,2}):?(\d{2})$/.exec(text.trim())
  return parts ? `${(parts[1] ?? '').padStart(2, '0')}:${parts[2]}` : text.trim()
}

export function isClock(text: string): boolean {
  return /^([01]\d|2[0-3]):[0-5]\d$/.test(text)
}
