import type { Migration } from '../migration.ts'

export const rectificationLoop: Migration = {
  version: 120,
  name: '0120-rectification-loop',
  up(database) {
    database.exec(`
      -- The first of three layers; the others are measure and prevention.
      ALTER TABLE rectification ADD COLUMN restored TEXT;
      -- JSON: the steps that a check sent back.
      ALTER TABLE rectification ADD COLUMN returned_for TEXT;

      -- While a task waits, due_at is its expected date; the clock of the fix rests here.
      ALTER TABLE rectification ADD COLUMN fix_due_at INTEGER;
      -- Of waits that have ended.
      ALTER TABLE rectification ADD COLUMN waited_ms INTEGER NOT NULL DEFAULT 0;

      -- Reminders by the clock: how many, the last, and for which due time it had come how far.
      ALTER TABLE rectification ADD COLUMN reminders INTEGER NOT NULL DEFAULT 0;
      ALTER TABLE rectification ADD COLUMN reminded_at INTEGER;
      ALTER TABLE rectification ADD COLUMN reminded_due INTEGER;
      ALTER TABLE rectification ADD COLUMN reminded_step INTEGER NOT NULL DEFAULT 0;

      -- Until this day a further fail says nothing; after it one fail shouts, once.
      ALTER TABLE rectification ADD COLUMN known_until TEXT;
      ALTER TABLE rectification ADD COLUMN known_reason TEXT;
      ALTER TABLE rectification ADD COLUMN known_ended_at INTEGER;

      -- The round whose clean answer closed it.
      ALTER TABLE rectification ADD COLUMN clean_patrol INTEGER;
      CREATE INDEX rectification_by_clean_patrol ON rectification (clean_patrol) WHERE clean_patrol IS NOT NULL;

      -- JSON: what a step of several tasks at once changed, so that it can be taken back.
      ALTER TABLE rectification ADD COLUMN last_change TEXT;

      CREATE TABLE complaint_clock (
        rectification_id INTEGER PRIMARY KEY REFERENCES rectification (id),
        received_at INTEGER NOT NULL,
        term TEXT NOT NULL CHECK (term IN ('decision', 'complex', 'special')),
        extension_reason TEXT,
        approval TEXT,
        acknowledged_at INTEGER,
        acknowledged_by INTEGER,
        decided_at INTEGER,
        decided_by INTEGER,
        is_upheld INTEGER CHECK (is_upheld IN (0, 1)),
        decision TEXT
      ) STRICT;
      CREATE INDEX complaint_clock_running ON complaint_clock (received_at) WHERE decided_at IS NULL;

      CREATE TABLE spread_check (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rectification_id INTEGER NOT NULL UNIQUE REFERENCES rectification (id),
        started_at INTEGER NOT NULL,
        started_by INTEGER,
        done_at INTEGER,
        done_by INTEGER,
        note TEXT
      ) STRICT;

      CREATE TABLE spread_spot (
        id INTEGER PRIMARY KEY,
        spread_check_id INTEGER NOT NULL REFERENCES spread_check (id),
        item_no INTEGER,
        zone_id TEXT,
        description TEXT NOT NULL,
        result TEXT CHECK (result IN ('pass', 'fail', 'struck')),
        note TEXT,
        checked_at INTEGER,
        checked_by INTEGER,
        -- What the fail opened, or what was open for the spot already.
        task_id INTEGER REFERENCES rectification (id)
      ) STRICT;
      CREATE INDEX spread_spot_of_check ON spread_spot (spread_check_id);
      CREATE INDEX spread_spot_of_task ON spread_spot (task_id) WHERE task_id IS NOT NULL;

      CREATE TABLE accountability (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        rectification_id INTEGER NOT NULL REFERENCES rectification (id),
        staff_id INTEGER NOT NULL REFERENCES staff (id),
        level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
        suggested INTEGER NOT NULL,
        reason TEXT NOT NULL,
        reference TEXT,
        decided_at INTEGER NOT NULL,
        decided_by INTEGER,
        answer_until INTEGER NOT NULL,
        answer TEXT,
        answered_at INTEGER,
        reply_until INTEGER,
        reply TEXT,
        replied_at INTEGER,
        replied_by INTEGER,
        UNIQUE (rectification_id, staff_id)
      ) STRICT;
      CREATE INDEX accountability_of_person ON accountability (staff_id, decided_at);
    `)
  },
}
