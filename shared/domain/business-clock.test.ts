import { expect, it } from 'vitest'
import { addBusinessHours, type BusinessHours } from './business-clock.ts'
import { weekdayOf } from './business-day.ts'

const CALENDAR: BusinessHours = {
  zone: 'Asia/Shanghai',
  hoursOf: (day) => (weekdayOf(day) <= 5 ? { open: 9 * 60, close: 17 * 60 } : null),
}
const at = (local: string) => Date.parse(`${local}:00+08:00`)

it.each([
  ['4 hours inside the day', '2026-11-23T10:00', 4, '2026-11-23T14:00'],
  ['4 hours over the night', '2026-11-23T16:00', 4, '2026-11-24T12:00'],
  ['4 hours over the weekend', '2026-11-27T16:00', 4, '2026-11-30T12:00'],
  ['1 hour before opening', '2026-11-23T08:00', 1, '2026-11-23T10:00'],
  ['1 hour on a Sunday', '2026-11-22T12:00', 1, '2026-11-23T10:00'],
  ['24 hours', '2026-11-23T08:20', 24, '2026-11-24T08:20'],
  ['24 hours from Friday', '2026-11-27T08:20', 24, '2026-11-30T08:20'],
  ['72 hours', '2026-11-26T10:00', 72, '2026-12-01T10:00'],
])('%s', (_what, from, hours, due) => {
  expect(addBusinessHours(at(from), hours, CALENDAR)).toBe(at(due))
})
