import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import type { StoredPatrolStatus } from '../../../shared/domain/round-state.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

const PatrolRow = z.object({
  id: z.int(),
  uid: z.string(),
  kind: z.enum(['round', 'recheck', 'import']),
  on: z.string(),
  round_no: z.int(),
  status: z.enum(['planned', 'running', 'submitted', 'returned', 'missed']),
  window_start: z.int(),
  window_end: z.int(),
  day_ends_at: z.int(),
  checklist_version: z.int().nullable(),
  due_items: z.instanceof(Uint8Array).nullable(),
  opened_at: z.int().nullable(),
  opened_by: z.int().nullable(),
  submitted_at: z.int().nullable(),
  submitted_by: z.int().nullable(),
  is_late_entry: z.int(),
  returned_reason: z.string().nullable(),
  parent_id: z.int().nullable(),
  import_id: z.int().nullable(),
  walked_by: z.int().nullable(),
  walk_ended_at: z.int().nullable(),
})
export type PatrolRow = z.infer<typeof PatrolRow>

export function findPatrol(database: Database, uid: string): PatrolRow | undefined {
  const row = statement(database, 'SELECT * FROM patrol WHERE uid = ?').get(uid)
  return row === undefined ? undefined : PatrolRow.parse(row)
}

export function getPatrol(database: Database, uid: string): PatrolRow {
  const row = findPatrol(database, uid)
  if (!row) throw new AppError('not-found', 'patrolGone')
  return row
}

export function getPatrolById(database: Database, id: number): PatrolRow {
  return PatrolRow.parse(statement(database, 'SELECT * FROM patrol WHERE id = ?').get(id))
}

export function listPatrols(database: Database, from: string, to: string): PatrolRow[] {
  return statement(database, 'SELECT * FROM patrol WHERE "on" BETWEEN ? AND ? ORDER BY "on", round_no, id LIMIT 6000')
    .all(from, to)
    .map((row) => PatrolRow.parse(row))
}

/** Rounds of the same name on earlier days that hold answers, newest first. */
/** The same round on earlier days, newest first; before them the round that a re-check follows. */
export function listEarlierPatrols(database: Database, patrol: PatrolRow, limit: number): { id: number; on: string }[] {
  const earlier = statement(
    database,
    `SELECT id, "on" FROM patrol WHERE round_no = ? AND "on" < ? AND kind = 'round' AND opened_at IS NOT NULL
     ORDER BY "on" DESC LIMIT ?`,
  ).all(patrol.round_no, patrol.on, limit) as { id: number; on: string }[]
  if (patrol.parent_id === null) return earlier
  const { id, on } = getPatrolById(database, patrol.parent_id)
  return [{ id, on }, ...earlier.filter((one) => one.id !== id)]
}

export type NewPatrol = Pick<
  PatrolRow,
  'uid' | 'kind' | 'on' | 'round_no' | 'window_start' | 'window_end' | 'day_ends_at'
> &
  Partial<Pick<PatrolRow, 'parent_id' | 'import_id'>>

/** Inserts a planned patrol and returns its key. */
export function insertPatrol(database: Database, patrol: NewPatrol): number {
  return Number(
    statement(
      database,
      `INSERT INTO patrol (uid, kind, "on", round_no, status, window_start, window_end, day_ends_at, parent_id, import_id)
       VALUES (@uid, @kind, @on, @round_no, 'planned', @window_start, @window_end, @day_ends_at, @parent_id, @import_id)`,
    ).run({ parent_id: null, import_id: null, ...patrol }).lastInsertRowid,
  )
}

export interface Opening {
  at: number
  by: number | null
  status: StoredPatrolStatus
  isLateEntry: boolean
  checklistVersion: number
  dueItems: readonly number[]
}

export function markOpened(database: Database, id: number, opening: Opening): void {
  statement(
    database,
    `UPDATE patrol SET status = ?, opened_at = ?, opened_by = ?, is_late_entry = ?, checklist_version = ?, due_items = ?
     WHERE id = ?`,
  ).run(
    opening.status,
    opening.at,
    opening.by,
    Number(opening.isLateEntry),
    opening.checklistVersion,
    packItems(opening.dueItems),
    id,
  )
}

export function markDueItems(database: Database, id: number, items: readonly number[]): void {
  statement(database, 'UPDATE patrol SET due_items = ? WHERE id = ?').run(packItems(items), id)
}

/** Who handed in and when; the walk ended with the first time. */
export function markSubmitted(
  database: Database,
  patrol: PatrolRow,
  { at, by, walkedBy }: { at: number; by: number | null; walkedBy: number | null },
): void {
  const status = patrol.status === 'missed' ? 'missed' : 'submitted'
  statement(
    database,
    `UPDATE patrol SET status = ?, submitted_at = ?, submitted_by = ?, walked_by = ?,
       walk_ended_at = coalesce(walk_ended_at, ?), is_late_entry = ? WHERE id = ?`,
  ).run(status, at, by, walkedBy, at, Number(patrol.is_late_entry === 1 || at > patrol.window_end), patrol.id)
}

export function markReturned(database: Database, id: number, reason: string): void {
  statement(database, "UPDATE patrol SET status = 'returned', returned_reason = ? WHERE id = ?").run(reason, id)
}

/** Rounds whose business day has ended without a submission, as they are now. */
export function markMissed(database: Database, now: number): PatrolRow[] {
  return statement(
    database,
    `UPDATE patrol SET status = 'missed' WHERE status IN ('planned', 'running') AND day_ends_at <= ? RETURNING *`,
  )
    .all(now)
    .map((row) => PatrolRow.parse(row))
}

export function updatePlanned(database: Database, id: number, windowStart: number, windowEnd: number): void {
  statement(database, 'UPDATE patrol SET window_start = ?, window_end = ? WHERE id = ?').run(windowStart, windowEnd, id)
}

export function deletePlanned(database: Database, id: number): void {
  statement(database, "DELETE FROM patrol WHERE id = ? AND status = 'planned'").run(id)
}

/** Item numbers as little-endian 16-bit integers: two bytes an item. */
function packItems(items: readonly number[]): Buffer {
  return Buffer.from(Uint16Array.from(items).buffer)
}

export function unpackItems(packed: Uint8Array | null): number[] {
  return Array.from(dueNumbers(packed))
}

/** The same as they lie in the row, for whoever only asks whether one is among them. */
export function dueNumbers(packed: Uint8Array | null): Uint16Array {
  // Copied first: a row's bytes may begin at an odd address.
  return new Uint16Array(new Uint8Array(packed ?? []).buffer)
}
