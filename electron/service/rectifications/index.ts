import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import type { HandlersOf } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'
import { startComplaintClock } from './complaint-clocks/index.ts'
import { readFigures } from './figures/read-figures.ts'
import { listTasks, readBoard } from './list-tasks.ts'
import { moveDueTasks, moveTask } from './move-task.ts'
import { openTask } from './open-task.ts'
import { contractTask, countTasks, readCard } from './read-tasks.ts'
import { remindTasks } from './remind-tasks.ts'
import { readRules } from './rules.ts'
import { forgetFilter, listSavedFilters, saveFilter } from './saved-filters.ts'
import { actOnTask } from './task-acts.ts'

export { type AnswerTask, openTasksOfItems, taskFollowsAnswer } from './answer-tasks.ts'
export { CLEAN_ROUNDS, countCleanRounds, forgetCleanRounds } from './clean-rounds.ts'
export {
  complaintClocksHandlers,
  decideUntilOf,
  listComplaintClocks,
  readLateComplaints,
} from './complaint-clocks/index.ts'
export { type ImportedTask, importTasks, removeImportedTasks } from './import-tasks.ts'
export { listTasks } from './list-tasks.ts'
export { openTaskOfMeeting } from './meeting-task.ts'
export { relationsOf } from './move-task.ts'
export { openWithin } from './open-at.ts'
export { photosOfTask } from './photos-of-events.ts'
export { countLedger, type LedgerRow, listLedger } from './read-ledger.ts'
export { countTasks, readCard } from './read-tasks.ts'
export { getTask, type RectificationRow, STRUCK_OFF } from './rectification-repository.ts'
export { readRules } from './rules.ts'
export { spreadChecksHandlers } from './spread-checks/index.ts'
export { taskBatchesHandlers } from './task-batches.ts'
export { countOpenByOwner, listLookBacksDue, listTasksDue } from './tasks-of-day.ts'

export const rectificationsHandlers: HandlersOf<'rectifications'> = {
  list: listTasks,
  board: readBoard,
  figures: readFigures,
  savedFilters: listSavedFilters,
  saveFilter,
  forgetFilter,
  card: (call, { uid }) => readCard(call, uid),
  counts: countTasks,
  causes: ({ ports }) => readRules(ports.content).causes,

  open(call, { source, description, severity, zone, item, ownerUid, queue, photos, receivedAt }) {
    const of = item === null ? null : readChecklist(call.database).itemById.get(item)
    const owner = ownerUid === null ? null : findStaffByUid(call.database, ownerUid)
    if (of === undefined) throw new AppError('not-found', 'itemGone')
    if (owner === undefined) throw new AppError('not-found', 'personGone')
    const task = openTask(call, {
      source,
      foundAt: call.now,
      description,
      severity,
      zoneId: zone ?? of?.zone ?? null,
      item: of,
      ownerStaff: owner?.id ?? null,
      queue: owner ? null : queue,
      photos,
      patrolId: null,
    })
    if (source === 'complaint') startComplaintClock(call, task, receivedAt ?? call.now)
    return contractTask(call, task)
  },

  move(call, input) {
    return readCard(call, moveTask(call, input).uid)
  },

  act(call, input) {
    return readCard(call, actOnTask(call, input).uid)
  },

  moveDue(call) {
    moveDueTasks(call)
    remindTasks(call)
    return { done: true }
  },
}
