import { MOST_WALL_ROWS } from '../../../../shared/contract/meeting-screen.ts'
import { addDays, daysApart, monthRange, weekdayOf } from '../../../../shared/domain/business-day.ts'
import { UPTIME_INDICATOR } from '../../../../shared/domain/device-uptime.ts'
import { repeatedWithin } from '../../../../shared/domain/repeat-fails.ts'
import { callsRoll } from '../../../../shared/domain/roll-call.ts'
import { openDayBefore } from '../../calendar/index.ts'
import { readDevicesDown, readUptimeBetween, readUptimeTarget } from '../../devices/index.ts'
import { readWaitingNotices } from '../../notices/index.ts'
import { readTotal, readTrends } from '../../patrols/index.ts'
import { staffRefs } from '../../people/index.ts'
import { listTasks } from '../../rectifications/index.ts'
import { drillCardsOn } from '../flow.ts'
import { nextMeetingDay, proposeHost } from '../meeting-day.ts'
import { listAttendance } from '../meeting-repository.ts'
import { getTemplateOf } from '../read-meeting.ts'
import { targetShare } from './indicator-target.ts'
import { lastWeeks, roundsBehind } from './patrol-readers.ts'
import type { WallContext, WallReader, WallRowIn } from './wall-reader.ts'

const REPEAT_DAYS = 7

/** Who is not there and who covers. Why stays in the log. Without a roll-call only who is expected. */
export const rosterToday: WallReader = ({ call, meeting }) => {
  const refs = staffRefs(call.database)
  const attendance = listAttendance(call.database, meeting.id)
  const away = attendance.filter(({ state }) => state !== 'present')
  const count = attendance.length - away.filter(({ state }) => state === 'absent').length
  const uncalled = callsRoll(getTemplateOf(call, meeting)) ? ('not-called' as const) : ('no-roll' as const)
  return {
    head: meeting.called_at === null ? { count, status: uncalled } : { count, attendance: 'present' },
    rows: away.map(({ staff_id, state, covered_by }) => ({
      person: refs.get(staff_id)?.name ?? null,
      attendance: state,
      note: refs.get(covered_by ?? 0)?.name ?? null,
    })),
  }
}

export const nextHostOf: WallReader = ({ call, calendar, on, meeting }) => {
  const next = nextMeetingDay(calendar, on)
  const { host } = proposeHost(call, next, meeting.kind)
  return { rows: host ? [{ person: host.name, on: next }] : [] }
}

export const drillOfDay: WallReader = ({ call, on }) => {
  const [card] = drillCardsOn(call.ports.content, on)
  return card ? { rows: [{ text: { zh: card.zh, en: card.en } }] } : null
}

/** Oldest first; those past their term are late. */
export const noticesToPassOn: WallReader = ({ call, on }) => {
  const { notices, total } = readWaitingNotices(call, MOST_WALL_ROWS)
  const rows = notices.map(({ title, source, passBy }) => ({
    text: { zh: title, en: title },
    note: source,
    on: passBy,
    isLate: passBy !== null && passBy < on,
  }))
  return { rows, total }
}

/** What the calendar knows; paydays of the place it does not. */
export const peaks: WallReader = (context) => ({ rows: peaksOn(context, context.on) })

/** In the evening, for those who plan the next open day. */
export const peaksNext: WallReader = (context) => {
  const on = nextMeetingDay(context.calendar, context.on)
  return { rows: peaksOn(context, on), span: { from: on, to: on } }
}

function peaksOn({ calendar, flow }: WallContext, on: string): WallRowIn[] {
  const previous = openDayBefore(calendar, on)
  const next = nextMeetingDay(calendar, on)
  const isOff = (day: string) => calendar.day(day).kind === 'holiday'
  const between = (from: string, to: string) =>
    Array.from({ length: Math.max(0, daysApart(from, to) - 1) }, (_, index) => addDays(from, index + 1))
  const { from, to } = monthRange(on.slice(0, 7))
  const holds: Record<string, boolean> = {
    'before-holiday': between(on, next).some(isOff),
    'after-holiday': (previous !== null && between(previous, on).some(isOff)) || weekdayOf(on) === 1,
    'month-start': previous === null || previous < from,
    'month-end': next > to,
  }
  return flow.peaks.filter(({ id }) => holds[id]).map(({ zh, en }) => ({ text: { zh, en } }))
}

/** The share of the last open day above the machines that are down now. */
export const uptime: WallReader = ({ call, before, flow }) => {
  if (before === null) return null
  const { uptime: value, dueMinutes } = readUptimeBetween(call, before, before)
  if (dueMinutes === 0) return null
  const { target } = readUptimeTarget(call.ports.content)
  return {
    head: {
      text: flow.board.get(UPTIME_INDICATOR) ?? null,
      figure: { value, before: null, target, unit: 'rate', isMoreBetter: true },
    },
    rows: readDevicesDown(call).map(({ name, since }) => ({ note: name, status: 'down', at: since, isLate: true })),
    span: { from: before, to: before },
  }
}

/** Last week's five indicators, as far as something stands behind them. What no round looked at has no figure. */
export const weekBoard: WallReader = (context) => {
  const { call, on } = context
  const { last, earlier } = lastWeeks(on)
  const [rounds, roundsBefore] = [roundsBehind(context, last), roundsBehind(context, earlier)]
  const rate = readTotal(call, last.from, last.to).figures.passRate
  const [up, upBefore] = [
    readUptimeBetween(call, last.from, last.to),
    readUptimeBetween(call, earlier.from, earlier.to),
  ]
  const rows: WallRowIn[] = [
    row(context, 'patrol-pass-rate', rate, readTotal(call, earlier.from, earlier.to).figures.passRate),
    count(
      context,
      'repeat-fail-rate',
      rounds.held > 0 ? repeatsIn(context, last) : null,
      roundsBefore.held > 0 ? repeatsIn(context, earlier) : null,
    ),
    ...(up.dueMinutes === 0 ? [] : [row(context, UPTIME_INDICATOR, up.uptime, upBefore.uptime)]),
    count(context, 'complaint-count', complaintsIn(context, last), complaintsIn(context, earlier)),
  ]
  return { rows, span: last, rounds }
}

type Span = { from: string; to: string }

function row({ flow, call }: WallContext, indicator: string, value: number | null, before: number | null): WallRowIn {
  const target = targetShare(call.ports.content, indicator)
  const text = flow.board.get(indicator) ?? { zh: indicator, en: indicator }
  return { text, figure: { value, before, target, unit: 'rate', isMoreBetter: true } }
}

function count({ flow }: WallContext, indicator: string, value: number | null, before: number | null): WallRowIn {
  const words = flow.board.get(indicator) ?? { zh: indicator, en: indicator }
  return { text: words, figure: { value, before, target: null, unit: 'count', isMoreBetter: false } }
}

function repeatsIn({ call }: WallContext, { from, to }: Span): number {
  const { itemDays } = readTrends(call, { from: addDays(from, -REPEAT_DAYS), to })
  const inside = new Set(itemDays.filter(({ on, fails }) => on >= from && fails > 0).map(({ item }) => item))
  return [...repeatedWithin(itemDays, REPEAT_DAYS)].filter((item) => inside.has(item)).length
}

function complaintsIn({ call }: WallContext, { from, to }: Span): number {
  const filter = { mine: false, overdue: false, search: '', limit: 1, offset: 0, counted: true }
  return listTasks(call, { ...filter, source: 'complaint', foundFrom: from, foundTo: to }).total
}
