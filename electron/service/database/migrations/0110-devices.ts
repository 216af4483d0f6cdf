import type { Migration } from '../migration.ts'

export const devices: Migration = {
  version: 110,
  name: '0110-devices',
  up(database) {
    database.exec(`
      CREATE TABLE device (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        number TEXT NOT NULL COLLATE NOCASE UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('cash', 'non-cash', 'smart', 'support')),
        name TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        zone_id TEXT,
        vendor TEXT,
        phone TEXT,
        installed_on TEXT,
        -- The first day on which it is no longer due.
        switched_off_on TEXT,
        -- Minutes from midnight; all three null: the outlet's opening hours.
        opens INTEGER,
        closes INTEGER,
        on_closed_days INTEGER,
        created_at INTEGER NOT NULL,
        import_id INTEGER
      ) STRICT;
      CREATE INDEX device_import ON device (import_id) WHERE import_id IS NOT NULL;

      CREATE TABLE device_outage (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        device_id INTEGER NOT NULL REFERENCES device,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        is_partial INTEGER NOT NULL,
        reason TEXT,
        ticket TEXT,
        vendor TEXT,
        called_at INTEGER,
        arrived_at INTEGER,
        repaired_at INTEGER,
        entered_at INTEGER NOT NULL,
        entered_by INTEGER,
        ended_by INTEGER,
        -- The answer of a round that opened it, and the one that ended it.
        patrol_id INTEGER,
        item_no INTEGER,
        end_patrol_id INTEGER,
        end_item_no INTEGER,
        rectification_id INTEGER,
        withdrawn_at INTEGER,
        withdrawn_reason TEXT,
        revision INTEGER NOT NULL DEFAULT 1,
        CHECK (ended_at >= started_at)
      ) STRICT;
      CREATE INDEX device_outage_of ON device_outage (device_id, started_at);
      CREATE INDEX device_outage_ended ON device_outage (ended_at) WHERE withdrawn_at IS NULL;
      CREATE INDEX device_outage_open ON device_outage (device_id) WHERE ended_at IS NULL AND withdrawn_at IS NULL;
      CREATE INDEX device_outage_open_item ON device_outage (item_no)
        WHERE ended_at IS NULL AND withdrawn_at IS NULL AND item_no IS NOT NULL;
      CREATE INDEX device_outage_answer ON device_outage (patrol_id, item_no) WHERE patrol_id IS NOT NULL;
      CREATE INDEX device_outage_end_answer ON device_outage (end_patrol_id, end_item_no)
        WHERE end_patrol_id IS NOT NULL;

      -- What stood before a correction of times or kind, and why it was made.
      CREATE TABLE device_outage_correction (
        outage_id INTEGER NOT NULL REFERENCES device_outage,
        revision INTEGER NOT NULL,
        at INTEGER NOT NULL,
        by INTEGER,
        reason TEXT NOT NULL,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        is_partial INTEGER NOT NULL,
        PRIMARY KEY (outage_id, revision)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
