import type { Migration } from '../migration.ts'

export const praiseKeptApart: Migration = {
  version: 260,
  name: '0260-praise-kept-apart',
  up(database) {
    database.exec(`
      DROP INDEX praise_newest;
      CREATE INDEX praise_standing ON praise ("on", id) WHERE withdrawn_at IS NULL;
      CREATE INDEX praise_withdrawn ON praise ("on", id) WHERE withdrawn_at IS NOT NULL;

      -- Cards from before anybody could say that they had looked are no news to anybody.
      INSERT INTO thanks_seen (staff_id, until)
        SELECT receiver, max(at) FROM thanks WHERE true GROUP BY receiver
        ON CONFLICT (staff_id) DO NOTHING;
    `)
  },
}
