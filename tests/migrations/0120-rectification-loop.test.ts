import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('leaves the clock of every task as it was, unreminded and without a wait', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 100)
  database.exec(`
    INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence,
      due_at, state, state_since, measure, prevention, waiting_for, expected_on)
    VALUES ('u', 2026, 1, 'N', 'patrol', 0, 0, 'd', 'minor', 1, 5, 'waiting', 0, 'm', 'p', 'w', '2026-11-30')`)
  migrate(database, migrations)
  const kept = 'due_at, measure, prevention, waiting_for, expected_on'
  const added = 'restored, fix_due_at, waited_ms, reminders, reminded_step, known_until, clean_patrol, last_change'
  expect(database.prepare(`SELECT ${kept}, ${added} FROM rectification`).raw().all()).toEqual([
    [5, 'm', 'p', 'w', '2026-11-30', null, null, 0, 0, 0, null, null, null],
  ])
  const tables = ['complaint_clock', 'spread_check', 'spread_spot', 'accountability']
  expect(tables.map((table) => database.prepare(`SELECT count(*) FROM ${table}`).pluck().get())).toEqual([0, 0, 0, 0])
  database.close()
})
