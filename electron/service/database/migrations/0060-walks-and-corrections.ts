import type { Migration } from '../migration.ts'

export const walksAndCorrections: Migration = {
  version: 60,
  name: '0060-walks-and-corrections',
  up(database) {
    database.exec(`
      -- Who gave most answers when the round was handed in, and when that was first: a give-back moves neither.
      ALTER TABLE patrol ADD COLUMN walked_by INTEGER;
      ALTER TABLE patrol ADD COLUMN walk_ended_at INTEGER;
      UPDATE patrol SET walk_ended_at = submitted_at, walked_by = coalesce((
        SELECT by FROM (
          SELECT by, at, max(revision) FROM patrol_answer WHERE patrol_id = patrol.id GROUP BY item_no
        ) WHERE by IS NOT NULL GROUP BY by ORDER BY count(*) DESC, min(at) LIMIT 1
      ), submitted_by) WHERE submitted_at IS NOT NULL;

      -- Why the revision of an answer was made after its round was handed in.
      CREATE TABLE patrol_correction (
        patrol_id INTEGER NOT NULL,
        item_no INTEGER NOT NULL,
        revision INTEGER NOT NULL,
        reason TEXT NOT NULL,
        PRIMARY KEY (patrol_id, item_no, revision)
      ) STRICT, WITHOUT ROWID;

      -- A step to void without a note is an answer that was corrected; the reader's language words it.
      UPDATE rectification_event SET note = NULL WHERE to_state = 'void' AND note = '答案已更正';
    `)
  },
}
