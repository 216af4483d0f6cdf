import type { Migration } from '../migration.ts'

export const awards: Migration = {
  version: 190,
  name: '0190-awards',
  up(database) {
    database.exec(`
      CREATE TABLE award (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        -- AW-2026-001, given when it is nominated; a draft has none.
        no TEXT UNIQUE,
        year INTEGER,
        serial INTEGER,
        kind TEXT NOT NULL,
        level TEXT NOT NULL,
        subject_kind TEXT NOT NULL CHECK (subject_kind IN ('person', 'team', 'outlet')),
        staff_id INTEGER REFERENCES staff,
        team_name TEXT,
        period_from TEXT NOT NULL,
        period_to TEXT NOT NULL,
        nominator INTEGER NOT NULL REFERENCES staff,
        -- One sentence: what for.
        reason TEXT NOT NULL,
        -- Names and reason in lower case with their pinyin; what a search looks at.
        search TEXT NOT NULL,
        state TEXT NOT NULL CHECK (state IN
          ('draft', 'nominated', 'reviewing', 'publicised', 'objected', 'granted', 'withdrawn', 'revoked')),
        state_since INTEGER NOT NULL,
        created_at INTEGER NOT NULL,
        -- Grows with every change: who acts on an older one is told.
        revision INTEGER NOT NULL DEFAULT 1,
        tie_reason TEXT,
        -- The sum that stood when it was publicised, in two-hundredths of a point.
        sum INTEGER,
        publicity_from TEXT,
        publicity_until TEXT,
        granted_on TEXT,
        -- Of a decision above the outlet.
        decision_reference TEXT,
        decision_on TEXT,
        story TEXT,
        story_edited_by INTEGER REFERENCES staff,
        story_edited_at INTEGER,
        UNIQUE (year, serial),
        CHECK (period_to >= period_from),
        CHECK ((subject_kind = 'person') = (staff_id IS NOT NULL)),
        CHECK ((subject_kind = 'team') = (team_name IS NOT NULL)),
        CHECK (state IN ('draft', 'withdrawn') OR no IS NOT NULL),
        CHECK (publicity_until >= publicity_from),
        CHECK ((state IN ('granted', 'revoked')) = (granted_on IS NOT NULL))
      ) STRICT;
      CREATE INDEX award_newest ON award (period_to DESC, id DESC);
      CREATE INDEX award_by_kind ON award (kind, period_to);
      CREATE INDEX award_of_person ON award (staff_id, period_to) WHERE staff_id IS NOT NULL;
      CREATE INDEX award_by_nominator ON award (nominator, state);
      CREATE INDEX award_publicised ON award (publicity_until) WHERE state = 'publicised';
      CREATE INDEX award_granted ON award (granted_on) WHERE state = 'granted';

      CREATE TABLE award_member (
        award_id INTEGER NOT NULL REFERENCES award,
        staff_id INTEGER NOT NULL REFERENCES staff,
        PRIMARY KEY (award_id, staff_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX award_member_of_person ON award_member (staff_id);

      CREATE TABLE award_evidence (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        award_id INTEGER NOT NULL REFERENCES award,
        criterion TEXT NOT NULL,
        source TEXT NOT NULL,
        -- A linked record, or what a person typed because the console does not know it.
        record_kind TEXT,
        record_uid TEXT,
        words TEXT,
        figure TEXT,
        unit TEXT,
        on_day TEXT NOT NULL,
        added_by INTEGER NOT NULL REFERENCES staff,
        added_at INTEGER NOT NULL,
        CHECK ((record_kind IS NULL) = (record_uid IS NULL)),
        CHECK (record_uid IS NOT NULL OR words IS NOT NULL)
      ) STRICT;
      CREATE INDEX award_evidence_of ON award_evidence (award_id);
      CREATE UNIQUE INDEX award_evidence_once ON award_evidence (record_kind, record_uid, award_id, criterion)
        WHERE record_uid IS NOT NULL;

      CREATE TABLE award_gate (
        award_id INTEGER NOT NULL REFERENCES award,
        gate TEXT NOT NULL,
        result TEXT NOT NULL CHECK (result IN ('clear', 'found', 'unknown')),
        -- JSON: the records that the console found.
        records TEXT NOT NULL DEFAULT '[]',
        -- Null: by the records alone.
        confirmed_by INTEGER REFERENCES staff,
        note TEXT,
        at INTEGER NOT NULL,
        PRIMARY KEY (award_id, gate),
        CHECK ((confirmed_by IS NULL) = (note IS NULL))
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE award_reviewer (
        award_id INTEGER NOT NULL REFERENCES award,
        staff_id INTEGER NOT NULL REFERENCES staff,
        chosen_at INTEGER NOT NULL,
        -- Null until the reviewer has said so; 1 excludes them.
        is_relative INTEGER CHECK (is_relative IN (0, 1)),
        handed_in_at INTEGER,
        PRIMARY KEY (award_id, staff_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX award_reviewer_waiting ON award_reviewer (staff_id)
        WHERE handed_in_at IS NULL AND (is_relative IS NULL OR is_relative = 0);

      CREATE TABLE award_score (
        award_id INTEGER NOT NULL,
        staff_id INTEGER NOT NULL,
        criterion TEXT NOT NULL,
        -- Null: this reviewer saw no evidence.
        points INTEGER CHECK (points BETWEEN 0 AND 100),
        note TEXT,
        PRIMARY KEY (award_id, staff_id, criterion),
        FOREIGN KEY (award_id, staff_id) REFERENCES award_reviewer
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE award_objection (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        award_id INTEGER NOT NULL REFERENCES award,
        words TEXT NOT NULL,
        -- Null where it is anonymous: nothing anywhere says who, and only the day is kept.
        staff_id INTEGER REFERENCES staff,
        received_on TEXT NOT NULL,
        due_on TEXT NOT NULL,
        answer TEXT,
        is_upheld INTEGER CHECK (is_upheld IN (0, 1)),
        answered_by INTEGER REFERENCES staff,
        answered_at INTEGER,
        CHECK ((answer IS NULL) = (is_upheld IS NULL)),
        CHECK ((answer IS NULL) = (answered_at IS NULL))
      ) STRICT;
      CREATE INDEX award_objection_of ON award_objection (award_id);
      CREATE INDEX award_objection_open ON award_objection (due_on) WHERE answer IS NULL;

      CREATE TABLE award_event (
        id INTEGER PRIMARY KEY,
        award_id INTEGER NOT NULL REFERENCES award,
        act TEXT NOT NULL,
        from_state TEXT,
        to_state TEXT,
        -- Null: the console by its clock, or somebody who stays unnamed.
        by INTEGER REFERENCES staff,
        "on" TEXT NOT NULL,
        -- Null of an anonymous objection.
        at INTEGER,
        reason TEXT,
        -- JSON of a correction: what stood before, and what stands now.
        detail TEXT
      ) STRICT;
      CREATE INDEX award_event_of ON award_event (award_id);

      CREATE TABLE award_reward (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        award_id INTEGER NOT NULL REFERENCES award,
        what TEXT NOT NULL,
        "on" TEXT NOT NULL,
        noted_by INTEGER REFERENCES staff,
        noted_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX award_reward_of ON award_reward (award_id);
    `)
  },
}
