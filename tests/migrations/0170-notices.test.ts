import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('makes room for notices and who knows them, once each, and refuses a term before the receipt', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 130)
  migrate(database, migrations, 170)
  const notice = database.prepare(
    `INSERT INTO notice (uid, title, pinyin, words, received_on, pass_by, entered_at) VALUES (?, 'N', 'n', '', '2026-11-23', ?, 0)`,
  )
  notice.run('a', '2026-11-23')
  notice.run('b', null)
  expect(() => notice.run('c', '2026-11-22')).toThrow(/CHECK/)
  const reading = database.prepare(`INSERT INTO notice_reading VALUES (1, 1, 0, ?)`)
  expect(() => reading.run('guessed')).toThrow(/CHECK/)
  reading.run('heard')
  expect(() => reading.run('read')).toThrow(/UNIQUE/)
  database.close()
})
