import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('makes room for devices, one number each, and refuses an outage that ends before it starts', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 100)
  migrate(database, migrations, 110)
  const device = `INSERT INTO device (uid, number, kind, name, pinyin, created_at) VALUES (?, ?, 'cash', 'N', 'n', 0)`
  database.prepare(device).run('a', 'ATM-01')
  expect(() => database.prepare(device).run('b', 'atm-01')).toThrow(/UNIQUE/)
  const outage = `INSERT INTO device_outage (uid, device_id, started_at, ended_at, is_partial, entered_at)
    VALUES (?, 1, 10, ?, 0, 0)`
  database.prepare(outage).run('unfinished', null)
  database.prepare(outage).run('no length', 10)
  expect(() => database.prepare(outage).run('backwards', 9)).toThrow(/CHECK/)
  database.close()
})
