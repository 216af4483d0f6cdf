import type { Migration } from '../migration.ts'

export const meetingRecords: Migration = {
  version: 210,
  name: '0210-meeting-records',
  up(database) {
    database.exec(`
      -- When the roll-call was first taken; until then attendance is only what is expected.
      ALTER TABLE meeting ADD COLUMN called_at INTEGER;
      -- Whoever signed before this was asked has signed the roll-call with the rest.
      UPDATE meeting SET called_at = signed_at WHERE state = 'signed';

      -- Lines of earlier meetings that lay before a signed one: open still, or ended in it.
      CREATE TABLE meeting_returned (
        meeting_id INTEGER NOT NULL REFERENCES meeting,
        line_id INTEGER NOT NULL REFERENCES meeting_line,
        PRIMARY KEY (meeting_id, line_id)
      ) STRICT, WITHOUT ROWID;
      -- By the days between saying and ending, so that the index finds the few meetings of each line.
      INSERT INTO meeting_returned
        SELECT meeting.id, line.id FROM meeting_line line
          CROSS JOIN meeting said ON said.id = line.meeting_id AND said.state <> 'dropped'
          CROSS JOIN meeting ON meeting.kind IN ('morning', 'evening') AND meeting.state <> 'dropped'
            AND meeting."on" BETWEEN said."on"
              AND coalesce(date(line.ended_at / 1000, 'unixepoch', '+1 day'), '9999-12-31')
        WHERE meeting.state = 'signed' AND meeting.id <> line.meeting_id
          AND min(line.at, coalesce(said.ended_at, line.at)) < meeting.started_at
          AND (line.state = 'open' OR line.ended_at >= meeting.started_at);
      ${immutable()}
    `)
  },
}

const SIGNED = (id: string) => `(SELECT state FROM meeting WHERE id = ${id}) = 'signed'`
const REFUSE = `SELECT RAISE(ABORT, 'a signed meeting is not changed')`
const REFUSE_VERSION = `SELECT RAISE(ABORT, 'a version of a template is not changed')`

function immutable(): string {
  return [
    `CREATE TRIGGER meeting_called BEFORE UPDATE OF called_at ON meeting WHEN old.state = 'signed'
       AND new.called_at IS NOT old.called_at BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_returned_insert BEFORE INSERT ON meeting_returned WHEN ${SIGNED('new.meeting_id')}
       BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_returned_update BEFORE UPDATE ON meeting_returned WHEN ${SIGNED('old.meeting_id')}
       BEGIN ${REFUSE}; END;`,
    `CREATE TRIGGER meeting_returned_delete BEFORE DELETE ON meeting_returned WHEN ${SIGNED('old.meeting_id')}
       BEGIN ${REFUSE}; END;`,
    // The first one written stays, also under INSERT OR REPLACE, which asks no trigger for its deletion.
    `CREATE TRIGGER meeting_template_version_insert BEFORE INSERT ON meeting_template_version
       WHEN EXISTS (SELECT 1 FROM meeting_template_version
         WHERE template_id = new.template_id AND version = new.version) BEGIN SELECT RAISE(IGNORE); END;`,
    `CREATE TRIGGER meeting_template_version_update BEFORE UPDATE ON meeting_template_version
       BEGIN ${REFUSE_VERSION}; END;`,
    `CREATE TRIGGER meeting_template_version_delete BEFORE DELETE ON meeting_template_version
       BEGIN ${REFUSE_VERSION}; END;`,
  ].join('\n')
}
