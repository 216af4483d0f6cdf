import { expect, it } from 'vitest'
import { migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { SQL } from '../../electron/service/devices/outage-repository.ts'

it('finds the outages of an item by its own index, unfinished or not', () => {
  const database = openDatabase(':memory:')
  migrate(database, migrations, 240)
  const plan = (sql: string) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql.replace(/@\w+|\?/g, '0')}`).all() as { detail: string }[])
      .map(({ detail }) => detail)
      .filter((step) => step.includes('device_outage'))
  for (const sql of [SQL.endedOfItemAfter, SQL.openOfItem]) {
    expect(plan(sql).length).toBeGreaterThan(0)
    for (const step of plan(sql)) expect(step).toMatch(/^SEARCH device_outage USING INDEX device_outage_of_item/)
  }
  expect(plan(SQL.endedOfItemAfter)[0]).toContain('item_no=? AND ended_at>?')
  database.close()
})
