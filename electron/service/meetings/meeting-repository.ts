import type { Database } from 'better-sqlite3'
import {
  type AttendanceState,
  type MeetingKind,
  type MeetingState,
  MOST_ADDITIONS,
} from '../../../shared/contract/meetings.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

/** As stored; names are those of the columns. */
export interface MeetingRow {
  id: number
  uid: string
  on: string
  kind: MeetingKind
  template_id: string
  template_version: number
  host: number
  recorder: number | null
  state: MeetingState
  is_held: number
  started_at: number
  ended_at: number | null
  position: number | null
  step_began_at: number | null
  is_late: number
  late_reason: string | null
  photos: string
  created_at: number
  signed_at: number | null
  signed_by: number | null
  digest: string | null
  confirmed_at: number | null
  confirmed_by: number | null
  dropped_reason: string | null
  /** When the roll-call had reached the last of those on it. */
  called_at: number | null
  /** Since when it is written down afterwards. */
  late_at: number | null
}

export const MEETING_SQL = {
  between: `SELECT * FROM meeting WHERE kind IN ('morning', 'evening') AND "on" BETWEEN ? AND ? AND state <> 'dropped'
    ORDER BY "on", started_at LIMIT 1000`,
  running: `SELECT * FROM meeting WHERE kind IN ('morning', 'evening') AND "on" = ? AND state <> 'dropped'
    AND state = 'draft' AND position IS NOT NULL ORDER BY step_began_at DESC LIMIT 1`,
  hosts: `SELECT "on", host FROM (SELECT "on", host, started_at FROM meeting WHERE kind = ? AND "on" < ?
    AND state <> 'dropped' AND is_held = 1 ORDER BY "on" DESC, started_at DESC LIMIT 80) ORDER BY "on", started_at`,
  first: `SELECT "on" FROM meeting WHERE kind = ? AND state <> 'dropped' ORDER BY "on" LIMIT 1`,
  before: `SELECT started_at FROM meeting WHERE kind = ? AND "on" < ? AND state <> 'dropped'
    ORDER BY "on" DESC, started_at DESC LIMIT 1`,
  any: `SELECT 1 FROM meeting WHERE kind = ? AND "on" < ? AND state <> 'dropped' LIMIT 1`,
}

export type NewMeeting = Pick<
  MeetingRow,
  | 'uid'
  | 'on'
  | 'kind'
  | 'template_id'
  | 'template_version'
  | 'host'
  | 'recorder'
  | 'started_at'
  | 'ended_at'
  | 'is_late'
  | 'late_reason'
  | 'late_at'
  | 'created_at'
>

export function insertMeeting(database: Database, meeting: NewMeeting): void {
  statement(
    database,
    `INSERT INTO meeting (uid, "on", kind, template_id, template_version, host, recorder, started_at, ended_at, is_late,
       late_reason, late_at, created_at)
     VALUES (@uid, @on, @kind, @template_id, @template_version, @host, @recorder, @started_at, @ended_at, @is_late,
       @late_reason, @late_at, @created_at)`,
  ).run(meeting)
}

export function updateMeeting(database: Database, id: number, change: Partial<Omit<MeetingRow, 'id' | 'uid'>>): void {
  const set = Object.keys(change).map((name) => `"${name}" = @${name}`)
  statement(database, `UPDATE meeting SET ${set.join(', ')} WHERE id = @id`).run({ ...change, id })
}

export function getMeeting(database: Database, uid: string): MeetingRow {
  const row = statement(database, 'SELECT * FROM meeting WHERE uid = ?').get(uid)
  if (!row) throw new AppError('not-found', 'meetingGone')
  return row as MeetingRow
}

export function getMeetingById(database: Database, id: number): MeetingRow {
  return statement(database, 'SELECT * FROM meeting WHERE id = ?').get(id) as MeetingRow
}

/** In order of their days; dropped ones are left out. */
export function listMeetings(database: Database, from: string, to: string): MeetingRow[] {
  return statement(database, MEETING_SQL.between).all(from, to) as MeetingRow[]
}

export function findRunning(database: Database, on: string): MeetingRow | undefined {
  return statement(database, MEETING_SQL.running).get(on) as MeetingRow | undefined
}

/** Hosts of a kind before a day, oldest first; as many as two months can hold. */
export function listHosts(database: Database, kind: MeetingKind, before: string): { on: string; host: number }[] {
  return statement(database, MEETING_SQL.hosts).all(kind, before) as { on: string; host: number }[]
}

