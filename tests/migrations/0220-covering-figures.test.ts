import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { FIGURE_ROWS } from '../../electron/service/rectifications/figures/period-rows.ts'

const INDEXED = 'rectification_by_found rectification_by_strike_off rectification_item_strike_off'.split(' ')

it('lets the figures read indexes alone, under the names they had', () => {
  const database = openDatabase(':memory:')
  const indexes = () =>
    database
      .prepare(`SELECT name FROM sqlite_schema WHERE type = 'index' AND tbl_name = 'rectification' ORDER BY name`)
      .pluck()
      .all()
  const plan = (sql: string) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql.replace(/@\w+/g, '0')}`).all() as { detail: string }[]).map(
      ({ detail }) => detail,
    )
  migrate(database, migrations, 210)
  const before = indexes()
  expect(plan(FIGURE_ROWS.found).join()).not.toContain('COVERING')
  migrate(database, migrations, 220)
  expect(indexes()).toEqual(before)
  expect(indexes()).toEqual(expect.arrayContaining(INDEXED))
  expect(plan(FIGURE_ROWS.found).join()).toContain('USING COVERING INDEX')
  const ofReturns = plan(FIGURE_ROWS.returns).filter((step) => /\b(task|earlier)\b/.test(step))
  expect(ofReturns.length).toBeGreaterThan(1)
  for (const step of ofReturns) expect(step).toContain('USING COVERING INDEX')
  database.close()
})
