import type { AnswerValue } from '../../../shared/contract/patrols.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { logStep } from './open-task.ts'
import {
  columnsBefore,
  listLookBacks,
  markLookBack,
  type RectificationRow,
  selectTasks,
  updateTask,
} from './rectification-repository.ts'
import { isSpreadMissing } from './spread-checks/spread-rules.ts'

/** So many rounds in a row without the fault stand for the look-backs still to come, not for a spread check. */
export const CLEAN_ROUNDS = 10

/**
 * After a round was handed in for the first time: each struck-off fault whose item was passed has one clean round more,
 * one fixed on the spot starts anew. `values` by item number; `seenFrom` is when the round began.
 */
export function countCleanRounds(
  call: Call,
  patrolId: number,
  values: ReadonlyMap<number, AnswerValue>,
  seenFrom: number,
): void {
  const tasks = selectTasks(
    call.database,
    "WHERE state IN ('verified', 'lookback') AND item_no IS NOT NULL ORDER BY id LIMIT 5000",
    {},
  )
  for (const task of tasks) {
    const value = values.get(task.item_no ?? 0)
    if ((value !== 'pass' && value !== 'fixed') || (task.verified_at ?? 0) > seenFrom) continue
    const clean = value === 'pass' ? task.clean_rounds + 1 : 0
    updateTask(call.database, task.id, { clean_rounds: clean })
    if (clean >= CLEAN_ROUNDS && !isSpreadMissing(call, task)) closeEarly(call, task, patrolId)
    else call.touched('rectifications', task.uid)
  }
}

function closeEarly(call: Call, task: RectificationRow, patrolId: number): void {
  const { database, now } = call
  for (const { on, result } of listLookBacks(database, task.id)) {
    if (result === null) markLookBack(database, task.id, { on, result: 'pass', by: null, at: now, note: null })
  }
  if (task.state === 'verified') logStep(call, task.id, 'verified', 'lookback', null, [])
  logStep(call, task.id, 'lookback', 'closed', null, [], 'clean-rounds')
  updateTask(database, task.id, { state: 'closed', state_since: now, closed_at: now, clean_patrol: patrolId })
  call.changed({
    record: 'rectification',
    uid: task.uid,
    before: { state: task.state },
    after: { state: 'closed', cleanRounds: CLEAN_ROUNDS },
  })
  call.touched('rectifications', task.uid)
}

/**
 * The clean answer that closed a task was none: it stands under look-back again, with the dates that were still to come
 * and no clean round. Only a correction of that round's answer comes here.
 */
export function undoCleanClosing(call: Call, { patrolId, item }: { patrolId: number; item: { no: number } }): void {
  const { database, now, today } = call
  const [task] = selectTasks(
    database,
    "WHERE clean_patrol = @patrolId AND item_no = @item AND state = 'closed' AND closed_at IS NOT NULL",
    { patrolId, item: item.no },
  )
  if (!task) return
  // What the console passed by itself when it closed the task.
  const dates = statement(
    database,
    `UPDATE rectification_look_back SET result = NULL, at = NULL
     WHERE rectification_id = ? AND by IS NULL AND result = 'pass' AND at = ? RETURNING "on"`,
  )
    .pluck()
    .all(task.id, task.closed_at) as string[]
  const state = dates.some((on) => on <= today) ? 'lookback' : 'verified'
  const after = { state, state_since: now, closed_at: null, clean_rounds: 0, clean_patrol: null } as const
  updateTask(database, task.id, after)
  logStep(call, task.id, 'closed', state, null, [], 'clean-round-corrected')
  call.changed({ record: 'rectification', uid: task.uid, before: columnsBefore(task, after), after })
  call.touched('rectifications', task.uid)
}

/** A pass that was counted turns out to have been none: the count starts anew. */
export function forgetCleanRounds({ database }: Call, itemNo: number): void {
  statement(
    database,
    "UPDATE rectification SET clean_rounds = 0 WHERE item_no = ? AND state IN ('verified', 'lookback')",
  ).run(itemNo)
}
