import { expect, it } from 'vitest'
import type { Severity } from '../contract/checklists.ts'
import type { AnswerValue } from '../contract/patrols.ts'
import { addTally, countAnswer, EMPTY_TALLY, figuresOf, type Tally } from './patrol-figures.ts'

function tallyOf(due: number, answers: [AnswerValue, Severity, number][]): Tally {
  const tally = { ...EMPTY_TALLY, due }
  for (const [value, severity, times] of answers) {
    for (let time = 0; time < times; time++) countAnswer(tally, value, severity, 1)
  }
  return tally
}

it('computes the worked example', () => {
  const figures = figuresOf(
    tallyOf(10, [
      ['pass', 'minor', 6],
      ['fixed', 'major', 1],
      ['fail', 'minor', 1],
      ['not-seen', 'minor', 1],
      ['na', 'minor', 1],
    ]),
  )
  expect(figures).toMatchObject({ due: 10, completion: 1, passRate: 0.875, notSeenRate: 0.1 })
  expect(figures.score).toBeCloseTo(76.36, 2)
})

it('gives a clean round one hundred', () => {
  expect(figuresOf(tallyOf(3, [['pass', 'critical', 3]]))).toMatchObject({ completion: 1, passRate: 1, score: 100 })
})

it('caps the score at 80 after one critical fail', () => {
  const figures = figuresOf(
    tallyOf(100, [
      ['pass', 'major', 99],
      ['fail', 'critical', 1],
    ]),
  )
  expect(figures.score).toBe(80)
})

it('says nothing where nothing was counted', () => {
  expect(figuresOf(EMPTY_TALLY)).toMatchObject({ completion: null, passRate: null, notSeenRate: null, score: null })
})

it('takes an answer out again without a trace', () => {
  const tally = tallyOf(1, [['fail', 'critical', 1]])
  countAnswer(tally, 'fail', 'critical', -1)
  expect(tally).toEqual({ ...EMPTY_TALLY, due: 1 })
})

it('adds zones to a round and rounds to a month', () => {
  const month = addTally(tallyOf(2, [['pass', 'minor', 1]]), tallyOf(2, [['fail', 'minor', 2]]))
  expect(figuresOf(month)).toMatchObject({ due: 4, completion: 0.75, passRate: 1 / 3 })
})
