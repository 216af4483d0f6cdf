import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import { byWeight } from './by-weight.ts'
import { readyRound } from './ready-round.ts'

/** A round or a meeting of the day. */
export type DayStage =
  | { key: string; windowStart: number; patrol: PatrolSummary }
  | { key: string; windowStart: number; meeting: MeetingStage }

/** In the order of their windows. */
export function stagesOf(patrols: readonly PatrolSummary[], meetings: readonly MeetingStage[]): DayStage[] {
  const stages: DayStage[] = [
    ...patrols.map((patrol) => ({ key: patrol.uid, windowStart: patrol.windowStart, patrol })),
    ...meetings.map((meeting) => ({ key: meeting.kind, windowStart: meeting.windowStart, meeting })),
  ]
  return stages.sort((one, other) => one.windowStart - other.windowStart)
}

/** What one key does. */
export type Act = { stage: DayStage } | { check: Rectification; count: number }

export interface NextStep {
  /** The round or meeting to do now, else the one that comes next; undefined once all is done. */
  stage: DayStage | undefined
  /** Undefined while nothing can be started yet. */
  act: Act | undefined
}

/**
 * What to do now. A running meeting comes before everything: people stand there. Then the earliest of the round and the
 * meeting that are ready, the heaviest task that waits for a check, and a meeting that is owed. What
 * comes next on the line is named besides.
 */
export function nextStep(stages: readonly DayStage[], tasks: readonly Rectification[], now: number): NextStep {
  const stage = stageNow(stages)
  if (stage) return { stage, act: { stage } }
  const coming = stages.find((one) => isComing(one, now))
  const checks = byWeight(tasks.filter(({ state }) => state === 'submitted'))
  const [check] = checks
  if (check) return { stage: coming, act: { check, count: checks.length } }
  const owed = stages.find((one) => 'meeting' in one && isOwed(one.meeting))
  return { stage: coming ?? owed, act: owed && { stage: owed } }
}

const READY_MEETINGS: readonly MeetingStage['state'][] = ['running', 'due', 'late', 'draft']

/** Nobody held it in its window, or too few came and the short one can begin; it can still be made up for. */
function isOwed({ state, begins }: MeetingStage): boolean {
  return state === 'missing' || (state === 'not-held' && begins !== null)
}

function stageNow(stages: readonly DayStage[]): DayStage | undefined {
  const meetings = stages.filter((stage) => 'meeting' in stage)
  const running = meetings.find(({ meeting }) => meeting.state === 'running')
  if (running) return running
  const round = readyRound(stages.flatMap((stage) => ('patrol' in stage ? [stage.patrol] : [])))
  const ready = [
    stages.find(({ key }) => key === round?.uid),
    meetings.find(({ meeting }) => READY_MEETINGS.includes(meeting.state)),
  ].filter((one) => one !== undefined)
  return ready.toSorted((one, other) => one.windowStart - other.windowStart)[0]
}

function isComing(stage: DayStage, now: number): boolean {
  if ('meeting' in stage) return stage.meeting.state === 'planned'
  const { kind, state, windowEnd } = stage.patrol
  return kind !== 'import' && state === 'planned' && windowEnd > now
}
