import type { Migration } from '../migration.ts'

export const meetings: Migration = {
  version: 140,
  name: '0140-meetings',
  up(database) {
    database.exec(`
      -- Version 1 of a shipped template is copied here when it is first used: a meeting keeps what it was held by.
      CREATE TABLE meeting_template_version (
        template_id TEXT NOT NULL,
        version INTEGER NOT NULL,
        content TEXT NOT NULL,
        made_at INTEGER NOT NULL,
        made_by INTEGER,
        PRIMARY KEY (template_id, version)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE meeting (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        "on" TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening')),
        template_id TEXT NOT NULL,
        template_version INTEGER NOT NULL,
        host INTEGER NOT NULL REFERENCES staff,
        recorder INTEGER,
        state TEXT NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'signed', 'dropped')),
        -- 0: fewer came than it takes.
        is_held INTEGER NOT NULL DEFAULT 1,
        started_at INTEGER NOT NULL,
        ended_at INTEGER,
        -- Place of the step that runs, and since when; null while none does.
        position INTEGER,
        step_began_at INTEGER,
        is_late INTEGER NOT NULL DEFAULT 0,
        late_reason TEXT,
        photos TEXT NOT NULL DEFAULT '[]',
        created_at INTEGER NOT NULL,
        signed_at INTEGER,
        signed_by INTEGER,
        digest TEXT,
        confirmed_at INTEGER,
        confirmed_by INTEGER,
        dropped_reason TEXT,
        FOREIGN KEY (template_id, template_version) REFERENCES meeting_template_version,
        CHECK (ended_at >= started_at),
        CHECK ((state = 'signed') = (signed_at IS NOT NULL))
      ) STRICT;
      CREATE UNIQUE INDEX meeting_of_day ON meeting ("on", kind) WHERE state <> 'dropped' AND is_held = 1;
      CREATE INDEX meeting_on ON meeting (kind, "on") WHERE state <> 'dropped';

      CREATE TABLE meeting_attendance (
        meeting_id INTEGER NOT NULL REFERENCES meeting,
        staff_id INTEGER NOT NULL REFERENCES staff,
        state TEXT NOT NULL CHECK (state IN ('present', 'late', 'absent')),
        reason TEXT,
        covered_by INTEGER REFERENCES staff,
        PRIMARY KEY (meeting_id, staff_id)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE meeting_pair (
        meeting_id INTEGER NOT NULL REFERENCES meeting,
        a INTEGER NOT NULL REFERENCES staff,
        b INTEGER NOT NULL REFERENCES staff,
        -- What was put right; null where all was well.
        fixed TEXT,
        PRIMARY KEY (meeting_id, a, b),
        CHECK (a <> b)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE meeting_step (
        meeting_id INTEGER NOT NULL REFERENCES meeting,
        position INTEGER NOT NULL,
        step_id TEXT NOT NULL,
        begun_at INTEGER,
        seconds INTEGER NOT NULL DEFAULT 0,
        note TEXT,
        PRIMARY KEY (meeting_id, position)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE meeting_line (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        meeting_id INTEGER NOT NULL REFERENCES meeting,
        step_id TEXT NOT NULL,
        capture TEXT NOT NULL,
        words TEXT NOT NULL,
        staff_id INTEGER REFERENCES staff,
        due_on TEXT,
        -- said: nothing to finish. open: returns every morning until it is done or dropped.
        state TEXT NOT NULL CHECK (state IN ('said', 'open', 'done', 'dropped')),
        reason TEXT,
        ended_at INTEGER,
        ended_by INTEGER,
        rectification_id INTEGER REFERENCES rectification,
        extra TEXT,
        at INTEGER NOT NULL,
        by INTEGER,
        CHECK (state <> 'dropped' OR reason IS NOT NULL),
        CHECK ((state IN ('done', 'dropped')) = (ended_at IS NOT NULL))
      ) STRICT;
      CREATE INDEX meeting_line_of ON meeting_line (meeting_id);
      CREATE INDEX meeting_line_open ON meeting_line (at) WHERE state = 'open';
      CREATE INDEX meeting_line_ended ON meeting_line (ended_at) WHERE ended_at IS NOT NULL;
      CREATE INDEX meeting_line_capture ON meeting_line (capture, at);
      CREATE INDEX meeting_line_task ON meeting_line (rectification_id) WHERE rectification_id IS NOT NULL;

      CREATE TABLE meeting_line_raise (
        id INTEGER PRIMARY KEY,
        line_id INTEGER NOT NULL REFERENCES meeting_line,
        raised_at INTEGER NOT NULL,
        raised_by INTEGER,
        note TEXT,
        answer TEXT,
        answered_by TEXT,
        answered_on TEXT,
        entered_at INTEGER,
        entered_by INTEGER,
        CHECK ((answer IS NULL) = (entered_at IS NULL))
      ) STRICT;
      CREATE INDEX meeting_line_raise_of ON meeting_line_raise (line_id);
      CREATE UNIQUE INDEX meeting_line_raise_waiting ON meeting_line_raise (line_id) WHERE answer IS NULL;

      CREATE TABLE meeting_addition (
        id INTEGER PRIMARY KEY,
        meeting_id INTEGER NOT NULL REFERENCES meeting,
        at INTEGER NOT NULL,
        by INTEGER,
        words TEXT NOT NULL
      ) STRICT;
      CREATE INDEX meeting_addition_of ON meeting_addition (meeting_id);

      -- Why a day had no meeting.
      CREATE TABLE meeting_day_reason (
        "on" TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening')),
        reason TEXT NOT NULL,
        at INTEGER NOT NULL,
        by INTEGER,
        PRIMARY KEY ("on", kind)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE meeting_host_swap (
        "on" TEXT NOT NULL,
        kind TEXT NOT NULL CHECK (kind IN ('morning', 'evening')),
        host INTEGER NOT NULL REFERENCES staff,
        at INTEGER NOT NULL,
        by INTEGER,
        PRIMARY KEY ("on", kind)
      ) STRICT, WITHOUT ROWID;

      -- Known before the roll-call, and taken into it.
      CREATE TABLE meeting_absence (
        "on" TEXT NOT NULL,
        staff_id INTEGER NOT NULL REFERENCES staff,
        reason TEXT NOT NULL,
        covered_by INTEGER REFERENCES staff,
        at INTEGER NOT NULL,
        by INTEGER,
        PRIMARY KEY ("on", staff_id)
      ) STRICT, WITHOUT ROWID;
      ${immutableWhenSigned()}
    `)
  },
}

