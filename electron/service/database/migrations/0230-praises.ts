import type { Migration } from '../migration.ts'

export const praises: Migration = {
  version: 230,
  name: '0230-praises',
  up(database) {
    database.exec(`
      -- What customers praised. Nobody named beside it: the outlet as a whole.
      CREATE TABLE praise (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        "on" TEXT NOT NULL,
        channel TEXT NOT NULL,
        words TEXT NOT NULL,
        -- Words and names in lower case with their pinyin; what a search looks at.
        search TEXT NOT NULL,
        entered_by INTEGER NOT NULL REFERENCES staff,
        entered_at INTEGER NOT NULL,
        withdrawn_at INTEGER,
        withdrawn_by INTEGER REFERENCES staff,
        withdrawn_reason TEXT,
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      ) STRICT;
      CREATE INDEX praise_newest ON praise ("on", id);
      CREATE INDEX praise_entered ON praise (entered_at) WHERE withdrawn_at IS NULL;
      CREATE TABLE praise_person (
        praise_id INTEGER NOT NULL REFERENCES praise,
        staff_id INTEGER NOT NULL REFERENCES staff,
        PRIMARY KEY (praise_id, staff_id)
      ) STRICT, WITHOUT ROWID;
      CREATE INDEX praise_of_person ON praise_person (staff_id, praise_id);

      -- Up to which instant a person has looked at the cards given to them.
      CREATE TABLE thanks_seen (
        staff_id INTEGER PRIMARY KEY REFERENCES staff,
        until INTEGER NOT NULL
      ) STRICT;
    `)
  },
}
