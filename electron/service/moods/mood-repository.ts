import type { Database } from 'better-sqlite3'
import type {
  MoodBand,
  MoodChange,
  MoodMode,
  MoodMoment,
  MoodSeries,
  MoodWeek,
} from '../../../shared/contract/moods.ts'
import { MOST_CHANGES, MOST_WEEKS } from '../../../shared/contract/moods.ts'
import { statement } from '../database/statements.ts'

/** For the test of query plans. */
export const SQL = {
  series: 'SELECT id, mode, opened_on AS openedOn FROM mood_series WHERE closed_on IS NULL LIMIT 1',
  consent: `SELECT notice, given_at AS givenAt FROM mood_consent
    WHERE series_id = ? AND staff_id = ? AND withdrawn_at IS NULL LIMIT 1`,
  consents: `SELECT staff_id AS staffId, given_on AS "from", withdrawn_on AS "to" FROM mood_consent
    WHERE series_id = ? AND given_on <= ? LIMIT 5000`,
  answersOf: `SELECT * FROM mood_answer WHERE staff_id = ? AND "on" BETWEEN ? AND ? ORDER BY "on", at LIMIT 400`,
  answersOn: `SELECT * FROM mood_answer WHERE "on" BETWEEN ? AND ? ORDER BY staff_id, "on", at LIMIT 40000`,
  unsealed: `SELECT * FROM mood_answer INDEXED BY mood_answer_open WHERE is_sealed = 0 AND "on" >= '' LIMIT 5000`,
  lastOf: `SELECT max("on") FROM mood_answer WHERE staff_id = ? LIMIT 1`,
  counters: 'SELECT level, answers FROM mood_counter WHERE series_id = ? AND week = ? LIMIT 5',
  week: 'SELECT why FROM mood_week WHERE series_id = ? AND week = ? LIMIT 1',
  weeks: `SELECT week, band, why FROM mood_week ORDER BY week DESC, series_id DESC LIMIT ${MOST_WEEKS}`,
  weeksSince: `SELECT week, band, why FROM mood_week WHERE series_id = ? AND week >= ? ORDER BY week LIMIT 60`,
  published: `SELECT series_id AS series, week FROM mood_week
    WHERE week BETWEEN ? AND ? AND why = 'published' ORDER BY week LIMIT 60`,
  agreed: `SELECT DISTINCT staff_id FROM mood_consent INDEXED BY mood_consent_in_force
    WHERE withdrawn_at IS NULL AND series_id > 0 LIMIT 5000`,
  changes: `SELECT id, "on", heard, did FROM mood_change ORDER BY "on" DESC, id DESC LIMIT ${MOST_CHANGES}`,
  talks: `SELECT * FROM care_talk ORDER BY "on" DESC, id DESC LIMIT 200`,
  talksOf: 'SELECT * FROM care_talk WHERE staff_id = ? ORDER BY at DESC, id DESC LIMIT 50',
  wishes: 'SELECT staff_id AS staffId, at FROM mood_wish ORDER BY staff_id LIMIT 2000',
} as const

export interface AnswerRow {
  series_id: number
  staff_id: number
  on: string
  moment: MoodMoment
  at: number
  content: string
  sensitive: string | null
  is_sealed: number
}

export interface TalkRow {
  id: number
  staff_id: number
  at: number
  on: string
  outcome: 'talked' | 'arranged' | 'declined'
  next_on: string | null
  actions: string
  note: string | null
}

export interface ConsentSpan {
  staffId: number
  from: string
  to: string | null
}

/** The series that takes answers; null before the head has chosen. */
export function findSeries(database: Database): MoodSeries | null {
  return (statement(database, SQL.series).get() as MoodSeries | undefined) ?? null
}

export function openNewSeries(database: Database, mode: MoodMode, on: string): MoodSeries {
  statement(database, 'UPDATE mood_series SET closed_on = ? WHERE closed_on IS NULL').run(on)
  const { lastInsertRowid } = statement(database, 'INSERT INTO mood_series (mode, opened_on) VALUES (?, ?)').run(
    mode,
    on,
  )
  return { id: Number(lastInsertRowid), mode, openedOn: on }
}

export function findConsent(database: Database, series: number, staffId: number) {
  return (
    (statement(database, SQL.consent).get(series, staffId) as { notice: number; givenAt: number } | undefined) ?? null
  )
}

export function listConsents(database: Database, series: number, till: string): ConsentSpan[] {
  return statement(database, SQL.consents).all(series, till) as ConsentSpan[]
}

