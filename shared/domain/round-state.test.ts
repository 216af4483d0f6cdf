import { expect, it } from 'vitest'
import { patrolState } from './round-state.ts'

const TIMES = { windowStart: 100, windowEnd: 200, dayEndsAt: 1000 }

it.each([
  ['planned', 99, 'planned'],
  ['planned', 100, 'due'],
  ['planned', 200, 'due'],
  ['planned', 201, 'late'],
  ['planned', 1000, 'missed'],
  ['running', 150, 'running'],
  ['running', 201, 'late'],
  ['running', 1000, 'missed'],
  ['submitted', 5000, 'submitted'],
  ['returned', 5000, 'returned'],
  ['missed', 5000, 'missed'],
] as const)('a %s round at %i is %s', (stored, now, state) => {
  expect(patrolState(stored, TIMES, now)).toBe(state)
})
