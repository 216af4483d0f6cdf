import { describe, expect, it } from 'vitest'
import { PRAISE_EVIDENCE } from '../../electron/service/award-evidence/praise-evidence.ts'
import { PRAISE_SQL } from '../../electron/service/praises/praise-repository.ts'
import { THANKS_SQL } from '../../electron/service/thanks/thanks-repository.ts'
import { createTestPorts } from '../harness/test-ports.ts'

/** Hot paths stay on an index however many years lie in the file. */
const HOT: [string, string][] = [
  ['answers of a round', 'SELECT * FROM patrol_answer WHERE patrol_id = 1 AND item_no = 2 ORDER BY revision DESC'],
  [
    'rounds of a day',
    `SELECT * FROM patrol WHERE "on" BETWEEN '2026-01-01' AND '2026-01-31' ORDER BY "on", round_no, id`,
  ],
  [
    'totals of a month',
    `SELECT sum(pass) FROM patrol JOIN patrol_total ON patrol_id = patrol.id WHERE "on" BETWEEN '2026-01-01' AND '2026-01-31'`,
  ],
  ['failing items of a month', `SELECT * FROM patrol_item_day WHERE "on" BETWEEN '2026-01-01' AND '2026-01-31'`],
  [
    'earlier rounds of a name',
    `SELECT id FROM patrol WHERE round_no = 1 AND "on" < '2026-01-01' AND kind = 'round' ORDER BY "on" DESC`,
  ],
  ['rounds to mark missed', `SELECT uid FROM patrol WHERE status IN ('planned', 'running') AND day_ends_at <= 5`],
  ['open tasks', "SELECT * FROM rectification WHERE state IN ('found', 'assigned', 'doing')"],
  ['tasks of an item', 'SELECT * FROM rectification WHERE item_no = 4 AND found_at BETWEEN 1 AND 2'],
  ['task of an answer', "SELECT * FROM rectification WHERE patrol_id = 4 AND patrol_item_no = 2 AND state <> 'void'"],
  ['timeline of a task', 'SELECT * FROM rectification_event WHERE rectification_id = 3 ORDER BY id'],
  ['due look-backs', `SELECT 1 FROM rectification_look_back WHERE result IS NULL AND "on" <= '2026-01-01'`],
  ['last audit entry', 'SELECT sequence, hash FROM audit_entry ORDER BY sequence DESC LIMIT 1'],
]

describe('query plans', () => {
  const { database } = createTestPorts()
  it.each(HOT)('%s never scan', (_what, sql) => {
    const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
    const scans = steps.filter(({ detail }) => /^SCAN (?!audit_entry)/.test(detail))
    expect(scans).toEqual([])
    expect(steps.filter(({ detail }) => detail.includes('TEMP B-TREE') && !sql.includes('ORDER BY'))).toEqual([])
  })

  const { unseen: _ofOne, withOthers: _ofBoth, ofPair: _ofTwo, ...cards } = THANKS_SQL
  const named = (of: string, statements: Record<string, string>): [string, string][] =>
    Object.entries(statements).map(([name, sql]) => [`${of} ${name}`, sql])
  it.each([...named('praise', PRAISE_SQL), ...named('evidence', PRAISE_EVIDENCE), ...named('thanks', cards)])(
    '%s starts in an index and stands in the order it is shown, or sorts what one person has',
    (_name, sql) => {
      const steps = database.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+|\?/g, "'1'")}`).all() as {
        detail: string
      }[]
      const details = steps.map(({ detail }) => detail)
      const isOfPerson = details[0]?.startsWith('SEARCH praise_person') ?? false
      const isFound = (detail: string) =>
        detail.startsWith('SEARCH ') || (isOfPerson && detail === 'USE TEMP B-TREE FOR ORDER BY')
      expect(details.length).toBeGreaterThan(0)
      expect(details.filter((detail) => !isFound(detail))).toEqual([])
    },
  )
})
