import type { MeetingKind, MeetingSummary } from '../../../shared/contract/meetings.ts'
import type { MeetingStage } from '../../../shared/contract/today.ts'
import { shortestOf } from '../../../shared/domain/short-meeting.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { listStaff } from '../people/index.ts'
import { countBroughtIn } from './brought-in.ts'
import { listReasons } from './day-repository.ts'
import { countLateLines, countOpenLines } from './line-repository.ts'
import { absentOn, EARLY_MS, proposeHost, proposeTemplate, readMeetingsOfDay, windowOf } from './meeting-day.ts'
import { findRunning, getMeeting, hasEarlier } from './meeting-repository.ts'
import { listTemplates } from './template-repository.ts'

const MINUTE_MS = 60_000
/** Nobody begins on the minute. */
const GRACE_MINUTES = 5

/** The meetings of today as stages of the day; none on a closed day, no evening one where there has never been one. */
export function readMeetingStages(call: Call): MeetingStage[] {
  const isOpen = readCalendar(call.ports).isOpen(call.today)
  const held = readMeetingsOfDay(call, call.today)
  const day: Day = {
    isOpen,
    running: findRunning(call.database, call.today)?.uid,
    templates: listTemplates(call),
    staff: listStaff(call.database, false),
    absent: absentOn(call, call.today),
    reasons: listReasons(call.database, call.today, call.today),
  }
  return (['morning', 'evening'] as const).flatMap((kind) => {
    const meeting = held.findLast((one) => one.kind === kind)
    const isUsual = kind === 'morning' || hasEarlier(call.database, kind, call.today)
    return meeting || (isOpen && isUsual) ? [stageOf(call, kind, meeting, day)] : []
  })
}

/** Read once for both meetings: Today asks for them at every refresh. */
interface Day {
  isOpen: boolean
  /** Uid of the meeting that runs. */
  running: string | undefined
  templates: ReturnType<typeof listTemplates>
  staff: ReturnType<typeof listStaff>
  absent: ReturnType<typeof absentOn>
  reasons: ReturnType<typeof listReasons>
}

function stageOf(call: Call, kind: MeetingKind, meeting: MeetingSummary | undefined, day: Day): MeetingStage {
  const { today } = call
  const { running, templates, staff, absent } = day
  const window = windowOf(call, today, kind)
  const templateId = meeting?.templateId ?? proposeTemplate(call, today, kind)
  const template = templates.find(({ id }) => id === templateId)
  const reason = day.reasons.find((one) => one.kind === kind)?.reason ?? null
  const state = meeting
    ? stateOf(meeting, running)
    : stateWithout(call.now, window, template?.totalMinutes ?? 0, reason)
  // On a closed day nobody owes one.
  const short = day.isOpen ? shortestOf(templates, kind) : undefined
  const begins = state === 'not-held' ? short : template
  return {
    kind,
    uid: meeting?.uid ?? null,
    state,
    name: meeting?.templateName ?? template?.name ?? { zh: templateId, en: templateId },
    minutes: template?.totalMinutes ?? 0,
    begins: begins && !begins.isOff ? { templateId: begins.id, name: begins.name } : null,
    host: meeting?.host ?? proposeHost(call, today, kind).host,
    ...window,
    due: staff.length,
    present: staff.filter(({ id }) => !absent.has(id)).length,
    isCalled: meeting?.isCalled ?? false,
    ...(kind === 'morning' ? returningIn(call, window.windowStart, meeting) : { returning: 0, returningLate: 0 }),
    reason: meeting ? null : reason,
  }
}

/** Of a meeting that began what is brought into it, else what will lie before it at its time. */
function returningIn(call: Call, windowStart: number, meeting: MeetingSummary | undefined) {
  const { database, today } = call
  if (!meeting) {
    return {
      returning: countOpenLines(database, windowStart),
      returningLate: countLateLines(database, windowStart, today),
    }
  }
  return {
    returning: countBroughtIn(call, getMeeting(database, meeting.uid)),
    returningLate: meeting.state === 'signed' ? 0 : countLateLines(database, meeting.startedAt, today),
  }
}

function stateOf({ uid, state, isHeld }: MeetingSummary, running: string | undefined): MeetingStage['state'] {
  if (uid === running) return 'running'
  if (!isHeld) return 'not-held'
  return state === 'signed' ? 'signed' : 'draft'
}

function stateWithout(
  now: number,
  { windowStart, windowEnd }: { windowStart: number; windowEnd: number },
  minutes: number,
  reason: string | null,
): MeetingStage['state'] {
  if (reason !== null) return 'explained'
  if (now > windowEnd) return 'missing'
  // Late once it would end after its window, however long that is: begun a moment after its time it is not late yet.
  if (now > Math.max(windowStart + GRACE_MINUTES * MINUTE_MS, windowEnd - minutes * MINUTE_MS)) return 'late'
  return now >= windowStart - EARLY_MS ? 'due' : 'planned'
}
