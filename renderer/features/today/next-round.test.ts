import { expect, it } from 'vitest'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import { isReady, nextRound } from './next-round.ts'

function round(name: PatrolSummary['round'], state: PatrolSummary['state'], windowEnd = 100): PatrolSummary {
  return { round: name, state, windowEnd, kind: 'round' } as PatrolSummary
}

it.each([
  [['running', 'due'], 'running'],
  [['late', 'running'], 'running'],
  [['submitted', 'late', 'due'], 'late'],
  [['returned', 'due'], 'returned'],
  [['submitted', 'planned', 'planned'], 'planned'],
  [['submitted', 'missed'], undefined],
] as [PatrolSummary['state'][], string | undefined][])('of %j comes %s', (states, expected) => {
  const rounds = states.map((state) => round('opening', state))
  expect(nextRound(rounds, 50)?.state).toBe(expected)
})

it('opens by one key only what may be answered now', () => {
  expect(isReady(round('opening', 'due'))).toBe(true)
  expect(isReady(round('opening', 'planned'))).toBe(false)
})
