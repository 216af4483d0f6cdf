import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('makes room for what customers praised, of people or of all, and for who has seen their cards', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 200)
  database.exec(
    `INSERT INTO staff (id, uid, name, pinyin, post, duties, is_active, created_at) VALUES (1, 'a', 'A', '', 'teller', '[]', 1, 0)`,
  )
  migrate(database, migrations, 230)
  const praise = database.prepare(
    `INSERT INTO praise (uid, "on", channel, words, search, entered_by, entered_at) VALUES (?, '2026-11-23', 'letter', 'w', 'w', ?, 0)`,
  )
  praise.run('one', 1)
  expect(() => praise.run('one', 1)).toThrow(/UNIQUE/)
  expect(() => praise.run('two', 2)).toThrow(/FOREIGN KEY/)
  expect(() => database.exec('INSERT INTO praise_person VALUES (1, 7)')).toThrow(/FOREIGN KEY/)
  database.exec('INSERT INTO praise_person VALUES (1, 1)')
  expect(() => database.exec('UPDATE praise SET withdrawn_at = 5')).toThrow(/CHECK/)
  database.exec(`UPDATE praise SET withdrawn_at = 5, withdrawn_by = 1, withdrawn_reason = 'r'`)
  database.exec('INSERT INTO thanks_seen VALUES (1, 5)')
  expect(() => database.exec('INSERT INTO thanks_seen VALUES (1, 6)')).toThrow(/UNIQUE/)
  database.close()
})
