import { expect, it } from 'vitest'
import { lastDays, shiftMonth } from './period.ts'

it.each([
  ['2026-11-01', -1, { from: '2026-10-01', to: '2026-10-31' }],
  ['2026-01-15', -1, { from: '2025-12-01', to: '2025-12-31' }],
  ['2026-12-01', 1, { from: '2027-01-01', to: '2027-01-31' }],
  ['2028-01-01', 1, { from: '2028-02-01', to: '2028-02-29' }],
])('%s moved by %i months', (from, months, expected) => {
  expect(shiftMonth({ from, to: from }, months)).toEqual(expected)
})

it('counts today among the last days', () => {
  expect(lastDays('2026-11-22', 90)).toEqual({ from: '2026-08-25', to: '2026-11-22' })
})
