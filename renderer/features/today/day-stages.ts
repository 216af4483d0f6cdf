import type { PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import { isReady, nextRound } from './next-round.ts'

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

const isMeetingReady = ({ state }: MeetingStage) => ['running', 'due', 'draft', 'not-held'].includes(state)

/** Whether one key may open it now. */
export function isStageReady(stage: DayStage): boolean {
  return 'patrol' in stage ? isReady(stage.patrol) : isMeetingReady(stage.meeting)
}

/**
 * What to do now. A running meeting comes before everything: people stand there. Then the earliest of the round and the
 * meeting that are ready; else what comes next.
 */
export function nextStage(stages: readonly DayStage[], now: number): DayStage | undefined {
  const meetings = stages.filter((stage) => 'meeting' in stage)
  const running = meetings.find(({ meeting }) => meeting.state === 'running')
  if (running) return running
  const round = nextRound(
    stages.flatMap((stage) => ('patrol' in stage ? [stage.patrol] : [])),
    now,
  )
  const ofRound = stages.find(({ key }) => key === round?.uid)
  const meeting = meetings.find((one) => isStageReady(one)) ?? meetings.find((one) => one.meeting.state === 'planned')
  const both = [ofRound, meeting].filter((one) => one !== undefined)
  const ready = both.filter(isStageReady)
  return (ready.length > 0 ? ready : both).toSorted((one, other) => one.windowStart - other.windowStart)[0]
}
