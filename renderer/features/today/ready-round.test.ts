import { expect, it } from 'vitest'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import { readyRound } from './ready-round.ts'

const round = (state: PatrolSummary['state'], kind: PatrolSummary['kind'] = 'round') =>
  ({ round: 'opening', state, kind }) as PatrolSummary

it.each([
  [['running', 'due'], 'running'],
  [['late', 'running'], 'running'],
  [['submitted', 'late', 'due'], 'late'],
  [['returned', 'due'], 'returned'],
  [['submitted', 'planned', 'planned'], undefined],
  [['submitted', 'missed'], undefined],
] as [PatrolSummary['state'][], string | undefined][])('of %j comes %s', (states, expected) => {
  expect(readyRound(states.map((state) => round(state)))?.state).toBe(expected)
})

it('walks no imported round', () => {
  expect(readyRound([round('due', 'import')])).toBeUndefined()
})
