import type { TaskState } from '../contract/rectifications.ts'

/** A fault that is not yet fixed and checked: a further fail of the item is a known defect. */
export const OPEN_STATES: readonly TaskState[] = [
  'found',
  'assigned',
  'doing',
  'waiting',
  'submitted',
  'returned',
  'reopened',
  'escalated',
]

/** The owner's clock runs. */
export const UNFIXED_STATES: readonly TaskState[] = OPEN_STATES.filter((state) => state !== 'submitted')

export function isOverdue(task: { state: TaskState; dueAt: number }, now: number): boolean {
  return task.dueAt < now && UNFIXED_STATES.includes(task.state)
}

/** Nothing is waited for any more: the latest one found is of more interest than the first one due. */
export function isEnded(state: TaskState): boolean {
  return state === 'closed' || state === 'void'
}