const SIGNED = (id: string) => `(SELECT state FROM meeting WHERE id = ${id}) = 'signed'`
const REFUSE = `SELECT RAISE(ABORT, 'a signed meeting is not changed')`

/** What may still happen to a signed log: the head confirms it once, an open line ends, a line is raised or added to. */
function immutableWhenSigned(): string {
  const parts = ['meeting_attendance', 'meeting_pair', 'meeting_step']
  const ofParts = parts.flatMap((table) => [
    `CREATE TRIGGER ${table}_insert BEFORE INSERT ON ${table} WHEN ${SIGNED('new.meeting_id')} BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER ${table}_update BEFORE UPDATE ON ${table} WHEN ${SIGNED('old.meeting_id')} BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER ${table}_delete BEFORE DELETE ON ${table} WHEN ${SIGNED('old.meeting_id')} BEGIN ${REFUSE}; END;`,
  ])
  const kept = [
    ...['uid', '"on"', 'kind', 'template_id', 'template_version', 'host', 'recorder', 'state', 'is_held'],
    ...['started_at', 'ended_at', 'is_late', 'late_reason', 'photos', 'signed_at', 'signed_by', 'digest'],
  ]
  const keptOfLine = [
    ...['uid', 'meeting_id', 'step_id', 'capture', 'words', 'staff_id', 'due_on', 'extra', 'at', 'by'],
  ]
  const differs = (columns: readonly string[]) =>
    columns.map((column) => `new.${column} IS NOT old.${column}`).join(' OR ')
  return [
    ...ofParts,
    `CREATE TRIGGER meeting_update BEFORE UPDATE ON meeting WHEN old.state = 'signed' AND (${differs(kept)}
       OR (old.confirmed_at IS NOT NULL AND (${differs(['confirmed_at', 'confirmed_by'])}))) BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_delete BEFORE DELETE ON meeting WHEN old.state = 'signed' BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_line_insert BEFORE INSERT ON meeting_line WHEN ${SIGNED('new.meeting_id')}
       BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_line_update BEFORE UPDATE ON meeting_line WHEN ${SIGNED('old.meeting_id')}
       AND (${differs(keptOfLine)} OR (old.state <> 'open' AND new.state <> old.state)
       OR (old.rectification_id IS NOT NULL AND new.rectification_id IS NOT old.rectification_id))
       BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_line_delete BEFORE DELETE ON meeting_line WHEN ${SIGNED('old.meeting_id')}
       BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_addition_update BEFORE UPDATE ON meeting_addition BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_addition_delete BEFORE DELETE ON meeting_addition BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_line_raise_update BEFORE UPDATE ON meeting_line_raise WHEN old.answer IS NOT NULL
       BEGIN SELECT RAISE(ABORT, 'an answer is not changed'); END;`,
  ].join('\n')
}
