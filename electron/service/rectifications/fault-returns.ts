import { z } from 'zod'
import { Severity } from '../../../shared/contract/checklists.ts'
import { Day } from '../../../shared/contract/procedure.ts'
import { TaskState } from '../../../shared/contract/rectifications.ts'
import { DAY_MS } from '../../../shared/domain/business-day.ts'
import { findItem } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { containDueAt, dueAtOf, logStep, oneLevelUp } from './open-task.ts'
import { areShown, returnPhotosOf } from './photos-of-events.ts'
import {
  columnsBefore,
  deletePendingLookBacks,
  insertLookBack,
  listEvents,
  type RectificationRow,
  selectTasks,
  updateTask,
} from './rectification-repository.ts'
import { readRules } from './rules.ts'

/** What a task was before a fail brought it back. */
const Was = z.object({
  state: TaskState,
  severity: Severity,
  done_at: z.int().nullable(),
  verified_at: z.int().nullable(),
  closed_at: z.int().nullable().default(null),
  clean_patrol: z.int().nullable().default(null),
  clean_rounds: z.int(),
  reopened_at: z.int().nullable().default(null),
  due_at: z.int().exactOptional(),
  contain_due_at: z.int().nullable().exactOptional(),
  lookBacks: z.array(Day),
})

interface Answer {
  patrolId: number
  item: { no: number }
  photos: string[]
  /** UTC milliseconds: what was seen before the fix says nothing about it. */
  foundAt: number
}

/**
 * A fail of an item whose fault counts as fixed: the same task comes back, one level higher, linked to the round. So does
 * one that clean rounds closed early, as long as a repeat counts; one whose look-backs were all held is over.
 */
export function reopenByFail(call: Call, { patrolId, item, photos, foundAt }: Answer): RectificationRow | undefined {
  const { database, now } = call
  const windowDays = readRules(call.ports.content).verification.repeat_window_days
  const [task] = selectTasks(
    database,
    `WHERE item_no = @item AND verified_at <= @foundAt AND (state IN ('verified', 'lookback')
       OR (state = 'closed' AND clean_patrol IS NOT NULL AND closed_at BETWEEN @since AND @foundAt))
     ORDER BY found_at DESC LIMIT 1`,
    { item: item.no, foundAt, since: foundAt - windowDays * DAY_MS },
  )
  if (!task) return undefined
  const { state } = task
  const after = { state: 'reopened', state_since: now, ...comeBack(call, task, foundAt) } as const
  const was = JSON.stringify({ ...columnsBefore(task, after), lookBacks: deletePendingLookBacks(database, task.id) })
  statement(database, 'INSERT INTO rectification_known VALUES (?, ?, ?, ?)').run(task.id, patrolId, item.no, was)
  if (state === 'verified') logStep(call, task.id, 'verified', 'lookback', null, [])
  logStep(call, task.id, state === 'closed' ? state : 'lookback', 'reopened', null, photos, 'failed-again')
  change(call, task, after)
  return task
}

/** What the round that brought a fault back shows of it, until somebody has begun to fix it. */
export function showReturned(call: Call, { patrolId, item, photos }: Answer): void {
  const [task] = selectTasks(
    call.database,
    `WHERE state IN ('reopened', 'assigned', 'doing') AND id = (SELECT rectification_id FROM rectification_known
       WHERE patrol_id = @patrolId AND item_no = @item AND was IS NOT NULL LIMIT 1)`,
    { patrolId, item: item.no },
  )
  if (!task) return
  if (areShown(photos, returnPhotosOf(listEvents(call.database, task.id)))) return
  logStep(call, task.id, task.state, task.state, null, photos)
  call.touched('rectifications', task.uid)
}

/** A fault that counted as fixed was seen again at `at`: one level higher, and due anew by that level from then. */
export function comeBack(call: Call, task: RectificationRow, at: number): Partial<RectificationRow> {
  const severity = oneLevelUp(task.severity)
  const item = findItem(call.database, task.item_no)
  return {
    severity,
    due_at: dueAtOf(call, severity, item, at),
    contain_due_at: containDueAt(call, severity, item, at),
    done_at: null,
    verified_at: null,
    closed_at: null,
    clean_patrol: null,
    clean_rounds: 0,
    reopened_at: at,
  }
}

/** The fail was a mistake: what it brought back is again what it was, unless somebody has taken it on. */
export function undoReopening(call: Call, { patrolId, item }: Answer): RectificationRow | undefined {
  const { database, now } = call
  const row = statement(
    database,
    'SELECT rectification_id AS id, was FROM rectification_known WHERE patrol_id = ? AND item_no = ? AND was IS NOT NULL',
  ).get(patrolId, item.no) as { id: number; was: string } | undefined
  const [task] = row ? selectTasks(database, "WHERE id = @id AND state = 'reopened'", { id: row.id }) : []
  if (!row || !task || handOver(call, task, row.was, patrolId)) return undefined
  const { lookBacks, ...was } = Was.parse(JSON.parse(row.was))
  for (const on of lookBacks) insertLookBack(database, task.id, on)
  logStep(call, task.id, 'reopened', was.state, null, [], 'corrected')
  change(call, task, { ...was, state_since: now })
  return task
}

/** A later round has seen the fault as well: the task stays, and that round's fail is now what brought it back. */
function handOver(call: Call, task: RectificationRow, was: string, patrolId: number): boolean {
  const { database } = call
  const later = statement(
    database,
    `SELECT patrol.id, patrol.opened_at AS openedAt FROM rectification_known known
     JOIN patrol ON patrol.id = known.patrol_id
     WHERE known.rectification_id = @task AND known.was IS NULL
       AND patrol.window_start > (SELECT window_start FROM patrol WHERE id = @patrolId)
     ORDER BY patrol.window_start LIMIT 1`,
  ).get({ task: task.id, patrolId }) as { id: number; openedAt: number } | undefined
  if (!later) return false
  statement(database, 'UPDATE rectification_known SET was = ? WHERE rectification_id = ? AND patrol_id = ?').run(
    was,
    task.id,
    later.id,
  )
  change(call, task, { reopened_at: later.openedAt })
  return true
}

function change(call: Call, task: RectificationRow, after: Partial<RectificationRow>): void {
  updateTask(call.database, task.id, after)
  const before = columnsBefore(task, after)
  call.changed({ record: 'rectification', uid: task.uid, before, after })
  call.touched('rectifications', task.uid)
}
