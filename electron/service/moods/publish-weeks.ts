import type { MoodBand, MoodSeries } from '../../../shared/contract/moods.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { countDays, publishWeek, WATCHED_WEEKS } from '../../../shared/domain/mood-publication.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import {
  answersOn,
  countersOf,
  findSeries,
  hasWeek,
  insertWeek,
  listConsents,
  publishedWeeks,
  weeksSince,
} from './mood-repository.ts'
import { readRules } from './mood-scale.ts'
import { openRow, weekOf } from './mood-sealing.ts'

type Reading = Pick<Call, 'ports' | 'database' | 'today'>

/** A console that was shut for longer publishes no more than these. */
const WEEKS_BACK = 8

/** Weeks that are over and not yet decided, oldest first; a decision is never taken again. */
export function publishWeeks(call: Reading): void {
  const thisWeek = weekOf(call.today)
  const earliest = addDays(thisWeek, -7 * WEEKS_BACK)
  // Older ones were deleted, and would be decided anew from other answers.
  const kept = weekOf(addDays(call.today, -readRules(call).retention.weeks))
  const first = kept > earliest ? kept : earliest
  for (const series of listSeriesSince(call, first)) {
    const last = series.closedOn === null ? thisWeek : addDays(weekOf(series.closedOn), 7)
    const from = weekOf(series.openedOn) > first ? weekOf(series.openedOn) : first
    for (let week = from; week < thisWeek && week < last; week = addDays(week, 7)) publishOne(call, series, week)
  }
}

function publishOne(call: Reading, series: MoodSeries, week: string): void {
  if (hasWeek(call.database, series.id, week)) return
  const counts = countsOf(call, series, week)
  if (counts === null) return
  const watched = publishedWeeks(call.database, addDays(week, -7 * WATCHED_WEEKS), week)
  const before = watched.map((one) => ({ members: membersOf(call, one.series, one.week) }))
  const { why, band } = publishWeek({ members: membersOf(call, series.id, week), counts }, before)
  insertWeek(call.database, series.id, week, why, band)
}

/** Null while the vault keeps a level of it shut: decided once it is open. */
function countsOf(call: Reading, { id, mode }: Pick<MoodSeries, 'id' | 'mode'>, week: string): number[] | null {
  if (mode === 'named') return namedCounts(call, id, week)
  const counts = [0, 0, 0, 0, 0]
  for (const { level, answers } of countersOf(call.database, id, week)) counts[level - 1] = answers
  return counts
}

function namedCounts(call: Reading, series: number, week: string): number[] | null {
  const rows = answersOn(call.database, week, addDays(week, 6)).filter(({ series_id: id }) => id === series)
  const answers = rows.map((row) => ({ person: row.staff_id, on: row.on, level: openRow(call, row).level }))
  if (answers.some(({ level }) => level === null)) return null
  return countDays(answers.map(({ level, ...answer }) => ({ ...answer, level: level ?? 0 })))
}

/** Of a named series, for the head's reminder alone; null where too few answered or levels are shut. */
export function meanOfWeek(call: Reading, series: number, week: string): number | null {
  const counts = namedCounts(call, series, week)
  const answers = counts?.reduce((sum, count) => sum + count, 0) ?? 0
  if (!counts || answers === 0) return null
  return counts.reduce((sum, count, index) => sum + count * (index + 1), 0) / answers
}

function membersOf({ database }: Reading, series: number, week: string): Set<number> {
  const sunday = addDays(week, 6)
  const spans = listConsents(database, series, sunday).filter(({ to }) => to === null || to >= week)
  return new Set(spans.map(({ staffId }) => staffId))
}

function listSeriesSince({ database }: Reading, from: string): (MoodSeries & { closedOn: string | null })[] {
  return statement(
    database,
    `SELECT id, mode, opened_on AS openedOn, closed_on AS closedOn FROM mood_series
     WHERE closed_on IS NULL OR closed_on >= ? ORDER BY id LIMIT 100`,
  ).all(from) as (MoodSeries & { closedOn: string | null })[]
}

/** Last week's weather of the whole outlet, for a wall everybody sees; null where it was not published. */
export function readWeekWeather(call: Reading): { week: string; band: MoodBand } | null {
  const series = findSeries(call.database)
  const week = addDays(weekOf(call.today), -7)
  const found = series && weeksSince(call.database, series.id, week).find((one) => one.week === week)
  return found?.band ? { week, band: found.band } : null
}
