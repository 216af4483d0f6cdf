import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { INSPECTION_SOURCES, type inspections } from '../../../shared/contract/inspections.ts'
import type { Call } from '../handlers.ts'
import { listTasks } from '../rectifications/index.ts'
import { noticeOfTask } from './notice-repository.ts'

const MOST_OF_SOURCE = 200

/** What a notice can be about: tasks of an inspection that no other notice has. */
export function listNoticeTasks(
  call: Call,
  { uid }: InputOf<typeof inspections.tasks>,
): OutputOf<typeof inspections.tasks> {
  return INSPECTION_SOURCES.flatMap((source) => {
    const sort = { by: 'found', isDescending: true } as const
    const blank = { mine: false, overdue: false, search: '', offset: 0, counted: true }
    return listTasks(call, { ...blank, source, sort, limit: MOST_OF_SOURCE }).tasks
  })
    .flatMap((task) => {
      const notice = noticeOfTask(call.database, task.uid)
      return notice === undefined || notice === uid ? { task, isChosen: notice !== undefined } : []
    })
    .sort((one, other) => other.task.foundAt - one.task.foundAt)
}
