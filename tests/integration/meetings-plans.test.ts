import { describe, expect, it } from 'vitest'
import { BROUGHT_SQL } from '../../electron/service/meetings/brought-in.ts'
import { LINE_SQL, RAISE_SQL } from '../../electron/service/meetings/line-repository.ts'
import { MEETING_SQL } from '../../electron/service/meetings/meeting-repository.ts'
import { TEMPLATE_SQL } from '../../electron/service/meetings/template-repository.ts'
import { DAY_SQL } from '../../electron/service/rectifications/tasks-of-day.ts'
import { createTestPorts } from '../harness/test-ports.ts'

const STATEMENTS = {
  ...MEETING_SQL,
  ...LINE_SQL,
  ...RAISE_SQL,
  ...TEMPLATE_SQL,
  ...{ byOwner: DAY_SQL.byOwner, lookBacks: DAY_SQL.lookBacks, due: `SELECT * FROM rectification ${DAY_SQL.due}` },
}
/** Few rows, however long the outlet keeps its records: versions of templates, raised lines by their number. */
const MAY_SCAN: Record<string, RegExp> = {
  newest: /^SCAN one$/,
  waiting: /^SCAN sent( USING .*meeting_line_raise_waiting)?$/,
  answered: /^SCAN sent$/,
}

describe('query plans of meetings', () => {
  const { database } = createTestPorts()
  const planOf = (sql: string) => {
    const plain = sql.replaceAll(/@\w+|\?/g, '1')
    return (database.prepare(`EXPLAIN QUERY PLAN ${plain}`).all() as { detail: string }[]).map(({ detail }) => detail)
  }

  it.each(Object.entries({ ...STATEMENTS, ...BROUGHT_SQL }))('%s reads no year it is not about', (name, sql) => {
    const scans = planOf(sql).filter((detail) => /^SCAN (?!\(subquery|subquery)/.test(detail))
    const allowed = ['open', 'openCount', 'lateCount', 'brought', 'broughtCount', 'keep'].includes(name)
      ? /USING (COVERING )?INDEX meeting_line_open/
      : MAY_SCAN[name]
    expect(scans.filter((detail) => !allowed?.test(detail))).toEqual([])
  })

  it('lists no more than its bound', () => {
    const lists = Object.entries(STATEMENTS).filter(
      ([name, sql]) => !/count\(\*\) FROM|^SELECT \* FROM .*\? AND version/.test(sql) && name !== 'due',
    )
    for (const [, sql] of lists) expect(sql).toMatch(/LIMIT (\d+)/)
  })
})
