import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('makes room for cards between two people, never to oneself, withdrawn only with a reason', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 180)
  const staff = database.prepare(
    `INSERT INTO staff (id, uid, name, pinyin, post, duties, is_active, created_at) VALUES (?, ?, ?, '', 'teller', '[]', 1, 0)`,
  )
  staff.run(1, 'a', 'A')
  staff.run(2, 'b', 'B')
  migrate(database, migrations, 200)
  const card = database.prepare(
    `INSERT INTO thanks (uid, giver, receiver, words, search, value, is_private, "on", at) VALUES (?, ?, ?, 'w', 'w', 'v', ?, '2026-11-23', 0)`,
  )
  card.run('one', 1, 2, 0)
  expect(() => card.run('two', 1, 1, 0)).toThrow(/CHECK/)
  expect(() => card.run('three', 1, 3, 0)).toThrow(/FOREIGN KEY/)
  expect(() => card.run('four', 1, 2, 2)).toThrow(/CHECK/)
  expect(() => database.exec(`UPDATE thanks SET withdrawn_at = 5`)).toThrow(/CHECK/)
  database.exec(`UPDATE thanks SET withdrawn_at = 5, withdrawn_reason = 'r'`)
  database.close()
})
