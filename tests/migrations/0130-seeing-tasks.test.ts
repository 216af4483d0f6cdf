import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('makes every task there is findable by its words and their pinyin', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 100)
  database.exec(`
    INSERT INTO rectification (uid, year, serial, no, source, found_at, entered_at, description, severity, occurrence,
      due_at, state, state_since) VALUES ('u', 2026, 1, 'N', 'patrol', 0, 0, '门口 LED 屏坏了', 'minor', 1, 5, 'doing', 0)`)
  migrate(database, migrations)
  expect(database.prepare('SELECT rectification_id, text FROM rectification_search').raw().all()).toEqual([
    [1, '门口 led 屏坏了 menkouledpinghuaile mkledphl'],
  ])
  database.close()
})
