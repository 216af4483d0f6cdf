import type { Migration } from '../migration.ts'

export const importsAndReports: Migration = {
  version: 50,
  name: '0050-imports-and-reports',
  up(database) {
    database.exec(`
      CREATE TABLE import_run (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        kind TEXT NOT NULL,
        file_name TEXT NOT NULL,
        file_hash TEXT NOT NULL,
        at INTEGER NOT NULL,
        by TEXT NOT NULL,
        accepted INTEGER NOT NULL,
        skipped INTEGER NOT NULL,
        undone_at INTEGER,
        -- People whose fields the import changed, as they were before.
        changed TEXT NOT NULL
      ) STRICT;
      CREATE INDEX import_run_by_file ON import_run (file_hash);

      -- Columns as they were mapped last time, by import kind.
      CREATE TABLE import_mapping (kind TEXT PRIMARY KEY, mapping TEXT NOT NULL) STRICT, WITHOUT ROWID;

      -- Imported answers to items that are not on the checklist, kept as text.
      CREATE TABLE patrol_text_answer (
        patrol_id INTEGER NOT NULL,
        position INTEGER NOT NULL,
        text TEXT NOT NULL,
        value INTEGER NOT NULL,
        by_text TEXT,
        note TEXT,
        PRIMARY KEY (patrol_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE report_typed (
        kind TEXT NOT NULL,
        month TEXT NOT NULL,
        field TEXT NOT NULL,
        text TEXT NOT NULL,
        typed_at INTEGER NOT NULL,
        typed_by TEXT NOT NULL,
        PRIMARY KEY (kind, month, field)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
