import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('starts every task without clean rounds and keeps its steps and known rounds', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 70)
  database.exec(`
    INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence,
      due_at, state, state_since) VALUES ('u', 2026, 1, 'N', 'patrol', 0, 0, 'd', 'minor', 1, 0, 'verified', 0);
    INSERT INTO rectification_event (rectification_id, at, to_state) VALUES (1, 0, 'found');
    INSERT INTO rectification_known VALUES (1, 7, 3)`)
  migrate(database, migrations)
  expect(database.prepare('SELECT clean_rounds FROM rectification').pluck().all()).toEqual([0])
  expect(database.prepare('SELECT to_state, rule FROM rectification_event').raw().all()).toEqual([['found', null]])
  expect(database.prepare('SELECT * FROM rectification_known').raw().all()).toEqual([[1, 7, 3, null]])
  database.close()
})
