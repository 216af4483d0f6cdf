import { expect, it } from 'vitest'
import awards from '../../resources/awards/awards.json' with { type: 'json' }
import { AWARD_GATES, gateOf } from './award-gates.ts'

const vetoes = awards.kinds.flatMap(({ veto_zh }) => veto_zh)

it('gives every veto of the file an id of its own', () => {
  expect(vetoes.length).toBeGreaterThan(20)
  expect(vetoes.filter((veto) => !gateOf(veto))).toEqual([])
  expect(new Set(AWARD_GATES.map(({ id }) => id)).size).toBe(AWARD_GATES.length)
})

it('knows no gate that the file does not ask for', () => {
  expect(AWARD_GATES.filter(({ zh }) => !vetoes.includes(zh))).toEqual([])
})
