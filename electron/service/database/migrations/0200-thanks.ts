import type { Migration } from '../migration.ts'

export const thanks: Migration = {
  version: 200,
  name: '0200-thanks',
  up(database) {
    database.exec(`
      -- Its own journal: a card is written once, and at most withdrawn once. What was undone within minutes is gone.
      CREATE TABLE thanks (
        id INTEGER PRIMARY KEY,
        uid TEXT NOT NULL UNIQUE,
        giver INTEGER NOT NULL REFERENCES staff,
        receiver INTEGER NOT NULL REFERENCES staff,
        words TEXT NOT NULL,
        -- Words and names in lower case with their pinyin; what a search looks at.
        search TEXT NOT NULL,
        value TEXT NOT NULL,
        is_private INTEGER NOT NULL CHECK (is_private IN (0, 1)),
        "on" TEXT NOT NULL,
        at INTEGER NOT NULL,
        withdrawn_at INTEGER,
        withdrawn_by INTEGER,
        withdrawn_reason TEXT,
        CHECK (giver <> receiver),
        CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
      ) STRICT;
      CREATE INDEX thanks_given ON thanks (giver, "on", at);
      CREATE INDEX thanks_received ON thanks (receiver, "on", at);
      CREATE INDEX thanks_public ON thanks ("on", at) WHERE is_private = 0;

      -- What stands for a person over years is found without reading the years.
      CREATE INDEX patrol_by_walker ON patrol (submitted_by, "on") WHERE submitted_by IS NOT NULL;
      CREATE INDEX rectification_by_owner ON rectification (owner_staff, coalesce(verified_at, closed_at))
        WHERE owner_staff IS NOT NULL;
      CREATE INDEX rectification_look_back_done ON rectification_look_back ("on") WHERE result IS NOT NULL;
      CREATE INDEX meeting_by_host ON meeting (host, "on") WHERE state = 'signed';
      CREATE INDEX meeting_line_of_person ON meeting_line (staff_id, at) WHERE staff_id IS NOT NULL;
      CREATE INDEX complaint_clock_received ON complaint_clock (received_at);
    `)
  },
}
