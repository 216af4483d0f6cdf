import type { MeetingDay, MeetingKind, MeetingSummary } from '../../../shared/contract/meetings.ts'
import { addDays, daysApart, instantOf, weekdayOf } from '../../../shared/domain/business-day.ts'
import { nextHost } from '../../../shared/domain/meeting-host.ts'
import type { Post } from '../../../shared/roles.ts'
import { MOST_CLOSED_DAYS, type OutletCalendar, openDayAfter, openDayBefore, readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { listStaff, type StaffMember, staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { type AbsenceRow, findSwap, listAbsences, listReasons } from './day-repository.ts'
import { drillCardsOn, readFlow } from './flow.ts'
import { countOpenLines, listOpenLines } from './line-repository.ts'
import { hasEarlier, listAttendance, listHosts, listMeetings } from './meeting-repository.ts'
import { contractLine } from './read-lines.ts'
import { summarizeMeeting, timerOf } from './read-meeting.ts'
import { listTemplates } from './template-repository.ts'

type Reading = Pick<Call, 'database' | 'ports' | 'today'>
/** People gather before the window opens. */
export const EARLY_MS = 15 * 60_000

/** What stands for a day in one line of it: for screens that only point here. */
export function readMeetingsOfDay(call: Reading, on: string): MeetingSummary[] {
  return listMeetings(call.database, on, on).map((row) => summarizeMeeting(call, row))
}

export function readMeetingDay(call: Call, on: string): MeetingDay {
  const { database, ports } = call
  const flow = readFlow(ports.content)
  const calendar = readCalendar(ports)
  const staff = listStaff(database, false)
  const absences = new Map(listAbsences(database, on).map((row) => [row.staff_id, row]))
  const templates = listTemplates(call)
  const open = listOpenLines(database, call.now + 1)
  return {
    on,
    isOpen: calendar.isOpen(on),
    meetings: readMeetingsOfDay(call, on),
    proposals: [
      { kind: 'morning' as const, ...suggest(call, on, calendar, absences.size / Math.max(staff.length, 1)) },
      { kind: 'evening' as const, templateId: flow.suggestion.evening, reason: 'evening' as const },
    ]
      .filter(({ templateId }) => templates.some(({ id, isOff }) => id === templateId && !isOff))
      .map((one) => ({
        ...{ ...one, ...proposeHost(call, on, one.kind) },
        dueFrom: windowOf(call, on, one.kind).windowStart - EARLY_MS,
      })),
    templates,
    roster: staff.map((person) => ({
      person: { uid: person.uid, name: person.name },
      post: person.post,
      mayHost: mayHost(call, person),
      absence: contractAbsence(call, absences.get(person.id)),
    })),
    missing: missingOf(call, on, calendar),
    reasons: reasonsOf(call, addDays(on, -MOST_CLOSED_DAYS), on),
    openLines: open.map((line) => contractLine(call, line)),
    openLineCount: countOpenLines(database, call.now + 1),
    captures: [...flow.captures.values()].map((rule) => ({
      ...{ id: rule.id, name: rule.name, person: rule.person, day: rule.day, most: rule.most, form: rule.form },
      comesBack: rule.comes_back,
      canBeRaised: rule.can_be_raised,
    })),
    drillCards: drillCardsOn(ports.content, on),
    timer: timerOf(ports),
  }
}

export function contractAbsence({ database }: Pick<Call, 'database'>, row: AbsenceRow | undefined) {
  const refs = staffRefs(database)
  const person = row && refs.get(row.staff_id)
  if (!row || !person) return null
  return { on: row.on, person, reason: row.reason, coveredBy: refs.get(row.covered_by ?? 0) ?? null }
}

export function reasonsOf({ database }: Pick<Call, 'database'>, from: string, to: string) {
  const refs = staffRefs(database)
  return listReasons(database, from, to).map(({ by, ...reason }) => ({ ...reason, by: refs.get(by ?? 0)?.name ?? '—' }))
}

export function windowOf({ database, ports }: Reading, on: string, kind: MeetingKind) {
  const { start, latest_end } = readFlow(ports.content).windows[kind]
  const zone = readZone(database)
  const at = (minute: number) => instantOf(on, minute, zone)
  return { windowStart: at(start), windowEnd: at(latest_end) }
}

/** The template that the day asks for. */
export function proposeTemplate(call: Reading, on: string, kind: MeetingKind): string {
  if (kind === 'evening') return readFlow(call.ports.content).suggestion.evening
  const staff = listStaff(call.database, false)
  const absentShare = listAbsences(call.database, on).length / Math.max(staff.length, 1)
  return suggest(call, on, readCalendar(call.ports), absentShare).templateId
}

/** Short of people first: a long meeting is of no use then. */
function suggest({ ports }: Reading, on: string, calendar: OutletCalendar, absentShare: number) {
  const { suggestion } = readFlow(ports.content)
  if (absentShare >= suggestion.short_staffed_share) {
    return { templateId: suggestion.short_staffed, reason: 'short-staffed' as const }
  }
  if (isFirstOpenDay(calendar, addDays(on, 1 - weekdayOf(on)), on)) {
    return { templateId: suggestion.week_start, reason: 'week-start' as const }
  }
  if (isFirstOpenDay(calendar, `${on.slice(0, 7)}-01`, on)) {
    return { templateId: suggestion.month_start, reason: 'month-start' as const }
  }
  return { templateId: suggestion.otherwise, reason: 'otherwise' as const }
}

/** Open, and nothing open before it since that day. */
function isFirstOpenDay(calendar: OutletCalendar, since: string, on: string): boolean {
  if (!calendar.isOpen(on)) return false
  for (let back = 1; back <= daysApart(since, on); back++) if (calendar.isOpen(addDays(on, -back))) return false
  return true
}

/** Whoever took it over by a swap and is there, else whose turn it is. */
export function proposeHost(call: Reading, on: string, kind: MeetingKind) {
  const { database } = call
  const refs = staffRefs(database)
  const absent = absentOn(call, on)
  const candidates = listStaff(database, false)
    .filter((person) => mayHost(call, person))
    .map(({ id }) => ({ id, isAbsent: absent.has(id) }))
  const swapped = findSwap(database, on, kind)
  if (candidates.some(({ id, isAbsent }) => id === swapped && !isAbsent)) {
    return { host: refs.get(swapped ?? 0) ?? null, isSwapped: true }
  }
  const host = nextHost(candidates, listHosts(database, kind, on), on.slice(0, 7))
  return { host: refs.get(host ?? 0) ?? null, isSwapped: false }
}

/** As announced, and as the roll-call of the day has found. */
export function absentOn({ database }: Pick<Call, 'database'>, on: string): Set<number> {
  const absent = new Set(listAbsences(database, on).map(({ staff_id }) => staff_id))
  for (const { id } of listMeetings(database, on, on)) {
    for (const { staff_id, state } of listAttendance(database, id)) {
      if (state === 'absent') absent.add(staff_id)
      else absent.delete(staff_id)
    }
  }
  return absent
}

export function mayHost({ ports }: Pick<Call, 'ports'>, { post }: StaffMember): boolean {
  return readFlow(ports.content).host_posts.includes(post as Post)
}

/** The next open day, tomorrow where none is near. */
export const nextMeetingDay = (calendar: OutletCalendar, on: string): string =>
  openDayAfter(calendar, on) ?? addDays(on, 1)

/** The last open day's morning without a log or a reason, and any draft of that day. An outlet that has not begun misses nothing. */
function missingOf(call: Reading, on: string, calendar: OutletCalendar): MeetingDay['missing'] {
  const { database } = call
  const day = openDayBefore(calendar, on)
  if (day === null) return []
  const meetings = listMeetings(database, day, day)
  const reasons = listReasons(database, day, day)
  return (['morning', 'evening'] as const).flatMap((kind) => {
    const ofKind = meetings.filter((meeting) => meeting.kind === kind)
    const draft = ofKind.find(({ state }) => state === 'draft')?.uid ?? null
    const isExplained = draft === null && reasons.some((reason) => reason.kind === kind)
    if (ofKind.some(({ state }) => state === 'signed') || isExplained) return []
    const isExpected = kind === 'morning' && hasEarlier(database, kind, on)
    return draft !== null || isExpected ? [{ on: day, kind, draft }] : []
  })
}
