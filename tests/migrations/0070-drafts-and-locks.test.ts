import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('keeps a wait as its length, and PINs as they are', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 60)
  const tries = [0, 4, 5, 6, 9, 12]
  for (const [index, failed] of tries.entries()) {
    database
      .prepare("INSERT INTO staff VALUES (?, ?, '甲', 'jia', NULL, 'teller', '[]', NULL, NULL, 1, 0, NULL)")
      .run(index + 1, `uid-${index}`)
    database.prepare('INSERT INTO credential VALUES (?, ?, 0, ?, 1)').run(index + 1, `hash-${index}`, failed)
  }
  migrate(database, migrations)
  expect(
    database.prepare('SELECT hash, failed_tries, wait_ms / 60000 FROM credential ORDER BY staff_id').raw().all(),
  ).toEqual([0, 0, 1, 2, 15, 15].map((minutes, index) => [`hash-${index}`, tries[index], minutes]))
  database.close()
})
