import { describe, expect, it } from 'vitest'
import { type DatedLevel, dipsOf, medianOf, workdaysBefore } from './mood-dips.ts'

/** Monday to Friday. */
const isWorkday = (on: string) => ![0, 6].includes(new Date(`${on}T00:00:00Z`).getUTCDay())
const said = (on: string, level: number, hour = 8): DatedLevel => ({
  on,
  level,
  at: Date.parse(`${on}T00:00:00Z`) + hour * 3_600_000,
})
/** Ten working days at one level before Monday 2026-11-23. */
const usual = (level: number) =>
  workdaysBefore('2026-11-23', 10, isWorkday)
    .reverse()
    .map((on) => said(on, level))
const rulesOn = (answers: readonly DatedLevel[], on = '2026-11-23') =>
  dipsOf(answers, isWorkday).find((dip) => dip.on === on)?.rules

describe('dips', () => {
  it('a storm is one whatever came before', () => {
    expect(rulesOn([said('2026-11-23', 1)])).toEqual(['storm'])
    expect(rulesOn([said('2026-11-23', 2)])).toBeUndefined()
  })

  it('two lows are two working days running, over a weekend too', () => {
    const friday = said('2026-11-20', 2)
    expect(rulesOn([friday, said('2026-11-23', 2)])).toEqual(['two-lows'])
    expect(rulesOn([said('2026-11-19', 2), said('2026-11-23', 2)])).toBeUndefined()
    expect(rulesOn([said('2026-11-20', 3), said('2026-11-23', 2)])).toBeUndefined()
  })

  it('a drop is two levels under the own median of fourteen working days, once that says anything', () => {
    expect(rulesOn([...usual(5), said('2026-11-23', 3)])).toEqual(['drop'])
    expect(rulesOn([...usual(5), said('2026-11-23', 4)])).toBeUndefined()
    expect(rulesOn([...usual(5).slice(-4), said('2026-11-23', 3)])).toBeUndefined()
    const old = usual(5).map((one) => ({ ...one, on: one.on.replace('2026-11', '2026-09') }))
    expect(rulesOn([...old, said('2026-11-23', 3)])).toBeUndefined()
  })

  it('one dip a day carries every rule, from the first answer that shows one', () => {
    const dips = dipsOf([...usual(4), said('2026-11-23', 3, 8), said('2026-11-23', 1, 13)], isWorkday)
    expect(dips).toEqual([{ on: '2026-11-23', at: said('2026-11-23', 1, 13).at, rules: ['storm', 'drop'] }])
  })

  it.each([
    [[3], 3],
    [[1, 5], 3],
    [[5, 1, 4], 4],
  ])('median of %j is %d', (levels, median) => expect(medianOf(levels)).toBe(median))
})