export function insertConsent(
  database: Database,
  consent: { series: number; staffId: number; notice: number; at: number; on: string },
): void {
  statement(
    database,
    `INSERT INTO mood_consent (series_id, staff_id, notice, given_at, given_on)
     VALUES (@series, @staffId, @notice, @at, @on)`,
  ).run(consent)
}

export function withdrawConsents(database: Database, staffId: number, at: number, on: string): void {
  statement(
    database,
    'UPDATE mood_consent SET withdrawn_at = ?, withdrawn_on = ? WHERE staff_id = ? AND withdrawn_at IS NULL',
  ).run(at, on, staffId)
}

/** Everything the person ever said here, and what was written about talks with them. */
export function deletePerson(database: Database, staffId: number): void {
  for (const table of ['mood_answer', 'mood_wish', 'mood_silence', 'mood_favourite', 'care_talk']) {
    statement(database, `DELETE FROM ${table} WHERE staff_id = ?`).run(staffId)
  }
}

export function putAnswer(database: Database, row: AnswerRow): void {
  statement(
    database,
    `INSERT INTO mood_answer (series_id, staff_id, "on", moment, at, content, sensitive, is_sealed)
     VALUES (@series_id, @staff_id, @on, @moment, @at, @content, @sensitive, @is_sealed)
     ON CONFLICT (staff_id, "on", moment, series_id) DO UPDATE SET at = excluded.at,
       content = excluded.content, sensitive = excluded.sensitive, is_sealed = excluded.is_sealed`,
  ).run(row)
}

export function answersOf(database: Database, staffId: number, from: string, to: string): AnswerRow[] {
  return statement(database, SQL.answersOf).all(staffId, from, to) as AnswerRow[]
}

/** Of everybody, by person, then day, then hour. */
export function answersOn(database: Database, from: string, to: string): AnswerRow[] {
  return statement(database, SQL.answersOn).all(from, to) as AnswerRow[]
}

export function unsealedAnswers(database: Database): AnswerRow[] {
  return statement(database, SQL.unsealed).all() as AnswerRow[]
}

export function lastAnswerOn(database: Database, staffId: number): string | null {
  return statement(database, SQL.lastOf).pluck().get(staffId) as string | null
}

export function deleteAnswer(database: Database, row: AnswerRow): void {
  statement(
    database,
    'DELETE FROM mood_answer WHERE staff_id = @staff_id AND "on" = @on AND moment = @moment AND series_id = @series_id',
  ).run({ staff_id: row.staff_id, on: row.on, moment: row.moment, series_id: row.series_id })
}

export function deleteAnswersBefore(database: Database, day: string): void {
  statement(database, 'DELETE FROM mood_answer WHERE "on" < ?').run(day)
}

export function clearSensitiveBefore(database: Database, day: string): void {
  statement(database, 'UPDATE mood_answer SET sensitive = NULL WHERE "on" < ? AND sensitive IS NOT NULL').run(day)
}

export function addToCounter(database: Database, series: number, week: string, level: number, answers: number): void {
  statement(
    database,
    `INSERT INTO mood_counter VALUES (?, ?, ?, ?)
     ON CONFLICT (series_id, week, level) DO UPDATE SET answers = answers + excluded.answers`,
  ).run(series, week, level, answers)
}

export function countersOf(database: Database, series: number, week: string): { level: number; answers: number }[] {
  return statement(database, SQL.counters).all(series, week) as { level: number; answers: number }[]
}

export function hasWeek(database: Database, series: number, week: string): boolean {
  return statement(database, SQL.week).get(series, week) !== undefined
}

export function insertWeek(database: Database, series: number, week: string, why: string, band: MoodBand | null): void {
  statement(database, 'INSERT INTO mood_week (series_id, week, why, band) VALUES (?, ?, ?, ?)').run(
    series,
    week,
    why,
    band,
  )
}

export function listWeeks(database: Database): MoodWeek[] {
  return statement(database, SQL.weeks).all() as MoodWeek[]
}

export function weeksSince(database: Database, series: number, week: string): MoodWeek[] {
  return statement(database, SQL.weeksSince).all(series, week) as MoodWeek[]
}

export function deleteWeeksBefore(database: Database, week: string): void {
  statement(database, 'DELETE FROM mood_week WHERE week < ?').run(week)
  statement(database, 'DELETE FROM mood_counter WHERE week < ?').run(week)
}

/** Of every series: whoever sees a week of one has seen those of the others. */
export function publishedWeeks(database: Database, from: string, to: string): { series: number; week: string }[] {
  return statement(database, SQL.published).all(from, to) as { series: number; week: string }[]
}

