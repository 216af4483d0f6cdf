import { expect, it } from 'vitest'
import { lastDayWithRounds } from './last-day.ts'

const days = [
  { on: '2026-11-20', patrols: [1] },
  { on: '2026-11-21', patrols: [] },
  { on: '2026-11-22', patrols: [] },
  { on: '2026-11-23', patrols: [1] },
  { on: '2026-11-24', patrols: [1] },
]

it('goes back over the weekend, and never ahead', () => {
  expect(lastDayWithRounds(days, '2026-11-23')).toBe('2026-11-20')
  expect(lastDayWithRounds(days, '2026-11-20')).toBe('2026-11-20')
})
