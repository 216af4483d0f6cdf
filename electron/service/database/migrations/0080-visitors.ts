import type { Migration } from '../migration.ts'

export const visitors: Migration = {
  version: 80,
  name: '0080-visitors',
  up(database) {
    database.exec(`
      -- Of people who come to look: where they come from, and the last day on which they may sign in.
      ALTER TABLE staff ADD COLUMN unit TEXT;
      ALTER TABLE staff ADD COLUMN valid_until TEXT;
    `)
  },
}
