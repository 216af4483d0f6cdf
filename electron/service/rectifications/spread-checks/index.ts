import { AppError } from '../../../../shared/errors.ts'
import type { Call, HandlersOf } from '../../handlers.ts'
import { relationsOf } from '../move-task.ts'
import { getTask, type RectificationRow } from '../rectification-repository.ts'
import { listOpenSpreadChecks, readSpreadCard } from './read-spread-checks.ts'
import { addSpot, checkSpots, finishSpreadCheck, startSpreadCheck } from './run-spread-check.ts'

const LEADING = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'owner']

/** The owner of the task, and whoever leads. */
function mayCheck(call: Call, task: RectificationRow): boolean {
  const relations = relationsOf(call, task)
  return LEADING.some((name) => relations.has(name))
}

function cardOf(call: Call, taskUid: string) {
  const task = getTask(call.database, taskUid)
  return readSpreadCard(call, task, mayCheck(call, task))
}

function taskToCheck(call: Call, taskUid: string): RectificationRow {
  const task = getTask(call.database, taskUid)
  if (!mayCheck(call, task)) throw new AppError('forbidden', 'moveNotAllowed')
  return task
}

export const spreadChecksHandlers: HandlersOf<'spreadChecks'> = {
  card: (call, { taskUid }) => cardOf(call, taskUid),
  list: (call) => listOpenSpreadChecks(call),

  start(call, { taskUid }) {
    startSpreadCheck(call, taskToCheck(call, taskUid))
    return cardOf(call, taskUid)
  },

  addSpot(call, input) {
    addSpot(call, taskToCheck(call, input.taskUid), input)
    return cardOf(call, input.taskUid)
  },

  check(call, input) {
    checkSpots(call, taskToCheck(call, input.taskUid), input)
    return cardOf(call, input.taskUid)
  },

  finish(call, { taskUid, note }) {
    finishSpreadCheck(call, taskToCheck(call, taskUid), note)
    return { done: true }
  },
}
