import type { Migration } from '../migration.ts'

/** A reopening that a correction took back counts for nothing. */
const NOT_TAKEN_BACK = `coalesce((SELECT later.to_state FROM rectification_event AS later
  WHERE later.rectification_id = event.rectification_id AND later.id > event.id AND later.from_state = 'reopened'
    AND later.to_state <> 'reopened' ORDER BY later.id LIMIT 1), '') NOT IN ('verified', 'lookback', 'closed')`

/** When a task came back the last time: its fix is timed from there, and a list of similar spots from before it counts no more. */
export const reopenedAt: Migration = {
  version: 270,
  name: '0270-reopened-at',
  up(database) {
    database.exec(`
      ALTER TABLE rectification ADD COLUMN reopened_at INTEGER;
      UPDATE rectification SET reopened_at = (SELECT max(event.at) FROM rectification_event AS event
        WHERE event.rectification_id = rectification.id AND event.to_state = 'reopened'
          AND event.from_state IS NOT 'reopened' AND ${NOT_TAKEN_BACK})
      WHERE id IN (SELECT rectification_id FROM rectification_event WHERE to_state = 'reopened');
      -- A correction may still take back the newest one: then the one before it stands.
      UPDATE rectification_known SET was = json_set(was, '$.reopened_at', (
        SELECT max(event.at) FROM rectification_event AS event
        WHERE event.rectification_id = rectification_known.rectification_id AND event.to_state = 'reopened'
          AND event.from_state IS NOT 'reopened'
          AND event.id < (SELECT max(newest.id) FROM rectification_event AS newest
            WHERE newest.rectification_id = event.rectification_id AND newest.to_state = 'reopened'
              AND newest.from_state IS NOT 'reopened')
          AND ${NOT_TAKEN_BACK}))
      WHERE was IS NOT NULL
        AND rectification_id IN (SELECT id FROM rectification WHERE state = 'reopened');
      DROP INDEX rectification_by_strike_off;
      CREATE INDEX rectification_by_strike_off
        ON rectification (coalesce(verified_at, closed_at), found_at, reopened_at, done_at, severity, state);
    `)
  },
}
