import { z } from 'zod'
import type { InputOf } from '../../../shared/contract/index.ts'
import type { BatchOutcome, taskBatches } from '../../../shared/contract/task-batches.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { moveTask } from './move-task.ts'
import { logStep } from './open-task.ts'
import {
  columnsBefore,
  deletePendingLookBacks,
  getTask,
  type NewRectification,
  RectificationRow,
  updateTask,
} from './rectification-repository.ts'
import { actOnTask } from './task-acts.ts'

type RunInput = InputOf<typeof taskBatches.run>

const UNDO_MS = 10 * 60_000

/** What a batch changed in one task, and the last entry of its history then. */
const LastChange = z.object({
  at: z.int(),
  by: z.int(),
  event: z.int(),
  before: RectificationRow.omit({ id: true, last_change: true }).partial(),
})

/** Everybody's own step of one task; a refusal is its answer, and undoes that task's part alone. */
function each(call: Call, uids: readonly string[], work: (uid: string) => void): BatchOutcome['results'] {
  const inSavepoint = call.database.transaction(work)
  return uids.map((uid) => {
    try {
      inSavepoint(uid)
      return { uid, no: getTask(call.database, uid).no, isDone: true, reason: null }
    } catch (error) {
      if (!(error instanceof AppError)) throw error
      const no = statement(call.database, 'SELECT no FROM rectification WHERE uid = ?').pluck().get(uid)
      return { uid, no: String(no ?? ''), isDone: false, reason: error.detail.reason }
    }
  })
}

function take(call: Call, input: RunInput, uid: string, from: RunInput['tasks'][number]['from']): void {
  const { step, note, ownerUid, queue, dueAt } = input
  const given = {
    ...{ uid, from, note },
    ...(ownerUid !== undefined && { ownerUid }),
    ...(queue !== undefined && { queue }),
    ...(dueAt !== undefined && { dueAt }),
  }
  if (step === 'transfer' || step === 'urge') {
    actOnTask(call, { ...given, act: step })
    return
  }
  const to = { assign: 'assigned', accept: 'doing', verify: 'verified' } as const
  moveTask(call, { ...given, to: to[step], photos: [] })
}

function lastEvent({ database }: Call, taskId: number): number {
  return Number(
    statement(database, 'SELECT max(id) FROM rectification_event WHERE rectification_id = ?').pluck().get(taskId),
  )
}

/** Columns that differ, as they were. */
function differenceOf(before: RectificationRow, after: RectificationRow): Partial<NewRectification> {
  const keys = Object.keys(before) as (keyof RectificationRow)[]
  return Object.fromEntries(keys.filter((key) => before[key] !== after[key]).map((key) => [key, before[key]]))
}

function remember(call: Call, before: RectificationRow): void {
  const after = getTask(call.database, before.uid)
  const { last_change: _, ...changed } = differenceOf(before, after)
  const change = { at: call.now, by: call.actor.staffId ?? -1, event: lastEvent(call, before.id), before: changed }
  updateTask(call.database, before.id, { last_change: JSON.stringify(change satisfies z.infer<typeof LastChange>) })
}

function takeBack(call: Call, uid: string): void {
  const task = getTask(call.database, uid)
  const change = task.last_change === null ? undefined : LastChange.parse(JSON.parse(task.last_change))
  const isMine = change !== undefined && change.by === call.actor.staffId
  const isFresh = isMine && call.now - change.at <= UNDO_MS && change.event === lastEvent(call, task.id)
  if (!isFresh) throw new AppError('not-allowed-now', 'tooLateToTakeBack')
  const back = { ...change.before, state_since: call.now, last_change: null } as Partial<NewRectification>
  if (task.state === 'verified') deletePendingLookBacks(call.database, task.id)
  updateTask(call.database, task.id, back)
  logStep(call, task.id, task.state, back.state ?? task.state, null, [], 'taken-back')
  call.changed({ record: 'rectification', uid, before: columnsBefore(task, back), after: back })
}

export const taskBatchesHandlers: HandlersOf<'taskBatches'> = {
  run(call, input) {
    const from = new Map(input.tasks.map((task) => [task.uid, task.from]))
    const results = each(call, [...from.keys()], (uid) => {
      const before = getTask(call.database, uid)
      take(call, input, uid, from.get(uid) ?? before.state)
      // Somebody who was urged has been; everything else can be taken back.
      if (input.step !== 'urge') remember(call, before)
    })
    return { results, mayUndo: input.step !== 'urge' && results.some(({ isDone }) => isDone) }
  },

  undo(call, { uids }) {
    return { results: each(call, [...new Set(uids)], (uid) => takeBack(call, uid)), mayUndo: false }
  },
}
