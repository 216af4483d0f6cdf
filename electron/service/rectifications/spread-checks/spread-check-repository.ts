import type { Database } from 'better-sqlite3'
import { statement } from '../../database/statements.ts'

export interface SpreadCheckRow {
  id: number
  uid: string
  rectification_id: number
  started_at: number
  started_by: number | null
  done_at: number | null
  done_by: number | null
  note: string | null
}

export interface SpreadSpotRow {
  id: number
  spread_check_id: number
  item_no: number | null
  zone_id: string | null
  description: string
  result: 'pass' | 'fail' | 'struck' | null
  note: string | null
  checked_at: number | null
  checked_by: number | null
  task_id: number | null
  task_uid: string | null
  task_no: string | null
}

/** Of the fault as it stands: a list from before the task came back counts no more. */
export function findCheck(database: Database, taskId: number): SpreadCheckRow | undefined {
  return statement(
    database,
    `SELECT * FROM spread_check WHERE rectification_id = @taskId
       AND started_at >= coalesce((SELECT reopened_at FROM rectification WHERE id = @taskId), 0)
     ORDER BY started_at DESC LIMIT 1`,
  ).get({ taskId }) as SpreadCheckRow | undefined
}

export function insertCheck(database: Database, row: { uid: string; taskId: number; at: number; by: number | null }) {
  statement(
    database,
    'INSERT INTO spread_check (uid, rectification_id, started_at, started_by) VALUES (@uid, @taskId, @at, @by)',
  ).run(row)
}

export function finishCheck(
  database: Database,
  id: number,
  row: { at: number; by: number | null; note: string | null },
) {
  statement(database, 'UPDATE spread_check SET done_at = @at, done_by = @by, note = @note WHERE id = @id').run({
    ...row,
    id,
  })
}

export function listSpots(database: Database, checkId: number): SpreadSpotRow[] {
  return statement(
    database,
    `SELECT spread_spot.*, task.uid AS task_uid, task.no AS task_no FROM spread_spot
     LEFT JOIN rectification task ON task.id = task_id WHERE spread_check_id = ? ORDER BY spread_spot.id LIMIT 100`,
  ).all(checkId) as SpreadSpotRow[]
}

export function insertSpot(
  database: Database,
  row: Pick<SpreadSpotRow, 'spread_check_id' | 'item_no' | 'zone_id' | 'description'>,
): void {
  statement(
    database,
    `INSERT INTO spread_spot (spread_check_id, item_no, zone_id, description)
     VALUES (@spread_check_id, @item_no, @zone_id, @description)`,
  ).run(row)
}

export function markSpot(
  database: Database,
  id: number,
  row: Pick<SpreadSpotRow, 'result' | 'note' | 'checked_at' | 'checked_by' | 'task_id'>,
): void {
  statement(
    database,
    `UPDATE spread_spot SET result = @result, note = @note, checked_at = @checked_at, checked_by = @checked_by,
       task_id = @task_id WHERE id = @id`,
  ).run({ ...row, id })
}

/** The task whose spread check found this one. */
export function findOrigin(database: Database, taskId: number): { uid: string; no: string } | undefined {
  return statement(
    database,
    `SELECT first.uid, first.no FROM spread_spot JOIN spread_check ON spread_check.id = spread_check_id
     JOIN rectification first ON first.id = spread_check.rectification_id WHERE task_id = ? LIMIT 1`,
  ).get(taskId) as { uid: string; no: string } | undefined
}
