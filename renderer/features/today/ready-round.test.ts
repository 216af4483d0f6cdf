import { expect, it } from 'vitest'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import { readyRound } from './ready-round.ts'

/** `late+` was opened and not handed in. */
const round = (words: string, uid = '', kind: PatrolSummary['kind'] = 'round') =>
  ({
    uid,
    round: 'opening',
    state: words.replace('+', ''),
    kind,
    openedAt: words.endsWith('+') ? 1 : null,
  }) as PatrolSummary

it.each([
  [['running', 'due'], 0],
  [['late', 'running'], 1],
  [['late+', 'due'], 0],
  [['returned', 'due'], 0],
  [['submitted', 'late', 'due'], 2],
  [['late', 'late', 'planned'], 1],
  [['submitted', 'planned', 'planned'], undefined],
  [['submitted', 'missed'], undefined],
] as [string[], number | undefined][])('of %j comes the one at %s', (states, place) => {
  expect(readyRound(states.map((words, index) => round(words, String(index))))?.uid).toBe(place?.toString())
})

it('walks no imported round', () => {
  expect(readyRound([round('due', '', 'import')])).toBeUndefined()
})
