import { expect, it } from 'vitest'
import { addBusinessHours, type BusinessHours, businessDaysBefore, businessDaysSince } from './business-clock.ts'
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

it.each([
  ['2026-11-26T17:00', '2026-11-27T16:59', 0],
  ['2026-11-26T17:00', '2026-11-27T17:00', 1],
  ['2026-11-27T17:00', '2026-11-29T20:00', 0],
  ['2026-11-27T17:00', '2026-11-30T17:00', 1],
  ['2026-11-28T12:00', '2026-11-30T12:00', 0],
  ['2026-11-28T12:00', '2026-12-01T00:00', 1],
  ['2026-11-02T09:00', '2026-11-30T12:00', 5],
])('between %s and %s lie %i business days, at most five', (from, now, days) => {
  expect(businessDaysSince(at(from), at(now), CALENDAR, 5)).toBe(days)
})

it('never falls while time passes, nor with what was due earlier', () => {
  const HOUR_MS = 3_600_000
  const instants = Array.from({ length: 24 * 9 }, (_, hour) => at('2026-11-25T12:00') + hour * HOUR_MS)
  const dues = instants.filter((_, index) => index % 5 === 0)
  for (const due of dues) {
    const days = instants.filter((now) => now >= due).map((now) => businessDaysSince(due, now, CALENDAR, 9))
    expect(days).toEqual([...days].sort((a, b) => a - b))
  }
  const latest = at('2026-12-04T11:00')
  const days = dues.map((due) => businessDaysSince(due, latest, CALENDAR, 9))
  expect(days).toEqual([...days].sort((a, b) => b - a))
  expect(businessDaysBefore(at('2026-11-30T12:00'), 1, CALENDAR)).toBe(at('2026-11-27T12:00'))
})
