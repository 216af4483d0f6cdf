import { describe, expect, it } from 'vitest'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import { lastDayOf } from './last-day.ts'

type Round = Pick<PatrolSummary, 'kind' | 'round' | 'state' | 'submittedAt'>
const round = (state: PatrolSummary['state'], more: Partial<Round> = {}): Round => ({
  ...{ kind: 'round', round: 'opening', state, submittedAt: state === 'submitted' ? 1 : null },
  ...more,
})
const week = (friday: Round[], monday: Round[] = [round('planned')]) => [
  { on: '2026-11-20', patrols: friday },
  { on: '2026-11-21', patrols: [] },
  { on: '2026-11-22', patrols: [] },
  { on: '2026-11-23', patrols: monday },
  { on: '2026-11-24', patrols: [round('planned')] },
]
const MONDAY = '2026-11-23'

describe('the last day with rounds', () => {
  it('goes back over the weekend, and never ahead', () => {
    expect(lastDayOf(week([round('submitted')]), MONDAY).on).toBe('2026-11-20')
    expect(lastDayOf(week([round('submitted')]), '2026-11-20').on).toBe('2026-11-20')
  })

  it('tells a day without findings from a day on which nobody looked', () => {
    expect(lastDayOf(week([round('submitted'), round('submitted')]), MONDAY)).toMatchObject({ missed: 0, handedIn: 2 })
    const missed = [round('missed'), round('missed', { round: 'closing' })]
    expect(lastDayOf(week(missed), MONDAY)).toMatchObject({ planned: 2, missed: 2, handedIn: 0 })
  })

  it('counts what was handed in late or brought in by an import, and no re-check', () => {
    const friday = [
      round('missed', { submittedAt: 5 }),
      round('missed', { round: 'midday' }),
      round('submitted', { round: 'midday', kind: 'import', submittedAt: null }),
      round('missed', { round: 'closing' }),
      round('missed', { round: 'closing', kind: 'recheck' }),
    ]
    expect(lastDayOf(week(friday), MONDAY)).toMatchObject({ planned: 3, missed: 1, handedIn: 2 })
  })

  it('counts what was handed in today, and misses nothing of a first day', () => {
    expect(lastDayOf(week([], [round('submitted'), round('late')]), MONDAY)).toEqual({
      ...{ on: MONDAY, planned: 0, missed: 0, handedIn: 1 },
    })
  })
})
