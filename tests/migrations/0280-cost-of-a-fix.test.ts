import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('leaves the cost of earlier tasks open, and takes none below nothing', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 270)
  database.exec(`INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity,
    occurrence, due_at, state, state_since) VALUES ('u', 2026, 1, 'n', 'self-report', 1, 1, '灯坏', 'minor', 1, 9, 'found', 1)`)
  migrate(database, migrations, 280)
  expect(database.prepare('SELECT cost_fen FROM rectification').pluck().all()).toEqual([null])
  expect(() => database.exec('UPDATE rectification SET cost_fen = -1')).toThrow('CHECK')
  database.close()
})
