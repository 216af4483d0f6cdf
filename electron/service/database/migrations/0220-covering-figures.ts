import type { Migration } from '../migration.ts'

/** The figures of ten years read every task; these indexes hold all they ask for, so the wide rows stay on disk. */
export const coveringFigures: Migration = {
  version: 220,
  name: '0220-covering-figures',
  up(database) {
    database.exec(`
      DROP INDEX rectification_by_found;
      CREATE INDEX rectification_by_found ON rectification (found_at, item_no, cause, state);
      DROP INDEX rectification_by_strike_off;
      CREATE INDEX rectification_by_strike_off
        ON rectification (coalesce(verified_at, closed_at), found_at, done_at, severity, state);
      DROP INDEX rectification_item_strike_off;
      CREATE INDEX rectification_item_strike_off ON rectification (item_no, coalesce(verified_at, closed_at), state)
        WHERE item_no IS NOT NULL;
    `)
  },
}
