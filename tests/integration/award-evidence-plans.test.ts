import { describe, expect, it } from 'vitest'
import { COMPLAINT_EVIDENCE } from '../../electron/service/award-evidence/complaint-evidence.ts'
import { MEETING_EVIDENCE } from '../../electron/service/award-evidence/meeting-evidence.ts'
import { OUTLET_EVIDENCE } from '../../electron/service/award-evidence/outlet-evidence.ts'
import { PATROL_EVIDENCE } from '../../electron/service/award-evidence/patrol-evidence.ts'
import { SUGGESTION_SQL } from '../../electron/service/award-evidence/suggest-awards.ts'
import { TASK_EVIDENCE } from '../../electron/service/award-evidence/task-evidence.ts'
import { THANKS_EVIDENCE } from '../../electron/service/award-evidence/thanks-evidence.ts'
import { AWARD_FIGURE_ROWS } from '../../electron/service/award-figures/figure-rows.ts'
import { THANKS_SQL } from '../../electron/service/thanks/thanks-repository.ts'
import { createTestPorts } from '../harness/test-ports.ts'

const named = (group: string, statements: object): [string, string][] =>
  Object.entries(statements).map(([name, sql]) => [`${group} ${name}`, sql as string])

const STATEMENTS = [
  ...named('thanks', THANKS_SQL),
  ...named('cards', THANKS_EVIDENCE),
  ...named('rounds', PATROL_EVIDENCE),
  ...named('tasks of a person', TASK_EVIDENCE.person),
  ...named('tasks of the outlet', TASK_EVIDENCE.outlet),
  ...named('meetings', MEETING_EVIDENCE),
  ...named('complaints', COMPLAINT_EVIDENCE),
  ...named('outlet', OUTLET_EVIDENCE),
  ...named('suggestions', SUGGESTION_SQL),
  ...named('figures', AWARD_FIGURE_ROWS),
]

/** Of a person, found by the person and not by the years. */
const BY_PERSON: Record<string, RegExp> = {
  'cards person': /thanks_received/,
  'cards personTotal': /thanks_received/,
  'rounds person': /patrol_by_walker/,
  'rounds personTotal': /patrol_by_walker/,
  'tasks of a person all': /rectification_by_owner/,
  'tasks of a person fast': /rectification_by_owner/,
  'tasks of a person total': /rectification_by_owner/,
  'tasks of a person looks': /rectification_by_owner/,
  'meetings hosted': /meeting_by_host/,
  'meetings hostedTotal': /meeting_by_host/,
  'meetings drills': /meeting_line_capture/,
  'meetings said': /meeting_line_of_person/,
}

describe('query plans of thanks and evidence', () => {
  const { database } = createTestPorts()
  const planOf = (sql: string) => {
    const plain = sql.replaceAll(/@\w+|\?/g, "'1'")
    return (database.prepare(`EXPLAIN QUERY PLAN ${plain}`).all() as { detail: string }[]).map(({ detail }) => detail)
  }

  it.each(STATEMENTS)('%s reads no table whole', (_name, sql) => {
    expect(planOf(sql).filter((detail) => /^SCAN /.test(detail))).toEqual([])
  })

  it.each(Object.entries(BY_PERSON))('%s goes by the person', (name, index) => {
    const sql = STATEMENTS.find(([one]) => one === name)?.[1] ?? ''
    expect(planOf(sql).join('\n')).toMatch(index)
  })

  it('lists no more than its bound', () => {
    for (const [name, sql] of STATEMENTS) {
      if (
        /^SELECT (count\(\*\)|max\(|sum\(|total\()|count\(\*\) AS of|WHERE (task\.)?uid = \?|line\.uid = \?/.test(sql)
      )
        continue
      expect([name, sql]).toEqual([name, expect.stringMatching(/LIMIT (@limit|\d+)( OFFSET @offset)?$/)])
    }
  })
})
