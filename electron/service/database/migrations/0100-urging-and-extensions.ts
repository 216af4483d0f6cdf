import type { Migration } from '../migration.ts'

export const urgingAndExtensions: Migration = {
  version: 100,
  name: '0100-urging-and-extensions',
  up(database) {
    database.exec(`
      ALTER TABLE rectification ADD COLUMN co_owner INTEGER;
      ALTER TABLE rectification ADD COLUMN urges INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE rectification ADD COLUMN urged_at INTEGER;

      -- An extension that waits for its answer, and how many were granted.
      ALTER TABLE rectification ADD COLUMN asked_until INTEGER;
      ALTER TABLE rectification ADD COLUMN asked_reason TEXT;
      ALTER TABLE rectification ADD COLUMN extensions INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE rectification ADD COLUMN extension_reason TEXT;
    `)
  },
}