/** Whose consent to any series is in force. */
export function listAgreed(database: Database): number[] {
  return statement(database, SQL.agreed).pluck().all() as number[]
}

export function listChanges(database: Database): MoodChange[] {
  return statement(database, SQL.changes).all() as MoodChange[]
}

export function insertChange(database: Database, change: Omit<MoodChange, 'id'>): MoodChange {
  const { lastInsertRowid } = statement(
    database,
    'INSERT INTO mood_change ("on", heard, did) VALUES (@on, @heard, @did)',
  ).run(change)
  return { id: Number(lastInsertRowid), ...change }
}

export function deleteChange(database: Database, id: number): boolean {
  return statement(database, 'DELETE FROM mood_change WHERE id = ?').run(id).changes > 0
}

export function putWish(database: Database, staffId: number, at: number): void {
  statement(database, 'INSERT INTO mood_wish VALUES (?, ?) ON CONFLICT (staff_id) DO NOTHING').run(staffId, at)
}

export function hasWish(database: Database, staffId: number): boolean {
  return statement(database, 'SELECT 1 FROM mood_wish WHERE staff_id = ?').get(staffId) !== undefined
}

export function listWishes(database: Database): { staffId: number; at: number }[] {
  return statement(database, SQL.wishes).all() as { staffId: number; at: number }[]
}

export function deleteWish(database: Database, staffId: number): void {
  statement(database, 'DELETE FROM mood_wish WHERE staff_id = ?').run(staffId)
}

export function deleteWishesBefore(database: Database, at: number): void {
  statement(database, 'DELETE FROM mood_wish WHERE at < ?').run(at)
}

export interface Silence {
  since: string
  days: number
  is_dismissed: number
}

export function findSilence(database: Database, staffId: number): Silence | undefined {
  return statement(database, 'SELECT since, days, is_dismissed FROM mood_silence WHERE staff_id = ?').get(staffId) as
    | Silence
    | undefined
}

/** A silence that was told once is not told again, however long it lasts. */
export function putSilence(database: Database, staffId: number, since: string, days: number): void {
  statement(
    database,
    `INSERT INTO mood_silence VALUES (?, ?, ?, 0) ON CONFLICT (staff_id) DO UPDATE SET
       days = CASE WHEN since = excluded.since THEN days ELSE excluded.days END,
       is_dismissed = CASE WHEN since = excluded.since THEN is_dismissed ELSE 0 END, since = excluded.since`,
  ).run(staffId, since, days)
}

export function dismissSilence(database: Database, staffId: number): void {
  statement(database, 'UPDATE mood_silence SET is_dismissed = 1 WHERE staff_id = ?').run(staffId)
}

export function listFavourites(database: Database, staffId: number): string[] {
  return statement(database, 'SELECT tip FROM mood_favourite WHERE staff_id = ? LIMIT 40')
    .pluck()
    .all(staffId) as string[]
}

export function setFavourite(database: Database, staffId: number, tip: string, isFavourite: boolean): void {
  const sql = isFavourite
    ? 'INSERT INTO mood_favourite VALUES (?, ?) ON CONFLICT DO NOTHING'
    : 'DELETE FROM mood_favourite WHERE staff_id = ? AND tip = ?'
  statement(database, sql).run(staffId, tip)
}

export function listTalks(database: Database): TalkRow[] {
  return statement(database, SQL.talks).all() as TalkRow[]
}

export function talksOf(database: Database, staffId: number): TalkRow[] {
  return statement(database, SQL.talksOf).all(staffId) as TalkRow[]
}

export function insertTalk(database: Database, talk: Omit<TalkRow, 'id' | 'note'>): number {
  const { lastInsertRowid } = statement(
    database,
    `INSERT INTO care_talk (staff_id, at, "on", outcome, next_on, actions)
     VALUES (@staff_id, @at, @on, @outcome, @next_on, @actions)`,
  ).run(talk)
  return Number(lastInsertRowid)
}

export function setTalkNote(database: Database, id: number, note: string): void {
  statement(database, 'UPDATE care_talk SET note = ? WHERE id = ?').run(note, id)
}

export function deleteTalk(database: Database, id: number): boolean {
  return statement(database, 'DELETE FROM care_talk WHERE id = ?').run(id).changes > 0
}

export function deleteTalksBefore(database: Database, day: string): void {
  statement(database, 'DELETE FROM care_talk WHERE "on" < ?').run(day)
}
