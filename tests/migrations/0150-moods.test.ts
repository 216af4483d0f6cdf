import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('makes room for moods: one open series that keeps its mode, and a published week only with its band', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 130)
  migrate(database, migrations, 150)
  const open = database.prepare(`INSERT INTO mood_series (mode, opened_on) VALUES (?, '2026-11-23')`)
  open.run('counters')
  expect(() => open.run('named')).toThrow(/UNIQUE/)
  expect(() => database.exec(`UPDATE mood_series SET mode = 'named'`)).toThrow(/keeps its mode/)
  database.exec(`UPDATE mood_series SET closed_on = '2026-11-24'`)
  open.run('named')
  const week = database.prepare(`INSERT INTO mood_week VALUES (1, ?, ?, ?)`)
  week.run('2026-11-16', 'published', 'rainy')
  week.run('2026-11-23', 'few', null)
  expect(() => week.run('2026-11-30', 'few', 'bright')).toThrow(/CHECK/)
  expect(() => week.run('2026-11-30', 'published', null)).toThrow(/CHECK/)
  database.close()
})
