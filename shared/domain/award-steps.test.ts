import { expect, it } from 'vitest'
import awards from '../../resources/awards/awards.json' with { type: 'json' }
import { AWARD_STATES } from '../contract/awards.ts'
import { AWARD_ACTORS, AWARD_NEEDS, type AwardTransition, refusalOfStep } from './award-steps.ts'

const TABLE = awards.transitions as readonly AwardTransition[]
const EVERYTHING = Object.fromEntries(AWARD_NEEDS.map((need) => [need, true]))

it('allows every step of the file, and no other, to nobody else, and nothing without what it requires', () => {
  for (const from of AWARD_STATES) {
    for (const to of AWARD_STATES) {
      const step = TABLE.find((one) => one.from === from && one.to === to)
      for (const actor of AWARD_ACTORS) {
        const wanted = !step ? { kind: 'state' } : step.by.includes(actor) ? null : { kind: 'actor' }
        expect([from, to, actor, refusalOfStep(TABLE, { from, to }, [actor], EVERYTHING)]).toEqual([
          from,
          to,
          actor,
          wanted,
        ])
      }
      for (const need of step?.requires ?? []) {
        const has = { ...EVERYTHING, [need]: false }
        expect(refusalOfStep(TABLE, { from, to }, step?.by ?? [], has)).toEqual({ kind: 'need', need })
      }
    }
  }
})
