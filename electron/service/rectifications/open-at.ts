import { STRUCK_OFF } from './rectification-repository.ts'
import { OPEN } from './state-lists.ts'

/** A task that never came back was open until it was struck off; what one that did was at a moment is in its history. */
const wasOpen = (at: string) => `CASE WHEN reopened_at IS NULL THEN ${STRUCK_OFF} IS NULL OR ${STRUCK_OFF} >= ${at}
  ELSE coalesce((SELECT event.to_state FROM rectification_event AS event
    WHERE event.rectification_id = rectification.id AND event.at < ${at}
    ORDER BY event.id DESC LIMIT 1), 'found') IN (${OPEN}) END`

/** The condition of a task being found and not struck off at a moment, given as a parameter. */
export const openAt = (at: string): string => `(found_at < ${at} AND ${wasOpen(at)})`

/** The condition of a task being found, or open at any time, between two moments. */
export const openWithin = (start: string, end: string): string => `(found_at < ${end} AND (found_at >= ${start}
  OR ${wasOpen(start)}
  OR reopened_at IS NOT NULL AND EXISTS (SELECT 1 FROM rectification_event AS event
    WHERE event.rectification_id = rectification.id AND event.to_state = 'reopened'
      AND event.at >= ${start} AND event.at < ${end})))`
