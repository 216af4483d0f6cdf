import { describe, expect, it } from 'vitest'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import { nextStage, stagesOf } from './day-stages.ts'

const round = (uid: string, windowStart: number, state: string) =>
  ({ uid, kind: 'round', state, windowStart, windowEnd: windowStart + 30 }) as unknown as PatrolSummary
const meeting = (state: MeetingStage['state'], windowStart = 60) =>
  ({ kind: 'morning', state, windowStart, windowEnd: windowStart + 25 }) as unknown as MeetingStage

const nextKey = (patrols: PatrolSummary[], meetings: MeetingStage[], now = 50) =>
  nextStage(stagesOf(patrols, meetings), now)?.key

describe('what is next on the day line', () => {
  it('stands in the order of the windows', () => {
    const stages = stagesOf([round('late', 90, 'planned'), round('early', 30, 'due')], [meeting('planned')])
    expect(stages.map(({ key }) => key)).toEqual(['early', 'morning', 'late'])
  })

  it('is the running meeting before everything', () => {
    expect(nextKey([round('a', 30, 'running')], [meeting('running')])).toBe('morning')
  })

  it('is what is ready and began first', () => {
    expect(nextKey([round('a', 30, 'due')], [meeting('due')])).toBe('a')
    expect(nextKey([round('a', 90, 'due')], [meeting('due')])).toBe('morning')
    expect(nextKey([round('a', 90, 'due')], [meeting('draft')])).toBe('morning')
  })

  it('is what can be begun before what comes earlier and cannot', () => {
    expect(nextKey([round('a', 90, 'due')], [meeting('planned')])).toBe('a')
  })

  it('is the earlier of what comes, and nothing once all is done', () => {
    expect(nextKey([round('a', 90, 'planned')], [meeting('planned')])).toBe('morning')
    expect(nextKey([round('a', 90, 'planned')], [meeting('signed')])).toBe('a')
    expect(nextKey([round('a', 10, 'submitted')], [meeting('signed')])).toBeUndefined()
    expect(nextKey([], [meeting('late')])).toBeUndefined()
  })
})
