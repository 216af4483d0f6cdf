import type { Migration } from '../migration.ts'

export const faultsThatReturn: Migration = {
  version: 90,
  name: '0090-faults-that-return',
  up(database) {
    database.exec(`
      -- Rounds in a row, since the fault was struck off, in which its item was passed.
      ALTER TABLE rectification ADD COLUMN clean_rounds INTEGER NOT NULL DEFAULT 0;

      -- What the console did by rule; the reader's language words it.
      ALTER TABLE rectification_event ADD COLUMN rule TEXT;

      -- A fail that brought a task back, with what the task was before, so that a corrected answer can undo it.
      ALTER TABLE rectification_known ADD COLUMN was TEXT;
      CREATE INDEX rectification_known_by_answer ON rectification_known (patrol_id, item_no);
    `)
  },
}
