import type { Migration } from '../migration.ts'

export const returnedSteps: Migration = {
  version: 180,
  name: '0180-returned-steps',
  up(database) {
    // The steps that a check sent back, as a list in JSON; the task itself keeps only those of the last one.
    database.exec('ALTER TABLE rectification_event ADD COLUMN redo TEXT')
  },
}
