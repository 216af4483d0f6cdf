import type { Database } from 'better-sqlite3'
import type { ComplaintTerm } from '../../../../shared/contract/complaint-clocks.ts'
import { statement } from '../../database/statements.ts'

export interface ComplaintClockRow {
  rectification_id: number
  received_at: number
  term: ComplaintTerm
  extension_reason: string | null
  approval: string | null
  acknowledged_at: number | null
  acknowledged_by: number | null
  decided_at: number | null
  decided_by: number | null
  is_upheld: number | null
  decision: string | null
}

/** One that was noted before there was a clock was received when it was found. */
const SELECT = `SELECT task.id AS rectification_id, coalesce(clock.received_at, task.found_at) AS received_at,
  coalesce(clock.term, 'decision') AS term, clock.extension_reason, clock.approval, clock.acknowledged_at,
  clock.acknowledged_by, clock.decided_at, clock.decided_by, clock.is_upheld, clock.decision
  FROM rectification task LEFT JOIN complaint_clock clock ON clock.rectification_id = task.id`

export function findClock(database: Database, taskId: number): ComplaintClockRow | undefined {
  return statement(database, `${SELECT} WHERE task.id = ? AND task.source = 'complaint'`).get(taskId) as
    | ComplaintClockRow
    | undefined
}

/**
 * Not decided, of tasks in these states and of those closed meanwhile, the earliest first. Imported ones are history, and so
 * is what was closed before there was a clock.
 */
export function listRunning(database: Database, states: readonly string[], most: number): ComplaintClockRow[] {
  return statement(
    database,
    `${SELECT} WHERE task.state IN (SELECT value FROM json_each(?)) AND task.source = 'complaint'
       AND clock.decided_at IS NULL AND task.import_id IS NULL
     UNION ALL
     SELECT clock.* FROM complaint_clock clock CROSS JOIN rectification task ON task.id = clock.rectification_id
     WHERE clock.decided_at IS NULL AND task.state = 'closed' AND task.import_id IS NULL ORDER BY 2 LIMIT ?`,
  ).all(JSON.stringify(states), most) as ComplaintClockRow[]
}

export function saveClock(database: Database, row: ComplaintClockRow): void {
  statement(
    database,
    `INSERT INTO complaint_clock VALUES (@rectification_id, @received_at, @term, @extension_reason, @approval,
       @acknowledged_at, @acknowledged_by, @decided_at, @decided_by, @is_upheld, @decision)
     ON CONFLICT (rectification_id) DO UPDATE SET term = excluded.term, extension_reason = excluded.extension_reason,
       approval = excluded.approval, acknowledged_at = excluded.acknowledged_at,
       acknowledged_by = excluded.acknowledged_by, decided_at = excluded.decided_at, decided_by = excluded.decided_by,
       is_upheld = excluded.is_upheld, decision = excluded.decision`,
  ).run(row)
}
