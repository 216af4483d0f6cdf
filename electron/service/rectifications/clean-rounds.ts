import type { AnswerValue } from '../../../shared/contract/patrols.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { logStep } from './open-task.ts'
import {
  listLookBacks,
  markLookBack,
  type RectificationRow,
  selectTasks,
  updateTask,
} from './rectification-repository.ts'

/** So many rounds in a row without the fault stand for the look-backs still to come. */
export const CLEAN_ROUNDS = 10

/**
 * After a round was handed in for the first time: each struck-off fault whose item was passed has one clean round more,
 * one fixed on the spot starts anew. `values` by item number; `seenFrom` is when the round began.
 */
export function countCleanRounds(call: Call, values: ReadonlyMap<number, AnswerValue>, seenFrom: number): void {
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
    if (clean >= CLEAN_ROUNDS) closeEarly(call, task)
    else call.touched('rectifications', task.uid)
  }
}

function closeEarly(call: Call, task: RectificationRow): void {
  const { database, now } = call
  for (const { on, result } of listLookBacks(database, task.id)) {
    if (result === null) markLookBack(database, task.id, { on, result: 'pass', by: null, at: now, note: null })
  }
  if (task.state === 'verified') logStep(call, task.id, 'verified', 'lookback', null, [])
  logStep(call, task.id, 'lookback', 'closed', null, [], 'clean-rounds')
  updateTask(database, task.id, { state: 'closed', state_since: now, closed_at: now })
  call.changed({
    record: 'rectification',
    uid: task.uid,
    before: { state: task.state },
    after: { state: 'closed', cleanRounds: CLEAN_ROUNDS },
  })
  call.touched('rectifications', task.uid)
}

/** A pass that was counted turns out to have been none: the count starts anew. */
export function forgetCleanRounds({ database }: Call, itemNo: number): void {
  statement(
    database,
    "UPDATE rectification SET clean_rounds = 0 WHERE item_no = ? AND state IN ('verified', 'lookback')",
  ).run(itemNo)
}
