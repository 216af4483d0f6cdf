import type { Migration } from '../migration.ts'

export const patrols: Migration = {
  version: 30,
  name: '0030-patrols',
  up(database) {
    database.exec(`
      CREATE TABLE patrol_day (
        "on" TEXT PRIMARY KEY,
        kind TEXT NOT NULL,
        is_open INTEGER NOT NULL,
        conditions TEXT NOT NULL
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE patrol (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL CHECK (kind IN ('round', 'recheck', 'import')),
        "on" TEXT NOT NULL,
        round_no INTEGER NOT NULL,
        status TEXT NOT NULL CHECK (status IN ('planned', 'running', 'submitted', 'returned', 'missed')),
        window_start INTEGER NOT NULL,
        window_end INTEGER NOT NULL,
        day_ends_at INTEGER NOT NULL,
        checklist_version INTEGER,
        due_items BLOB,
        opened_at INTEGER,
        opened_by INTEGER,
        submitted_at INTEGER,
        submitted_by INTEGER,
        is_late_entry INTEGER NOT NULL DEFAULT 0,
        returned_reason TEXT,
        parent_id INTEGER,
        import_id INTEGER
      ) STRICT;
      CREATE INDEX patrol_by_day ON patrol ("on", round_no);
      CREATE INDEX patrol_by_round ON patrol (round_no, "on");
      CREATE INDEX patrol_unfinished ON patrol (day_ends_at) WHERE status IN ('planned', 'running');
      CREATE INDEX patrol_by_import ON patrol (import_id) WHERE import_id IS NOT NULL;
      CREATE UNIQUE INDEX patrol_one_round_a_day ON patrol ("on", round_no) WHERE kind = 'round';

      -- Append-only journal: a change of an answer is a new revision. \`at\` counts milliseconds from the round's
      -- opening; \`seen\` is set only where it was seen at another time than it was entered.
      CREATE TABLE patrol_answer (
        patrol_id INTEGER NOT NULL,
        item_no INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        value INTEGER NOT NULL,
        by INTEGER,
        at INTEGER NOT NULL,
        seen INTEGER,
        PRIMARY KEY (patrol_id, item_no, revision)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE patrol_remark (
        patrol_id INTEGER NOT NULL,
        item_no INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        note TEXT,
        reading REAL,
        photos TEXT,
        -- Who, where an import names somebody unknown.
        by_text TEXT,
        -- The note in lower case with its pinyin; what a search looks at.
        search TEXT,
        PRIMARY KEY (patrol_id, item_no, revision)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE patrol_zone (
        patrol_id INTEGER NOT NULL,
        zone_no INTEGER NOT NULL,
        assignee INTEGER NOT NULL,
        PRIMARY KEY (patrol_id, zone_no)
      ) STRICT, WITHOUT ROWID;

      -- Sums per round and zone, maintained with every answer; reports and charts never scan answers.
      CREATE TABLE patrol_total (
        patrol_id INTEGER NOT NULL,
        zone_no INTEGER NOT NULL,
        due INTEGER NOT NULL,
        pass INTEGER NOT NULL,
        fixed INTEGER NOT NULL,
        fail INTEGER NOT NULL,
        na INTEGER NOT NULL,
        not_seen INTEGER NOT NULL,
        weight_pass INTEGER NOT NULL,
        weight_fixed INTEGER NOT NULL,
        weight_answered INTEGER NOT NULL,
        weight_na INTEGER NOT NULL,
        critical_fails INTEGER NOT NULL,
        PRIMARY KEY (patrol_id, zone_no)
      ) STRICT, WITHOUT ROWID;

      -- Only items with something to say on a day.
      CREATE TABLE patrol_item_day (
        "on" TEXT NOT NULL,
        item_no INTEGER NOT NULL,
        fail INTEGER NOT NULL,
        fixed INTEGER NOT NULL,
        not_seen INTEGER NOT NULL,
        PRIMARY KEY ("on", item_no)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
