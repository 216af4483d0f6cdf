import { describe, expect, it } from 'vitest'
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
})
