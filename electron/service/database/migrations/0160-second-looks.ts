import type { Migration } from '../migration.ts'

export const secondLooks: Migration = {
  version: 160,
  name: '0160-second-looks',
  up(database) {
    database.exec(`
      -- A task that comes back is checked elsewhere anew; the earlier list stays.
      CREATE TABLE spread_check_again (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rectification_id INTEGER NOT NULL REFERENCES rectification (id),
        started_at INTEGER NOT NULL,
        started_by INTEGER,
        done_at INTEGER,
        done_by INTEGER,
        note TEXT
      ) STRICT;
      INSERT INTO spread_check_again
        SELECT id, uid, rectification_id, started_at, started_by, done_at, done_by, note FROM spread_check;
      CREATE TABLE spread_spot_again (
        id INTEGER PRIMARY KEY,
        spread_check_id INTEGER NOT NULL REFERENCES spread_check_again (id),
        item_no INTEGER,
        zone_id TEXT,
        description TEXT NOT NULL,
        result TEXT CHECK (result IN ('pass', 'fail', 'struck')),
        note TEXT,
        checked_at INTEGER,
        checked_by INTEGER,
        task_id INTEGER REFERENCES rectification (id)
      ) STRICT;
      INSERT INTO spread_spot_again
        SELECT id, spread_check_id, item_no, zone_id, description, result, note, checked_at, checked_by, task_id
        FROM spread_spot;
      DROP TABLE spread_spot;
      DROP TABLE spread_check;
      ALTER TABLE spread_check_again RENAME TO spread_check;
      ALTER TABLE spread_spot_again RENAME TO spread_spot;
      CREATE INDEX spread_check_of_task ON spread_check (rectification_id, started_at);
      CREATE INDEX spread_spot_of_check ON spread_spot (spread_check_id);
      CREATE INDEX spread_spot_of_task ON spread_spot (task_id) WHERE task_id IS NOT NULL;

      -- The higher level's own decision on a statement, entered by the head.
      ALTER TABLE accountability ADD COLUMN reply_reference TEXT;
      ALTER TABLE accountability ADD COLUMN reply_decided_on TEXT;
      -- The last day on which somebody was reminded that a statement has no reply.
      ALTER TABLE accountability ADD COLUMN reply_reminded_on TEXT;
      ALTER TABLE accountability ADD COLUMN reply_reminders INTEGER NOT NULL DEFAULT 0;
      CREATE INDEX accountability_unreplied ON accountability (reply_until) WHERE answer IS NOT NULL AND reply IS NULL;

      -- Somebody changed it by hand since it was added or imported.
      ALTER TABLE device ADD COLUMN changed_at INTEGER;
    `)
  },
}
