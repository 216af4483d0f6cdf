import { DatePicker } from 'antd'
import dayjs from 'dayjs'
import type { FieldIds } from './Field.tsx'

/** A local business day as `YYYY-MM-DD`; may be typed. */
export function DayField({
  value,
  onChange,
  ...ids
}: Partial<FieldIds> & {
  value: string | null
  onChange: (day: string | null) => void
  'aria-label'?: string
  placeholder?: string
}) {
  return (
    <DatePicker
      {...ids}
      value={value ? dayjs(value) : null}
      format="YYYY-MM-DD"
      onChange={(day) => onChange(day ? day.format('YYYY-MM-DD') : null)}
    />
  )
}
