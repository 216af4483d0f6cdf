import type { PatrolSheet } from '../../../shared/contract/patrols.ts'
import { instantOf } from '../../../shared/domain/business-day.ts'
import { readCalendar } from '../calendar/index.ts'
import type { NumberedItem } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import type { PatrolRow } from './patrol-repository.ts'

/** What only the opened doors show. Ids are for life: a reworded item stays one of them. */
const SEEN_AFTER_OPENING: ReadonlySet<string> = new Set(['entrance.open-on-time'])

/** Items of a round that starts before the outlet opens and that nobody can see until then. */
export function answerableFrom(
  { ports }: Pick<Call, 'ports'>,
  patrol: PatrolRow,
  items: readonly NumberedItem[],
): PatrolSheet['answerableFrom'] {
  const waiting = items.filter(({ id }) => SEEN_AFTER_OPENING.has(id))
  if (waiting.length === 0) return {}
  const calendar = readCalendar(ports)
  const hours = calendar.hoursOf(patrol.on)
  const opensAt = hours && instantOf(patrol.on, hours.open, calendar.zone)
  if (opensAt === null || opensAt <= patrol.window_start) return {}
  return Object.fromEntries(waiting.map(({ id }) => [id, opensAt]))
}
