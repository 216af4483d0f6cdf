import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { PRAISE_SQL } from '../../electron/service/praises/praise-repository.ts'

it('takes cards from before as looked at, and leaves what somebody has looked at since', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 240)
  const person = database.prepare(
    `INSERT INTO staff (id, uid, name, pinyin, post, duties, is_active, created_at) VALUES (?, ?, 'A', '', 'teller', '[]', 1, 0)`,
  )
  for (const id of [1, 2, 3]) person.run(id, `p${id}`)
  const card = database.prepare(
    `INSERT INTO thanks (uid, giver, receiver, words, search, value, is_private, "on", at)
     VALUES (?, ?, ?, 'w', 'w', 'v', 0, '2026-11-23', ?)`,
  )
  card.run('a', 1, 2, 10)
  card.run('b', 3, 2, 30)
  card.run('c', 1, 3, 40)
  database.exec('INSERT INTO thanks_seen VALUES (3, 20)')
  migrate(database, migrations, 260)
  expect(database.prepare('SELECT * FROM thanks_seen ORDER BY staff_id').raw().all()).toEqual([
    [2, 30],
    [3, 20],
  ])
  database.close()
})

it('finds standing and withdrawn praise each by its own index, in the order it is shown', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 260)
  const plan = (sql: string) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, "'1'")}`).all() as { detail: string }[]).map(
      ({ detail }) => detail,
    )
  expect(plan(PRAISE_SQL.all)).toEqual(['SEARCH praise USING INDEX praise_standing (on>? AND on<?)'])
  expect(plan(PRAISE_SQL.allWithdrawn)).toEqual(['SEARCH praise USING INDEX praise_withdrawn (on>? AND on<?)'])
  database.close()
})
