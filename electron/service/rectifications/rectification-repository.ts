import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { OwnerId, Severity } from '../../../shared/contract/checklists.ts'
import { Source, TaskState } from '../../../shared/contract/rectifications.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import { searchTextOf } from './search-text.ts'

export const RectificationRow = z.object({
  id: z.int(),
  uid: z.string(),
  year: z.int(),
  serial: z.int(),
  no: z.string(),
  source: Source,
  found_at: z.int(),
  entered_at: z.int(),
  found_by: z.int().nullable(),
  found_by_text: z.string().nullable(),
  zone_id: z.string().nullable(),
  item_no: z.int().nullable(),
  item_version: z.int().nullable(),
  description: z.string(),
  severity: Severity,
  occurrence: z.int(),
  owner_staff: z.int().nullable(),
  owner_queue: OwnerId.nullable(),
  owner_text: z.string().nullable(),
  due_at: z.int(),
  contain_due_at: z.int().nullable(),
  state: TaskState,
  state_since: z.int(),
  cause: z.string().nullable(),
  cause_note: z.string().nullable(),
  temporary_measure: z.string().nullable(),
  measure: z.string().nullable(),
  prevention: z.string().nullable(),
  waiting_for: z.string().nullable(),
  expected_on: z.string().nullable(),
  done_at: z.int().nullable(),
  verifier: z.int().nullable(),
  verifier_text: z.string().nullable(),
  verified_at: z.int().nullable(),
  closed_at: z.int().nullable(),
  is_two_person_sample: z.int(),
  patrol_id: z.int().nullable(),
  patrol_item_no: z.int().nullable(),
  import_id: z.int().nullable(),
  extra: z.string().nullable(),
  clean_rounds: z.int(),
  co_owner: z.int().nullable(),
  urges: z.int(),
  urged_at: z.int().nullable(),
  asked_until: z.int().nullable(),
  asked_reason: z.string().nullable(),
  extensions: z.int(),
  extension_reason: z.string().nullable(),
  restored: z.string().nullable(),
  returned_for: z.string().nullable(),
  fix_due_at: z.int().nullable(),
  waited_ms: z.int(),
  reminders: z.int(),
  reminded_at: z.int().nullable(),
  reminded_due: z.int().nullable(),
  reminded_step: z.int(),
  known_until: z.string().nullable(),
  known_reason: z.string().nullable(),
  known_ended_at: z.int().nullable(),
  clean_patrol: z.int().nullable(),
  /** When it came back the last time; null where it never did. */
  reopened_at: z.int().nullable(),
  cost_fen: z.int().nullable(),
  last_change: z.string().nullable(),
})
export type RectificationRow = z.infer<typeof RectificationRow>

/** When a task was struck off the ledger: verified by somebody else, or closed on the spot. */
export const STRUCK_OFF = 'coalesce(verified_at, closed_at)'

/** When the fault was found, or came back the last time: what was fixed in between is over. */
export const OPEN_SINCE = 'coalesce(reopened_at, found_at)'

const COLUMNS = Object.keys(RectificationRow.shape).filter((column) => column !== 'id')
export type NewRectification = Omit<RectificationRow, 'id'>

/** Every column at its start; a new task names only what it knows. */
export const BLANK: Omit<
  NewRectification,
  | 'uid'
  | 'year'
  | 'serial'
  | 'no'
  | 'source'
  | 'found_at'
  | 'entered_at'
  | 'description'
  | 'severity'
  | 'due_at'
  | 'state'
  | 'state_since'
> = {
  found_by: null,
  found_by_text: null,
  zone_id: null,
  item_no: null,
  item_version: null,
  occurrence: 1,
  owner_staff: null,
  owner_queue: null,
  owner_text: null,
  contain_due_at: null,
  cause: null,
  cause_note: null,
  temporary_measure: null,
  measure: null,
  prevention: null,
  waiting_for: null,
  expected_on: null,
  done_at: null,
  verifier: null,
  verifier_text: null,
  verified_at: null,
  closed_at: null,
  is_two_person_sample: 0,
  patrol_id: null,
  patrol_item_no: null,
  import_id: null,
  extra: null,
  clean_rounds: 0,
  co_owner: null,
  urges: 0,
  urged_at: null,
  asked_until: null,
  asked_reason: null,
  extensions: 0,
  extension_reason: null,
  restored: null,
  returned_for: null,
  fix_due_at: null,
  waited_ms: 0,
  reminders: 0,
  reminded_at: null,
  reminded_due: null,
  reminded_step: 0,
  known_until: null,
  known_reason: null,
  known_ended_at: null,
  clean_patrol: null,
  reopened_at: null,
  cost_fen: null,
  last_change: null,
}

