import type { InputOf } from '../../../shared/contract/index.ts'
import { INSPECTION_SOURCES, type InspectionNotice, type inspections } from '../../../shared/contract/inspections.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { readCard } from '../rectifications/index.ts'
import { findNoticeByNumber, getNotice, noticeOfTask, setTasks, taskUidsOf, writeNotice } from './notice-repository.ts'

/** Writes the letter once and ties its tasks to it. */
export function saveNotice(call: Call, input: InputOf<typeof inspections.save>): InspectionNotice {
  const { database } = call
  const { taskUids, ...text } = input
  const before =
    input.uid === null ? null : { ...getNotice(database, input.uid), tasks: taskUidsOf(database, input.uid) }
  const uid = input.uid ?? call.ports.ids.uid(call.now)
  if (input.replyBy < input.issuedOn) throw refusal('replyBy', 'replyBeforeNotice')
  const same = findNoticeByNumber(database, input.number)
  if (same && same.uid !== uid) throw refusal('number', 'noticeNumberTaken')
  for (const taskUid of taskUids) requireFree(call, taskUid, uid)
  writeNotice(database, { ...text, uid })
  setTasks(database, uid, taskUids)
  const saved = getNotice(database, uid)
  call.changed({ record: 'inspection-notice', uid, before, after: { ...saved, tasks: taskUidsOf(database, uid) } })
  call.touched('rectifications', ...taskUids)
  return saved
}

/** A task answers one notice, and only one that an inspection found. */
function requireFree(call: Call, taskUid: string, noticeUid: string): void {
  const { task } = readCard(call, taskUid)
  if (!INSPECTION_SOURCES.some((source) => source === task.source) || task.state === 'void') {
    throw refusal('taskUids', 'notOfInspection')
  }
  const other = noticeOfTask(call.database, taskUid)
  if (other !== undefined && other !== noticeUid) throw refusal('taskUids', 'taskHasNotice')
}

function refusal(
  field: string,
  reason: 'replyBeforeNotice' | 'noticeNumberTaken' | 'notOfInspection' | 'taskHasNotice',
) {
  return new AppError('invalid-input', reason, { fields: { [field]: reason } })
}
