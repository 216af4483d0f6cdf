import type { Migration } from '../migration.ts'

export const draftsAndLocks: Migration = {
  version: 70,
  name: '0070-drafts-and-locks',
  up(database) {
    database.exec(`
      -- A wait is a length, not an end: no clock that is set can lift it or make it eternal.
      ALTER TABLE credential ADD COLUMN wait_ms INTEGER NOT NULL DEFAULT 0;
      UPDATE credential SET wait_ms = min(1 << min(failed_tries - 5, 4), 15) * 60000 WHERE failed_tries >= 5;
      ALTER TABLE credential DROP COLUMN retry_at;

      CREATE TABLE recovery (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        staff_id INTEGER NOT NULL REFERENCES staff (id),
        hash TEXT NOT NULL,
        issued_at INTEGER NOT NULL,
        failed_tries INTEGER NOT NULL DEFAULT 0,
        wait_ms INTEGER NOT NULL DEFAULT 0
      ) STRICT;

      CREATE TABLE draft (
        staff_id INTEGER NOT NULL REFERENCES staff (id),
        key TEXT NOT NULL,
        text TEXT NOT NULL,
        at INTEGER NOT NULL,
        PRIMARY KEY (staff_id, key)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
