import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('names no step for what was sent back before', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 170)
  database.exec(`
    INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence,
      due_at, state, state_since) VALUES ('u', 2026, 1, 'N', 'patrol', 0, 0, '门口', 'major', 1, 5, 'returned', 0);
    INSERT INTO rectification_event (rectification_id, at, from_state, to_state) VALUES (1, 5, 'submitted', 'returned')`)
  migrate(database, migrations)
  expect(database.prepare('SELECT to_state, redo FROM rectification_event').raw().all()).toEqual([['returned', null]])
  database.close()
})
