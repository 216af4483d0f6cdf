import type { TaskConditions } from '../../../shared/contract/rectification-lists.ts'
import { DAY_MS, instantOf } from '../../../shared/domain/business-day.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'

const SINCE = 'coalesce(earlier.verified_at, earlier.closed_at)'

/**
 * Faults found again after they had been struck off, as `id, item, at, since`: a new task of an item whose last one was
 * struck off at `since`, or a task that a round brought back. Asks for `returnSpan`. The plus keeps the moment found from
 * lending its affinity to the strike-off, which would shut the index out.
 */
export const RETURNS = `
  WITH found_again AS MATERIALIZED (
    SELECT task.id, task.item_no AS item, task.found_at AS at,
      (SELECT ${SINCE} FROM rectification earlier
       WHERE earlier.item_no = task.item_no AND ${SINCE} <= +task.found_at AND earlier.state <> 'void'
         AND earlier.id <> task.id
       ORDER BY ${SINCE} DESC LIMIT 1) AS since
    FROM rectification task
    WHERE task.found_at >= @returnedFrom AND task.found_at < @returnedTo AND task.item_no IS NOT NULL
      AND task.state <> 'void'
    UNION ALL
    SELECT known.rectification_id, known.item_no,
      max(patrol.opened_at, json_extract(known.was, '$.verified_at')), json_extract(known.was, '$.verified_at')
    FROM rectification_known known INDEXED BY rectification_known_brought_back
    CROSS JOIN patrol ON patrol.id = known.patrol_id
    JOIN rectification brought ON brought.id = known.rectification_id AND brought.state <> 'void'
    WHERE known.was IS NOT NULL AND patrol."on" BETWEEN @returnedFromDay AND @returnedToDay
  ) SELECT id, item, at, since FROM found_again WHERE since IS NOT NULL`

/** What `RETURNS` asks for, and how long after a strike-off a fault still counts as the same one. */
export function returnSpan({ database }: Call, { from, to, within }: NonNullable<TaskConditions['returned']>) {
  const zone = readZone(database)
  return {
    returnedFrom: instantOf(from, 0, zone),
    returnedTo: instantOf(to, 24 * 60, zone),
    returnedFromDay: from,
    returnedToDay: to,
    within: within * DAY_MS,
  }
}
