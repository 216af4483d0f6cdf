import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

it('lets everybody who was there sign in for as long as they are there', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 70)
  database
    .prepare("INSERT INTO staff VALUES (1, 'uid-1', '甲', 'jia', 'N1', 'teller', '[]', '2020-01-02', NULL, 1, 5, NULL)")
    .run()
  migrate(database, migrations)
  expect(database.prepare('SELECT uid, staff_no, joined_on, unit, valid_until FROM staff').all()).toEqual([
    { uid: 'uid-1', staff_no: 'N1', joined_on: '2020-01-02', unit: null, valid_until: null },
  ])
  database.close()
})
