import { describe, expect, it } from 'vitest'
import { MATTER_SQL } from '../../electron/service/awards/award-matters.ts'
import { AWARD_SQL } from '../../electron/service/awards/award-repository.ts'
import { EVIDENCE_SQL } from '../../electron/service/awards/evidence-repository.ts'
import { GATE_SQL } from '../../electron/service/awards/gate-readers.ts'
import { REVIEW_SQL } from '../../electron/service/awards/review-repository.ts'
import { OBJECTION_SQL } from '../../electron/service/awards/trail-repository.ts'
import { createTestPorts } from '../harness/test-ports.ts'

const { list, count: _count, ...awards } = AWARD_SQL
const HOT = { ...awards, ...EVIDENCE_SQL, ...GATE_SQL, ...REVIEW_SQL, ...OBJECTION_SQL, ...MATTER_SQL }
/** One row; the few complaints there ever were; look-backs by their own key. */
const MAY_SCAN: Record<string, RegExp> = {
  outletSince: /^SCAN outlet$/,
  complaints: /^SCAN clock$/,
  lookBacks: /^SCAN look$/,
  open: /USING INDEX award_objection_open/,
  publicised: /USING INDEX award_publicised/,
}

describe('query plans of awards', () => {
  const { database } = createTestPorts()
  const planOf = (sql: string) => {
    const plain = sql.replaceAll(/@\w+|\?/g, '1')
    return (database.prepare(`EXPLAIN QUERY PLAN ${plain}`).all() as { detail: string }[]).map(({ detail }) => detail)
  }

  it.each(Object.entries(HOT))('%s reads no year it is not about', (name, sql) => {
    const scans = planOf(sql).filter((detail) => /^SCAN (?!value|json_each)/.test(detail))
    expect(scans.filter((detail) => !MAY_SCAN[name]?.test(detail))).toEqual([])
  })

  it('reads the list in the order of its index, bound by its limit', () => {
    const names = [...new Set([...list.matchAll(/@(\w+)/g)].map(([, name]) => name ?? ''))]
    const plan = database
      .prepare(`EXPLAIN QUERY PLAN ${list}`)
      .all(Object.fromEntries(names.map((name) => [name, null]))) as { detail: string }[]
    expect(plan[0]?.detail).toBe('SCAN award USING INDEX award_newest')
    expect(plan.filter(({ detail }) => detail.includes('TEMP B-TREE'))).toEqual([])
  })
})
