import type { Migration } from '../migration.ts'

export const notices: Migration = {
  version: 170,
  name: '0170-notices',
  up(database) {
    database.exec(`
      CREATE TABLE notice (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        title TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        words TEXT NOT NULL,
        source TEXT,
        received_on TEXT NOT NULL,
        -- The last day on which everybody should have heard it.
        pass_by TEXT,
        entered_at INTEGER NOT NULL,
        entered_by INTEGER,
        passed_at INTEGER,
        withdrawn_at INTEGER,
        withdrawn_reason TEXT,
        CHECK (pass_by >= received_on)
      ) STRICT;
      CREATE INDEX notice_newest ON notice (received_on DESC, id DESC);
      CREATE INDEX notice_waiting ON notice (received_on) WHERE passed_at IS NULL AND withdrawn_at IS NULL;

      CREATE TABLE notice_reading (
        notice_id INTEGER NOT NULL REFERENCES notice,
        staff_id INTEGER NOT NULL,
        at INTEGER NOT NULL,
        -- Heard when it was passed on, or read alone.
        way TEXT NOT NULL CHECK (way IN ('heard', 'read')),
        PRIMARY KEY (notice_id, staff_id)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
