import { describe, expect, it } from 'vitest'
import { SQL } from '../../electron/service/moods/mood-repository.ts'
import { createTestPorts } from '../harness/test-ports.ts'

/** Few rows however long the outlet keeps its records: one open series, one wish a person, the shown end of a list. */
const SHORT = /mood_series|mood_wish|USING INDEX (mood_week_of|mood_change_on|care_talk_on)/

describe('query plans of moods', () => {
  const { database } = createTestPorts()
  const planOf = (sql: string) =>
    (database.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll('?', '1')}`).all() as { detail: string }[]).map(
      ({ detail }) => detail,
    )

  it.each(Object.entries(SQL))('%s walks through no year it is not about', (_name, sql) => {
    expect(planOf(sql).filter((detail) => detail.startsWith('SCAN') && !SHORT.test(detail))).toEqual([])
  })

  it('reads no more than its bound', () => {
    for (const sql of Object.values(SQL)) expect(sql).toMatch(/LIMIT [1-9]\d*/)
  })
})
