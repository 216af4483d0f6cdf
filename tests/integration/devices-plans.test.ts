import { describe, expect, it } from 'vitest'
import { SQL } from '../../electron/service/devices/outage-repository.ts'
import { createTestPorts } from '../harness/test-ports.ts'

const MOST = 1000

describe('query plans of outages', () => {
  const { database } = createTestPorts()
  /** Bound by position or name alike: a plan does not look at values. */
  const planOf = (sql: string) => {
    const plain = sql.replaceAll(/@\w+|\?/g, '1')
    return (database.prepare(`EXPLAIN QUERY PLAN ${plain}`).all() as { detail: string }[]).map(({ detail }) => detail)
  }

  it.each(Object.entries(SQL))('%s reads no year it is not about', (name, sql) => {
    const scans = planOf(sql).filter((detail) => /^SCAN (?!\(subquery|subquery)/.test(detail))
    // Of the unfinished ones there are a few, however long the outlet keeps its records.
    const allowed = name === 'open' || name === 'between' ? /USING INDEX device_outage_open/ : /^$/
    expect(scans.filter((detail) => !allowed.test(detail))).toEqual([])
  })

  it('lists no more than its bound', () => {
    for (const sql of Object.values(SQL)) expect(sql).toMatch(/LIMIT (@limit|[1-9]\d*)/)
    for (const sql of Object.values(SQL)) expect(Number(/LIMIT (\d+)/.exec(sql)?.[1] ?? 0)).toBeLessThanOrEqual(MOST)
  })
})
