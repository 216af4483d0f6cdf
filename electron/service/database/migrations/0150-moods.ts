import type { Migration } from '../migration.ts'

export const moods: Migration = {
  version: 150,
  name: '0150-moods',
  up(database) {
    database.exec(`
      CREATE TABLE mood_series (
        id INTEGER PRIMARY KEY,
        mode TEXT NOT NULL CHECK (mode IN ('named', 'counters')),
        opened_on TEXT NOT NULL,
        closed_on TEXT
      ) STRICT;
      CREATE UNIQUE INDEX mood_series_open ON mood_series ((closed_on IS NULL)) WHERE closed_on IS NULL;
      CREATE TRIGGER mood_series_frozen BEFORE UPDATE OF mode, opened_on ON mood_series
        BEGIN SELECT RAISE(ABORT, 'a series keeps its mode'); END;

      -- The record of processing: who agreed to which notice, and when that ended. No level.
      CREATE TABLE mood_consent (
        id INTEGER PRIMARY KEY,
        series_id INTEGER NOT NULL REFERENCES mood_series,
        staff_id INTEGER NOT NULL REFERENCES staff,
        notice INTEGER NOT NULL,
        given_at INTEGER NOT NULL,
        given_on TEXT NOT NULL,
        withdrawn_at INTEGER,
        withdrawn_on TEXT
      ) STRICT;
      CREATE UNIQUE INDEX mood_consent_in_force ON mood_consent (series_id, staff_id) WHERE withdrawn_at IS NULL;
      CREATE INDEX mood_consent_of_series ON mood_consent (series_id, given_on);

      -- Named series only. Sealed where the vault is open, else readable until the day turns with the vault open.
      CREATE TABLE mood_answer (
        series_id INTEGER NOT NULL REFERENCES mood_series,
        staff_id INTEGER NOT NULL REFERENCES staff,
        "on" TEXT NOT NULL,
        moment TEXT NOT NULL,
        at INTEGER NOT NULL,
        -- Level and tags that are not sensitive.
        content TEXT NOT NULL,
        sensitive TEXT,
        is_sealed INTEGER NOT NULL,
        PRIMARY KEY (staff_id, "on", moment, series_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mood_answer_on ON mood_answer ("on");
      CREATE INDEX mood_answer_open ON mood_answer ("on") WHERE is_sealed = 0;

      -- Series of counters: five answers of a day or more at once, never fewer.
      CREATE TABLE mood_counter (
        series_id INTEGER NOT NULL REFERENCES mood_series,
        week TEXT NOT NULL,
        level INTEGER NOT NULL CHECK (level BETWEEN 1 AND 5),
        answers INTEGER NOT NULL,
        PRIMARY KEY (series_id, week, level)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE mood_week (
        series_id INTEGER NOT NULL REFERENCES mood_series,
        week TEXT NOT NULL,
        why TEXT NOT NULL CHECK (why IN ('published', 'few', 'masked')),
        band TEXT CHECK (band IN ('bright', 'overcast', 'rainy')),
        PRIMARY KEY (series_id, week),
        CHECK ((why = 'published') = (band IS NOT NULL))
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX mood_week_of ON mood_week (week);

      CREATE TABLE mood_wish (
        staff_id INTEGER PRIMARY KEY REFERENCES staff,
        at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE mood_silence (
        staff_id INTEGER PRIMARY KEY REFERENCES staff,
        -- The last answer before it; said once for it.
        since TEXT NOT NULL,
        days INTEGER NOT NULL,
        is_dismissed INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE mood_favourite (
        staff_id INTEGER NOT NULL REFERENCES staff,
        tip TEXT NOT NULL,
        PRIMARY KEY (staff_id, tip)
      ) STRICT, WITHOUT ROWID;

      CREATE TABLE care_talk (
        id INTEGER PRIMARY KEY,
        staff_id INTEGER NOT NULL REFERENCES staff,
        at INTEGER NOT NULL,
        "on" TEXT NOT NULL,
        outcome TEXT NOT NULL CHECK (outcome IN ('talked', 'arranged', 'declined')),
        next_on TEXT,
        actions TEXT NOT NULL,
        -- Always sealed.
        note TEXT
      ) STRICT;
      CREATE INDEX care_talk_of ON care_talk (staff_id, at);
      CREATE INDEX care_talk_on ON care_talk ("on");

      CREATE TABLE mood_change (
        id INTEGER PRIMARY KEY,
        "on" TEXT NOT NULL,
        heard TEXT NOT NULL,
        did TEXT NOT NULL
      ) STRICT;
      CREATE INDEX mood_change_on ON mood_change ("on");
    `)
  },
}
