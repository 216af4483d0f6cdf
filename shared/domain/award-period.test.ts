import { expect, it } from 'vitest'
import { grantedBy, periodOfFacts, proposePeriod } from './award-period.ts'

it.each([
  ['weekly', '2026-11-23', '2026-11-16', '2026-11-22'],
  ['weekly', '2026-11-22', '2026-11-09', '2026-11-15'],
  ['monthly', '2026-11-23', '2026-10-01', '2026-10-31'],
  ['monthly', '2026-01-02', '2025-12-01', '2025-12-31'],
  ['monthly', '2028-03-01', '2028-02-01', '2028-02-29'],
  ['quarterly', '2026-11-23', '2026-07-01', '2026-09-30'],
  ['quarterly', '2026-02-01', '2025-10-01', '2025-12-31'],
  ['semiannual', '2026-11-23', '2026-01-01', '2026-06-30'],
  ['semiannual', '2026-03-01', '2025-07-01', '2025-12-31'],
  ['annual', '2026-11-23', '2025-01-01', '2025-12-31'],
  ['anytime', '2026-11-23', '2026-10-25', '2026-11-23'],
] as const)('proposes for a %s award on %s the days %s to %s', (cycle, today, from, to) => {
  expect(proposePeriod(cycle, today)).toEqual({ from, to })
})

it('never leaves a fact out of the period it proposes', () => {
  const within = { from: '2026-10-03', to: '2026-10-31' }
  expect(periodOfFacts('monthly', '2026-11-23', within)).toEqual({ from: '2026-10-01', to: '2026-10-31' })
  const beyond = { from: '2026-09-30', to: '2026-11-20' }
  expect(periodOfFacts('monthly', '2026-11-23', beyond)).toEqual(beyond)
})

it('knows by when the awards of a period are given', () => {
  expect(grantedBy('monthly', '2026-12-01').on).toBe('2026-12-05')
  expect(grantedBy('quarterly', '2026-11-23').on).toBe('2026-10-15')
})
