import type { Migration } from '../migration.ts'

export const outletAndPeople: Migration = {
  version: 10,
  name: '0010-outlet-and-people',
  up(database) {
    database.exec(`
      CREATE TABLE setting (key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT, WITHOUT ROWID;

      CREATE TABLE outlet (
        id INTEGER PRIMARY KEY CHECK (id = 1),
        uid TEXT NOT NULL,
        code TEXT NOT NULL,
        name TEXT NOT NULL,
        is_sample INTEGER NOT NULL CHECK (is_sample IN (0, 1)),
        created_at INTEGER NOT NULL
      ) STRICT;

      CREATE TABLE staff (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        name TEXT NOT NULL,
        pinyin TEXT NOT NULL,
        staff_no TEXT,
        post TEXT NOT NULL,
        duties TEXT NOT NULL,
        joined_on TEXT,
        certificate_valid_to TEXT,
        is_active INTEGER NOT NULL CHECK (is_active IN (0, 1)),
        created_at INTEGER NOT NULL,
        import_id INTEGER
      ) STRICT;

      CREATE TABLE credential (
        staff_id INTEGER PRIMARY KEY REFERENCES staff (id),
        hash TEXT NOT NULL,
        must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
        failed_tries INTEGER NOT NULL DEFAULT 0,
        retry_at INTEGER
      ) STRICT;

      CREATE TABLE audit_entry (
        sequence INTEGER PRIMARY KEY,
        at INTEGER NOT NULL,
        actor_uid TEXT,
        actor_name TEXT NOT NULL,
        actor_role TEXT NOT NULL,
        procedure TEXT NOT NULL,
        changes TEXT NOT NULL,
        previous_hash BLOB NOT NULL,
        hash BLOB NOT NULL
      ) STRICT;

      CREATE TABLE attachment (
        hash TEXT PRIMARY KEY,
        media_type TEXT NOT NULL,
        bytes INTEGER NOT NULL,
        added_at INTEGER NOT NULL,
        added_by INTEGER
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