export function getTask(database: Database, uid: string): RectificationRow {
  const row = statement(database, 'SELECT * FROM rectification WHERE uid = ?').get(uid)
  if (row === undefined) throw new AppError('not-found', 'taskGone')
  return RectificationRow.parse(row)
}

/** Rows of a query that selects whole tasks; `where` is built from fixed text, values go as parameters. */
export function selectTasks(database: Database, rest: string, parameters: Record<string, unknown>): RectificationRow[] {
  return statement(database, `SELECT rectification.* FROM rectification ${rest}`)
    .all(parameters)
    .map((row) => RectificationRow.parse(row))
}

export function insertTask(database: Database, task: NewRectification): RectificationRow {
  statement(
    database,
    `INSERT INTO rectification (${COLUMNS.join(', ')}) VALUES (${COLUMNS.map((column) => `@${column}`).join(', ')})`,
  ).run(task)
  const row = getTask(database, task.uid)
  keepFindable(database, row.id, row.description)
  return row
}

function keepFindable(database: Database, id: number, description: string): void {
  statement(database, 'INSERT OR REPLACE INTO rectification_search VALUES (?, ?)').run(id, searchTextOf(description))
}

export function updateTask(database: Database, id: number, change: Partial<NewRectification>): void {
  const columns = Object.keys(change)
  const sets = columns.map((column) => `${column} = @${column}`).join(', ')
  statement(database, `UPDATE rectification SET ${sets} WHERE id = @id`).run({ ...change, id })
  if (change.description !== undefined) keepFindable(database, id, change.description)
}

/** What stood in the columns that a change names, for the audit. */
export function columnsBefore(task: RectificationRow, change: Partial<NewRectification>): object {
  return Object.fromEntries(Object.keys(change).map((key) => [key, task[key as keyof RectificationRow]]))
}

export function nextSerial(database: Database, year: number): number {
  const last = statement(database, 'SELECT max(serial) FROM rectification WHERE year = ?').pluck().get(year)
  return Number(last ?? 0) + 1
}

export interface EventRow {
  at: number
  by: number | null
  by_text: string | null
  from_state: string | null
  to_state: string
  note: string | null
  photos: string | null
  /** What the console did by itself. */
  rule: string | null
  /** Steps sent back, in JSON. */
  redo: string | null
}

export function insertEvent(
  database: Database,
  taskId: number,
  event: Omit<EventRow, 'photos' | 'redo'> & { photos: string[] },
) {
  statement(
    database,
    `INSERT INTO rectification_event (rectification_id, at, by, by_text, from_state, to_state, note, photos, rule)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  ).run(
    taskId,
    event.at,
    event.by,
    event.by_text,
    event.from_state,
    event.to_state,
    event.note,
    event.photos.length > 0 ? JSON.stringify(event.photos) : null,
    event.rule,
  )
}

/** Says of the last entry which steps it sent back. */
export function markRedo(database: Database, taskId: number, redo: readonly string[]): void {
  statement(
    database,
    `UPDATE rectification_event SET redo = ?
     WHERE id = (SELECT max(id) FROM rectification_event WHERE rectification_id = ?)`,
  ).run(JSON.stringify(redo), taskId)
}

export function listEvents(database: Database, taskId: number): EventRow[] {
  return statement(database, 'SELECT * FROM rectification_event WHERE rectification_id = ? ORDER BY id').all(
    taskId,
  ) as EventRow[]
}

export interface LookBackRow {
  on: string
  result: 'pass' | 'fail' | null
  by: number | null
  at: number | null
  note: string | null
}

export function listLookBacks(database: Database, taskId: number): LookBackRow[] {
  return statement(database, 'SELECT * FROM rectification_look_back WHERE rectification_id = ? ORDER BY "on"').all(
    taskId,
  ) as LookBackRow[]
}

/** One that clean rounds had passed before its day is due again. */
export function insertLookBack(database: Database, taskId: number, on: string): void {
  statement(
    database,
    `INSERT INTO rectification_look_back (rectification_id, "on") VALUES (?, ?)
     ON CONFLICT DO UPDATE SET result = NULL, by = NULL, at = NULL, note = NULL`,
  ).run(taskId, on)
}

export function markLookBack(database: Database, taskId: number, row: LookBackRow): void {
  statement(
    database,
    'UPDATE rectification_look_back SET result = @result, by = @by, at = @at, note = @note WHERE rectification_id = @taskId AND "on" = @on',
  ).run({ ...row, taskId })
}

/** Returns the days that were still to come. */
export function deletePendingLookBacks(database: Database, taskId: number): string[] {
  return statement(
    database,
    'DELETE FROM rectification_look_back WHERE rectification_id = ? AND result IS NULL RETURNING "on"',
  )
    .pluck()
    .all(taskId) as string[]
}
