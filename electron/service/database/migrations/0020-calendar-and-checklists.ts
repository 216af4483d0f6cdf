import type { Migration } from '../migration.ts'

export const calendarAndChecklists: Migration = {
  version: 20,
  name: '0020-calendar-and-checklists',
  up(database) {
    database.exec(`
      CREATE TABLE calendar_override (
        "on" TEXT PRIMARY KEY,
        kind TEXT,
        is_open INTEGER,
        name TEXT
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE checklist_zone (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        content TEXT NOT NULL,
        is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
        is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
      ) STRICT;

      -- AUTOINCREMENT: the number of an item is for life and never given again.
      CREATE TABLE checklist_item (
        no INTEGER PRIMARY KEY AUTOINCREMENT,
        id TEXT NOT NULL UNIQUE,
        is_on INTEGER NOT NULL CHECK (is_on IN (0, 1)),
        is_own INTEGER NOT NULL CHECK (is_own IN (0, 1))
      ) STRICT;

      -- \`version\` is the checklist's version that brought this wording.
      CREATE TABLE checklist_wording (
        item_no INTEGER NOT NULL REFERENCES checklist_item (no),
        version INTEGER NOT NULL,
        wording TEXT NOT NULL,
        changed_at INTEGER NOT NULL,
        changed_by TEXT NOT NULL,
        PRIMARY KEY (item_no, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE checklist_round (
        no INTEGER PRIMARY KEY,
        id TEXT NOT NULL UNIQUE,
        content TEXT NOT NULL
      ) STRICT;
    `)
  },
}
