import { expect, it } from 'vitest'
import { ascending, monthsOf, positionOf, quantile, weeksOf } from './spans.ts'

it('cuts the weeks at both ends of the period', () => {
  expect(weeksOf('2026-11-05', '2026-11-17')).toEqual([
    { from: '2026-11-05', to: '2026-11-08' },
    { from: '2026-11-09', to: '2026-11-15' },
    { from: '2026-11-16', to: '2026-11-17' },
  ])
  expect(weeksOf('2026-11-16', '2026-11-16')).toEqual([{ from: '2026-11-16', to: '2026-11-16' }])
})

it.each([
  [9, -1],
  [10, 0],
  [19, 0],
  [20, 1],
  [99, 2],
])('finds the week of %i at %i', (at, position) => {
  expect(positionOf([10, 20, 30], at)).toBe(position)
})

it.each([
  [[], 0.5, null],
  [[4], 0.9, 4],
  [[3, 1, 2], 0.5, 2],
  [[4, 1, 3, 2], 0.5, 2],
  [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10], 0.9, 9],
])('takes of %j the %f quantile %j', (values, share, expected) => {
  expect(quantile(ascending(values), share)).toBe(expected)
})

it('cuts the months at both ends', () => {
  expect(monthsOf('2026-01-30', '2026-03-02')).toEqual([
    { from: '2026-01-30', to: '2026-01-31' },
    { from: '2026-02-01', to: '2026-02-28' },
    { from: '2026-03-01', to: '2026-03-02' },
  ])
})
