import type { MeetingCount, MeetingMonth } from '../../../shared/contract/meeting-month.ts'
import type { MeetingKind } from '../../../shared/contract/meetings.ts'
import { daysBetween, monthRange } from '../../../shared/domain/business-day.ts'
import { minutesHeld } from '../../../shared/domain/meeting-rules.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { readFlow } from './flow.ts'
import { reasonsOf } from './meeting-day.ts'
import { firstMeetingOn, listMeetings, type MeetingRow } from './meeting-repository.ts'
import { countAttendance, countTasks, countTopics } from './month-repository.ts'
import { findTemplateOf, summarizeMeeting } from './read-meeting.ts'

const OVER_MINUTES = 5

/** How the meetings of a month went, up to today: held, how long, who came and hosted, what was said and done. */
export function readMeetingMonth(call: Call, month: string): MeetingMonth {
  const { database, today } = call
  const { from, to } = monthRange(month)
  const calendar = readCalendar(call.ports)
  const meetings = listMeetings(database, from, to)
  const reasons = reasonsOf(call, from, to)
  const openDays = daysBetween(from, to).filter((on) => on <= today && calendar.isOpen(on))
  // An outlet that has not begun misses nothing.
  const since = firstMeetingOn(database, 'morning') ?? today
  const dueDays = new Set(openDays.filter((on) => on >= since && on < today))
  const people = peopleOf(call, from, to, meetings)
  const due = people.reduce((sum, person) => sum + person.due, 0)
  const came = people.reduce((sum, person) => sum + person.present + person.late, 0)
  return {
    month,
    morning: countOf(call, 'morning', meetings, reasons, openDays, dueDays),
    evening: countOf(call, 'evening', meetings, reasons, openDays, dueDays),
    attendanceRate: due > 0 ? came / due : null,
    people,
    topics: topicsOf(call, from, to),
    tasks: countTasks(database, from, to),
    days: daysBetween(from, to).map((on) => ({
      on,
      isDue: dueDays.has(on),
      meetings: meetings.filter((meeting) => meeting.on === on).map((meeting) => summarizeMeeting(call, meeting)),
      reason: reasons.find((reason) => reason.on === on && reason.kind === 'morning')?.reason ?? null,
    })),
  }
}

/** A morning meeting is due on every open day since the first; an evening one only counts where it was held. */
function countOf(
  call: Call,
  kind: MeetingKind,
  all: readonly MeetingRow[],
  reasons: ReturnType<typeof reasonsOf>,
  openDays: readonly string[],
  dueDays: ReadonlySet<string>,
): MeetingCount {
  const ofKind = all.filter((meeting) => meeting.kind === kind)
  const held = ofKind.filter(({ is_held }) => is_held === 1)
  const heldDays = new Set(held.map(({ on }) => on))
  const explainedDays = new Set(reasons.flatMap((one) => (one.kind === kind ? [one.on] : [])))
  // Today counts once it is held or explained: until then nothing is missing.
  const over = openDays.filter((on) => dueDays.has(on) || heldDays.has(on) || explainedDays.has(on))
  const due = kind === 'morning' ? over : over.filter((on) => heldDays.has(on))
  const heldDue = due.filter((on) => heldDays.has(on)).length
  const explained = due.filter((on) => !heldDays.has(on) && explainedDays.has(on)).length
  const lengths = held.flatMap((meeting) => {
    const planned = findTemplateOf(call, meeting)?.totalMinutes
    return meeting.ended_at === null || planned === undefined
      ? []
      : [{ planned, spent: minutesHeld(meeting.started_at, meeting.ended_at) }]
  })
  return {
    due: due.length,
    held: heldDue,
    tooFew: ofKind.filter(({ is_held, on }) => is_held === 0 && !heldDays.has(on)).length,
    explained,
    missing: due.length - heldDue - explained,
    heldRate: due.length > 0 ? heldDue / due.length : null,
    late: held.filter(({ is_late }) => is_late === 1).length,
    plannedMinutes: mean(lengths.map(({ planned }) => planned)),
    minutes: mean(lengths.map(({ spent }) => spent)),
    over: lengths.filter(({ planned, spent }) => spent - planned >= OVER_MINUTES).length,
  }
}

function mean(values: readonly number[]): number | null {
  return values.length > 0 ? values.reduce((sum, value) => sum + value, 0) / values.length : null
}

function peopleOf(call: Call, from: string, to: string, meetings: readonly MeetingRow[]): MeetingMonth['people'] {
  const refs = staffRefs(call.database)
  const counts = countAttendance(call.database, from, to)
  const hosts = meetings.filter(({ is_held }) => is_held === 1).map(({ host }) => host)
  return [...new Set([...counts.map(({ staff_id }) => staff_id), ...hosts])].flatMap((id) => {
    const person = refs.get(id)
    if (!person) return []
    const of = (state: string) => counts.find((one) => one.staff_id === id && one.state === state)?.count ?? 0
    const [present, late, absent] = [of('present'), of('late'), of('absent')]
    const hosted = hosts.filter((host) => host === id).length
    return [{ person, due: present + late + absent, present, late, absent, hosted }]
  })
}

function topicsOf(call: Call, from: string, to: string): MeetingMonth['topics'] {
  const { captures } = readFlow(call.ports.content)
  const counts = countTopics(call.database, from, to)
  return [...new Set(counts.map(({ capture }) => capture))]
    .map((capture) => {
      const of = (state: string) => counts.find((one) => one.capture === capture && one.state === state)?.count ?? 0
      return {
        capture,
        name: captures.get(capture)?.name ?? { zh: capture, en: capture },
        ...{ said: of('said'), open: of('open'), done: of('done'), dropped: of('dropped') },
      }
    })
    .sort((one, other) => sumOf(other) - sumOf(one))
}

function sumOf({
  said,
  open,
  done,
  dropped,
}: Pick<MeetingMonth['topics'][number], 'said' | 'open' | 'done' | 'dropped'>) {
  return said + open + done + dropped
}
