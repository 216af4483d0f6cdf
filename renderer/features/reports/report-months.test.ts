import { expect, it } from 'vitest'
import { stepMonth, usualMonth } from './report-months.ts'

it('opens the month that people write about', () => {
  expect(usualMonth('2026-12-04', ['2026-12', '2026-11'])).toBe('2026-11')
  expect(usualMonth('2026-12-06', ['2026-12', '2026-11'])).toBe('2026-12')
  expect(usualMonth('2026-12-01', ['2026-12'])).toBe('2026-12')
})

it('steps over the turn of the year', () => {
  expect(stepMonth('2026-12', 1)).toBe('2027-01')
  expect(stepMonth('2026-01', -1)).toBe('2025-12')
})
