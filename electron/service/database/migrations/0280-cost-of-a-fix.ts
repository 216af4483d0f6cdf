import type { Migration } from '../migration.ts'

/** What the fix of a task has cost so far, in fen: a column of the ledger that nobody could fill. */
export const costOfAFix: Migration = {
  version: 280,
  name: '0280-cost-of-a-fix',
  up(database) {
    database.exec('ALTER TABLE rectification ADD COLUMN cost_fen INTEGER CHECK (cost_fen >= 0)')
  },
}
