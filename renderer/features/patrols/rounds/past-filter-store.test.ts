import { expect, it } from 'vitest'
import type { PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { filterRounds, isFiltered, NO_FILTER, spanOf } from './past-filter-store.ts'

it.each([
  [{}, { from: '2026-10-22', to: '2026-11-22' }],
  [{ from: '2026-11-01' }, { from: '2026-11-01', to: '2026-11-22' }],
  [
    { from: '2026-11-10', to: '2026-11-01' },
    { from: '2026-11-01', to: '2026-11-10' },
  ],
  [{ from: '2026-12-01' }, { from: '2026-12-01', to: '2026-12-01' }],
])('of %j shows %j', (chosen, expected) => {
  expect(spanOf({ ...NO_FILTER, ...chosen }, '2026-11-22')).toEqual(expected)
})

it('puts the newest first and keeps only what was asked for', () => {
  const rounds = [
    { uid: 'a', round: 'opening', state: 'missed' },
    { uid: 'b', round: 'closing', state: 'submitted' },
    { uid: 'c', round: 'opening', state: 'submitted' },
  ] as PatrolSummary[]
  expect(filterRounds(rounds, NO_FILTER).map(({ uid }) => uid)).toEqual(['c', 'b', 'a'])
  expect(filterRounds(rounds, { ...NO_FILTER, round: 'opening', state: 'missed' }).map(({ uid }) => uid)).toEqual(['a'])
  expect(isFiltered(NO_FILTER)).toBe(false)
})
