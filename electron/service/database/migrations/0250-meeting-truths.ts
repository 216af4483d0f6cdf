import type { Migration } from '../migration.ts'

export const meetingTruths: Migration = {
  version: 250,
  name: '0250-meeting-truths',
  up(database) {
    database.exec(`
      -- When the person was called; the roll-call is taken once nobody is left. What is called already stays as it is.
      ALTER TABLE meeting_attendance ADD COLUMN called_at INTEGER;

      -- In whose queue a decision laid its task, whoever took it since.
      ALTER TABLE meeting_line ADD COLUMN queue TEXT;

      -- Since when a log is written down afterwards: entered, or allowed by the head.
      ALTER TABLE meeting ADD COLUMN late_at INTEGER;
      UPDATE meeting SET late_at = created_at WHERE is_late = 1 AND created_at > started_at;

      CREATE TRIGGER meeting_late_at BEFORE UPDATE OF late_at ON meeting WHEN old.state = 'signed'
        AND new.late_at IS NOT old.late_at BEGIN ${REFUSE}; END;
      CREATE TRIGGER meeting_line_queue BEFORE UPDATE OF queue ON meeting_line
        WHEN (SELECT state FROM meeting WHERE id = old.meeting_id) = 'signed' AND new.queue IS NOT old.queue
        BEGIN ${REFUSE}; END;
    `)
  },
}

const REFUSE = `SELECT RAISE(ABORT, 'a signed meeting is not changed')`
