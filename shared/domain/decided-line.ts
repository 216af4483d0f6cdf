import type { OwnerId } from '../contract/checklists.ts'
import type { MeetingLine } from '../contract/meeting-lines.ts'
import { businessDay } from './business-day.ts'

/** A person's name, else the post or duty in whose queue it lies; neither: nobody. */
export interface Holder {
  name: string | null
  queue: OwnerId | null
  /** Local business day. */
  dueOn: string | null
}

type Decided = Pick<MeetingLine, 'person' | 'queue' | 'dueOn' | 'task'>

/**
 * Whose a line is and by when, as it was said; and how its task stands now where that differs, else null. What an older
 * line does not hold is taken from its task.
 */
export function holdersOf({ person, queue, dueOn, task }: Decided, zone: string): { said: Holder; now: Holder | null } {
  const said = { name: person?.name ?? null, queue: person ? null : queue, dueOn }
  if (!task) return { said, now: null }
  const now = { name: task.owner, queue: task.queue, dueOn: businessDay(task.dueAt, zone) }
  const isNamed = said.name !== null || said.queue !== null
  const known = { ...(isNamed ? said : now), dueOn: said.dueOn ?? now.dueOn }
  const isAsSaid = known.name === now.name && known.queue === now.queue && known.dueOn === now.dueOn
  return { said: known, now: isAsSaid ? null : now }
}
