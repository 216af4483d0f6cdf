import { z } from 'zod'
import type { RoundId } from '../../../shared/contract/checklists.ts'
import { addDays, daysBetween, instantOf, parseClock } from '../../../shared/domain/business-day.ts'
import { type OutletCalendar, openDayAfter, readCalendar } from '../calendar/index.ts'
import { listRounds, type NumberedRound } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { readSetting, writeSetting } from '../settings/index.ts'
import { countMissed } from './open-patrol.ts'
import { deletePlanned, insertPatrol, listPatrols, markMissed, updatePlanned } from './patrol-repository.ts'

const DAY_MINUTES = 24 * 60
/** A PC that was off for longer starts afresh: a year of missed rounds would say nothing. */
const LONGEST_GAP_DAYS = 62

/**
 * Plans the rounds of every day up to today and marks those missed whose business day has ended. Days that were
 * planned keep their windows; only today's unopened rounds follow a change of calendar or windows.
 */
export function planDays(call: Call): void {
  if (!findOutlet(call.database)) return
  const planned = readSetting(call.database, 'patrols.plannedTo', z.string().nullable().default(null))
  const first = planned === null ? call.today : addDays(planned, 1)
  const oldest = addDays(call.today, -LONGEST_GAP_DAYS)
  const calendar = readCalendar(call.ports)
  const rounds = listRounds(call.database)
  const days = daysBetween(first < oldest ? oldest : first, call.today)
  for (const on of days) planDay(call, calendar, rounds, on)
  if (planned !== null && planned >= call.today) replanToday(call, calendar, rounds)
  if (days.length > 0) writeSetting(call.database, 'patrols.plannedTo', call.today)
  for (const patrol of markMissed(call.database, call.now)) {
    countMissed(call, patrol)
    call.touched('patrols', patrol.uid)
  }
}

interface RoundInstants {
  roundNo: number
  start: number
  end: number
  dayEndsAt: number
}

/** Windows of a day as instants, by round number; empty on a closed day. */
export function windowsOf(calendar: OutletCalendar, rounds: readonly NumberedRound[], on: string): RoundInstants[] {
  const { kind, isOpen } = calendar.day(on)
  if (!isOpen) return []
  const windowKind = kind === 'holiday' ? 'weekend' : kind
  return rounds.flatMap((round) => {
    const window = round.windows[windowKind]
    if (!window) return []
    return {
      roundNo: round.no,
      start: instantOf(on, parseClock(window.start), calendar.zone),
      end: instantOf(on, parseClock(window.end), calendar.zone),
      dayEndsAt: instantOf(on, DAY_MINUTES, calendar.zone),
    }
  })
}

/** The next open day after today with the earliest of its rounds; null where none is near. */
export function readNextOpen(call: Call): { on: string; first: { round: RoundId; windowStart: number } | null } | null {
  const calendar = readCalendar(call.ports)
  const on = openDayAfter(calendar, call.today)
  if (on === null) return null
  const rounds = listRounds(call.database)
  const [first] = windowsOf(calendar, rounds, on).toSorted((one, other) => one.start - other.start)
  const round = rounds.find(({ no }) => no === first?.roundNo)
  return { on, first: first && round ? { round: round.id, windowStart: first.start } : null }
}

function planDay(call: Call, calendar: OutletCalendar, rounds: readonly NumberedRound[], on: string): void {
  const { kind, isOpen } = calendar.day(on)
  statement(call.database, 'INSERT OR IGNORE INTO patrol_day VALUES (?, ?, ?, ?)').run(on, kind, Number(isOpen), '{}')
  for (const window of windowsOf(calendar, rounds, on)) planRound(call, on, window)
}

function planRound(call: Call, on: string, { roundNo, start, end, dayEndsAt }: RoundInstants): void {
  const uid = call.ports.ids.uid(call.now)
  const times = { window_start: start, window_end: end, day_ends_at: dayEndsAt }
  insertPatrol(call.database, { uid, kind: 'round', on, round_no: roundNo, ...times })
  call.touched('patrols', uid)
}

function replanToday(call: Call, calendar: OutletCalendar, rounds: readonly NumberedRound[]): void {
  const windows = new Map(windowsOf(calendar, rounds, call.today).map((window) => [window.roundNo, window]))
  const { kind, isOpen } = calendar.day(call.today)
  const known = statement(call.database, 'SELECT kind, is_open FROM patrol_day WHERE "on" = ?').get(call.today) as
    | { kind: string; is_open: number }
    | undefined
  if (known && (known.kind !== kind || known.is_open !== Number(isOpen))) {
    statement(call.database, 'UPDATE patrol_day SET kind = ?, is_open = ? WHERE "on" = ?').run(
      kind,
      Number(isOpen),
      call.today,
    )
  }
  for (const patrol of listPatrols(call.database, call.today, call.today)) {
    if (patrol.kind !== 'round') continue
    const window = windows.get(patrol.round_no)
    windows.delete(patrol.round_no)
    if (patrol.status !== 'planned') continue
    if (!window) deletePlanned(call.database, patrol.id)
    else if (window.start !== patrol.window_start || window.end !== patrol.window_end) {
      updatePlanned(call.database, patrol.id, window.start, window.end)
    } else continue
    call.touched('patrols', patrol.uid)
  }
  for (const window of windows.values()) planRound(call, call.today, window)
}
