import { describe, expect, it } from 'vitest'
import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import { nextStep, stagesOf } from './day-stages.ts'

const round = (uid: string, windowStart: number, state: string) =>
  ({ uid, kind: 'round', state, windowStart, windowEnd: windowStart + 30 }) as unknown as PatrolSummary
const meeting = (state: MeetingStage['state'], windowStart = 60) =>
  ({ kind: 'morning', state, windowStart, windowEnd: windowStart + 25 }) as unknown as MeetingStage
const task = (uid: string, state: string, severity = 'minor') => ({ uid, state, severity }) as unknown as Rectification

const step = (patrols: PatrolSummary[], meetings: MeetingStage[], tasks: Rectification[] = [], now = 50) => {
  const { stage, act } = nextStep(stagesOf(patrols, meetings), tasks, now)
  return [stage?.key, act && ('check' in act ? `${act.count} to check, first ${act.check.uid}` : act.stage.key)]
}

describe('what is next', () => {
  it('stands in the order of the windows', () => {
    const stages = stagesOf([round('late', 90, 'planned'), round('early', 30, 'due')], [meeting('planned')])
    expect(stages.map(({ key }) => key)).toEqual(['early', 'morning', 'late'])
  })

  it('is the running meeting before everything', () => {
    expect(step([round('a', 30, 'running')], [meeting('running')])).toEqual(['morning', 'morning'])
  })

  it('is what is ready and began first', () => {
    expect(step([round('a', 30, 'due')], [meeting('due')])).toEqual(['a', 'a'])
    expect(step([round('a', 90, 'due')], [meeting('due')])).toEqual(['morning', 'morning'])
    expect(step([round('a', 90, 'due')], [meeting('draft')])).toEqual(['morning', 'morning'])
    expect(step([round('a', 30, 'submitted')], [meeting('late')])).toEqual(['morning', 'morning'])
  })

  it('is what can be begun before what comes earlier and cannot', () => {
    expect(step([round('a', 90, 'due')], [meeting('planned')])).toEqual(['a', 'a'])
  })

  it('is a check while no round and no meeting is ready, the heaviest first, and names what comes', () => {
    const tasks = [
      task('light', 'submitted'),
      task('heavy', 'submitted', 'critical'),
      task('open', 'doing', 'critical'),
    ]
    expect(step([round('a', 90, 'planned')], [], tasks)).toEqual(['a', '2 to check, first heavy'])
    expect(step([round('a', 30, 'late')], [], tasks)).toEqual(['a', 'a'])
  })

  it.each(['missing', 'not-held'] as const)('is a meeting that is %s once nothing else can be done', (state) => {
    expect(step([round('a', 30, 'due')], [meeting(state, 10)])).toEqual(['a', 'a'])
    expect(step([round('a', 90, 'planned')], [meeting(state, 10)])).toEqual(['a', 'morning'])
    expect(step([], [meeting(state, 10)])).toEqual(['morning', 'morning'])
  })

  it('is no meeting with too few where no short one begins, as on a closed day', () => {
    expect(step([], [{ ...meeting('not-held', 10), begins: null }])).toEqual([undefined, undefined])
  })

  it('is the earlier of what comes, without anything to start, and nothing once all is done', () => {
    expect(step([round('a', 90, 'planned')], [meeting('planned')])).toEqual(['morning', undefined])
    expect(step([round('a', 90, 'planned')], [meeting('signed')])).toEqual(['a', undefined])
    expect(step([round('a', 10, 'submitted')], [meeting('signed')])).toEqual([undefined, undefined])
  })
})