/** Null where there has never been one. */
export function firstMeetingOn(database: Database, kind: MeetingKind): string | null {
  return (statement(database, MEETING_SQL.first).pluck().get(kind) as string | undefined) ?? null
}

export function hasEarlier(database: Database, kind: MeetingKind, before: string): boolean {
  return statement(database, MEETING_SQL.any).get(kind, before) !== undefined
}

/** When the last one of that kind before that day began. */
export function startOfLastBefore(database: Database, kind: MeetingKind, on: string): number | null {
  return (statement(database, MEETING_SQL.before).pluck().get(kind, on) as number | undefined) ?? null
}

export interface AttendanceRow {
  staff_id: number
  state: AttendanceState
  reason: string | null
  covered_by: number | null
  /** Null: nobody has called the person yet. */
  called_at: number | null
}

export function listAttendance(database: Database, meetingId: number): AttendanceRow[] {
  return statement(
    database,
    'SELECT staff_id, state, reason, covered_by, called_at FROM meeting_attendance WHERE meeting_id = ? ORDER BY staff_id LIMIT 500',
  ).all(meetingId) as AttendanceRow[]
}

export function saveAttendance(database: Database, meetingId: number, row: AttendanceRow): void {
  statement(
    database,
    `INSERT INTO meeting_attendance (meeting_id, staff_id, state, reason, covered_by, called_at)
     VALUES (@meetingId, @staff_id, @state, @reason, @covered_by, @called_at)
     ON CONFLICT (meeting_id, staff_id) DO UPDATE SET state = excluded.state, reason = excluded.reason,
       covered_by = excluded.covered_by, called_at = excluded.called_at`,
  ).run({ ...row, meetingId })
}

export interface PairRow {
  a: number
  b: number
  fixed: string | null
}

export function listPairs(database: Database, meetingId: number): PairRow[] {
  return statement(database, 'SELECT a, b, fixed FROM meeting_pair WHERE meeting_id = ? LIMIT 200').all(
    meetingId,
  ) as PairRow[]
}

export function replacePairs(database: Database, meetingId: number, pairs: readonly PairRow[]): void {
  statement(database, 'DELETE FROM meeting_pair WHERE meeting_id = ?').run(meetingId)
  const insert = statement(database, 'INSERT INTO meeting_pair VALUES (?, ?, ?, ?)')
  for (const { a, b, fixed } of pairs) insert.run(meetingId, a, b, fixed)
}

export interface StepRow {
  position: number
  step_id: string
  begun_at: number | null
  seconds: number
  note: string | null
}

export function listSteps(database: Database, meetingId: number): StepRow[] {
  return statement(
    database,
    'SELECT position, step_id, begun_at, seconds, note FROM meeting_step WHERE meeting_id = ? ORDER BY position LIMIT 50',
  ).all(meetingId) as StepRow[]
}

export function insertStep(database: Database, meetingId: number, position: number, stepId: string): void {
  statement(database, 'INSERT INTO meeting_step (meeting_id, position, step_id) VALUES (?, ?, ?)').run(
    meetingId,
    position,
    stepId,
  )
}

export function addSeconds(database: Database, meetingId: number, position: number, seconds: number): void {
  statement(database, 'UPDATE meeting_step SET seconds = seconds + ? WHERE meeting_id = ? AND position = ?').run(
    seconds,
    meetingId,
    position,
  )
}

/** The first time it runs. */
export function markBegun(database: Database, meetingId: number, position: number, at: number): void {
  statement(
    database,
    'UPDATE meeting_step SET begun_at = coalesce(begun_at, ?) WHERE meeting_id = ? AND position = ?',
  ).run(at, meetingId, position)
}

export function saveNote(database: Database, meetingId: number, position: number, note: string | null): void {
  statement(database, 'UPDATE meeting_step SET note = ? WHERE meeting_id = ? AND position = ?').run(
    note,
    meetingId,
    position,
  )
}

export function listAdditions(
  database: Database,
  meetingId: number,
): { at: number; by: number | null; words: string }[] {
  return statement(
    database,
    `SELECT at, by, words FROM meeting_addition WHERE meeting_id = ? ORDER BY id LIMIT ${MOST_ADDITIONS}`,
  ).all(meetingId) as { at: number; by: number | null; words: string }[]
}
