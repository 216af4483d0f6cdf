import type { Migration } from '../migration.ts'

export const rectifications: Migration = {
  version: 40,
  name: '0040-rectifications',
  up(database) {
    database.exec(`
      CREATE TABLE rectification (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        year INTEGER NOT NULL,
        serial INTEGER NOT NULL,
        no TEXT NOT NULL,
        source TEXT NOT NULL,
        found_at INTEGER NOT NULL,
        entered_at INTEGER NOT NULL,
        found_by INTEGER,
        found_by_text TEXT,
        zone_id TEXT,
        item_no INTEGER,
        item_version INTEGER,
        description TEXT NOT NULL,
        severity TEXT NOT NULL CHECK (severity IN ('minor', 'major', 'critical')),
        occurrence INTEGER NOT NULL,
        owner_staff INTEGER,
        owner_queue TEXT,
        owner_text TEXT,
        due_at INTEGER NOT NULL,
        contain_due_at INTEGER,
        state TEXT NOT NULL,
        state_since INTEGER NOT NULL,
        cause TEXT,
        cause_note TEXT,
        temporary_measure TEXT,
        measure TEXT,
        prevention TEXT,
        waiting_for TEXT,
        expected_on TEXT,
        done_at INTEGER,
        verifier INTEGER,
        verifier_text TEXT,
        verified_at INTEGER,
        closed_at INTEGER,
        is_two_person_sample INTEGER NOT NULL DEFAULT 0,
        patrol_id INTEGER,
        patrol_item_no INTEGER,
        import_id INTEGER,
        extra TEXT,
        UNIQUE (year, serial)
      ) STRICT;
      CREATE INDEX rectification_by_state ON rectification (state, due_at);
      CREATE INDEX rectification_by_found ON rectification (found_at);
      CREATE INDEX rectification_by_done ON rectification (done_at) WHERE done_at IS NOT NULL;
      CREATE INDEX rectification_by_item ON rectification (item_no, found_at) WHERE item_no IS NOT NULL;
      CREATE INDEX rectification_by_patrol ON rectification (patrol_id, patrol_item_no) WHERE patrol_id IS NOT NULL;
      CREATE INDEX rectification_by_import ON rectification (import_id) WHERE import_id IS NOT NULL;

      CREATE TABLE rectification_event (
        id INTEGER PRIMARY KEY,
        rectification_id INTEGER NOT NULL REFERENCES rectification (id),
        at INTEGER NOT NULL,
        by INTEGER,
        by_text TEXT,
        from_state TEXT,
        to_state TEXT NOT NULL,
        note TEXT,
        photos TEXT
      ) STRICT;
      CREATE INDEX rectification_event_by_task ON rectification_event (rectification_id, id);

      CREATE TABLE rectification_look_back (
        rectification_id INTEGER NOT NULL REFERENCES rectification (id),
        "on" TEXT NOT NULL,
        result TEXT CHECK (result IN ('pass', 'fail')),
        by INTEGER,
        at INTEGER,
        note TEXT,
        PRIMARY KEY (rectification_id, "on")
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX rectification_look_back_due ON rectification_look_back ("on") WHERE result IS NULL;

      -- Later fails of an item whose task is still open: counted, no second task.
      CREATE TABLE rectification_known (
        rectification_id INTEGER NOT NULL REFERENCES rectification (id),
        patrol_id INTEGER NOT NULL,
        item_no INTEGER NOT NULL,
        PRIMARY KEY (rectification_id, patrol_id, item_no)
      ) STRICT, WITHOUT ROWID;
    `)
  },
}
