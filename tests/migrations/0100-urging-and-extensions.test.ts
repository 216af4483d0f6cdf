import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('starts every task without urges, co-owner and extension', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 90)
  database.exec(`
    INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence,
      due_at, state, state_since) VALUES ('u', 2026, 1, 'N', 'patrol', 0, 0, 'd', 'minor', 1, 5, 'doing', 0)`)
  migrate(database, migrations)
  const columns = 'due_at, co_owner, urges, urged_at, asked_until, asked_reason, extensions, extension_reason'
  expect(database.prepare(`SELECT ${columns} FROM rectification`).raw().all()).toEqual([
    [5, null, 0, null, null, null, 0, null],
  ])
  database.close()
})
