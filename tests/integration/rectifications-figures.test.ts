import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { FIGURE_ROWS } from '../../electron/service/rectifications/figures/period-rows.ts'
import { foundOfItem, type TaskCount } from '../../shared/contract/rectification-figures.ts'
import { insertManyTasks } from '../harness/many-tasks.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const DAY = 24 * 3_600_000
const YEAR = { from: '2025-11-24', to: '2026-11-23' }

/** Every number of tasks in the figures with where it stands. */
function countsIn(value: unknown, path = ''): [string, TaskCount][] {
  if (typeof value !== 'object' || value === null) return []
  const own: [string, TaskCount][] = 'count' in value && 'filter' in value ? [[path, value as TaskCount]] : []
  const inner = Object.entries(value).filter(([key]) => key !== 'filter')
  return [...own, ...inner.flatMap(([key, one]) => countsIn(one, `${path}.${key}`))]
}

describe('figures of a year of tasks', () => {
  let outlet: TestOutlet
  beforeAll(async () => {
    outlet = await startTestOutlet()
    const now = outlet.ports.clock.now()
    const staff = outlet.ports.database.prepare('SELECT id FROM staff').pluck().all() as number[]
    insertManyTasks(outlet.ports.database, { count: 600, from: now - 500 * DAY, till: now, open: 40, items: 60, staff })
  })

  it('are each what their filter lists', async () => {
    const figures = await outlet.as('outlet-head').rectifications.figures(YEAR)
    const counts = countsIn(figures)
    const { weeks, items } = figures.itemWeeks
    for (const { item, counts: found } of items) {
      expect(found).toHaveLength(weeks.length)
      for (const [at, week] of weeks.entries()) {
        counts.push([`.itemWeeks ${item} ${week.from}`, { count: found[at] ?? -1, filter: foundOfItem(item, week) }])
      }
    }
    expect(counts.length).toBeGreaterThan(1250)
    const wrong: unknown[] = []
    for (const [path, { count, filter }] of counts) {
      const { total } = await outlet.as('outlet-head').rectifications.list({ ...filter, limit: 1 })
      if (total !== count) wrong.push({ path, count, total, filter })
    }
    expect(wrong).toEqual([])
  })

  it('have something of every kind, and add up', async () => {
    const figures = await outlet.as('outlet-head').rectifications.figures(YEAR)
    const { total, causes, withoutCause, ageing, course, timeToFix, chronic, items } = figures
    const sum = (all: readonly { count: number }[]) => all.reduce((before, { count }) => before + count, 0)
    expect(sum(causes) + withoutCause.count).toBe(total.found.count)
    expect(sum(ageing)).toBe(total.open.count)
    expect(sum(ageing.map(({ overdue }) => overdue))).toBe(total.overdue.count)
    expect(sum(timeToFix)).toBe(total.done.count)
    expect(sum(course.spans.map(({ found }) => found))).toBe(total.found.count)
    expect(course.spans.at(-1)?.open.count).toBe(total.open.count)
    expect(total.returnedWithin180.count).toBeGreaterThan(total.returnedWithin7.count)
    expect(total.returnedWithin7.count).toBeGreaterThan(0)
    expect(sum(chronic)).toBe(total.returnedWithin180.count)
    expect(items.length).toBeGreaterThan(30)
    expect(timeToFix.every(({ medianHours, p90Hours }) => (medianHours ?? 99) < (p90Hours ?? 0))).toBe(true)
  })

  it('go by months where the period is longer than two years, and add up', async () => {
    const { course, total } = await outlet.as('outlet-head').rectifications.figures({ from: '2024-01-01', to: YEAR.to })
    expect(course.by).toBe('month')
    expect(course.spans).toHaveLength(35)
    expect(course.spans.reduce((sum, { found }) => sum + found.count, 0)).toBe(total.found.count)
    for (const { found, done, open } of course.spans.slice(-14)) {
      for (const { count, filter } of [found, done, open]) {
        const { total } = await outlet.as('outlet-head').rectifications.list({ ...filter, limit: 1 })
        expect(total, JSON.stringify(filter)).toBe(count)
      }
    }
  })

  it('refuses more than ten years', async () => {
    const asked = outlet.as('outlet-head').rectifications.figures({ from: '2001-01-01', to: '2026-11-23' })
    await expect(asked).rejects.toMatchObject({ code: 'invalid-input', data: { reason: 'rangeTooLong' } })
  })

  it.each(Object.entries(FIGURE_ROWS))('finds the rows of %s by an index', (_name, sql) => {
    const steps = outlet.ports.database.prepare(`EXPLAIN QUERY PLAN ${sql.replaceAll(/@\w+/g, '1')}`).all() as {
      detail: string
    }[]
    expect(steps.length).toBeGreaterThan(0)
    expect(steps.filter(({ detail }) => /^SCAN (?!known USING INDEX|CONSTANT ROW|found_again)/.test(detail))).toEqual(
      [],
    )
  })
})

describe('a fault that is found again', () => {
  let outlet: TestOutlet
  const ITEM = 'exterior.signage-clean'
  const day = (offset: number) => new Date(outlet.ports.clock.now() + offset * DAY).toISOString().slice(0, 10)

  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  async function openTask() {
    const task = { source: 'self-report', description: '字牌有灰', severity: 'minor', zone: null } as const
    const owner = { item: ITEM, ownerUid: outlet.people['lobby-manager'] ?? '', queue: null }
    return outlet.as('outlet-head').rectifications.open({ ...task, ...owner })
  }

  async function closeTask(uid: string) {
    const row = outlet.ports.database.prepare("UPDATE rectification SET state = 'closed', closed_at = ? WHERE uid = ?")
    row.run(outlet.ports.clock.now(), uid)
  }

  const figures = () => outlet.as('outlet-head').rectifications.figures({ from: day(-300), to: day(0) })

  it.each([
    [6, 1, 1],
    [8, 0, 1],
    [179, 0, 1],
    [181, 0, 0],
  ])('after %i days counts %i within seven days and %i within half a year', async (days, week, halfYear) => {
    const first = await openTask()
    await closeTask(first.uid)
    outlet.ports.advance(days * DAY)
    const again = await openTask()
    const { total, chronic } = await figures()
    expect([total.returnedWithin7.count, total.returnedWithin180.count]).toEqual([week, halfYear])
    const expected = halfYear === 0 ? [] : [{ item: ITEM, count: 1, days }]
    expect(chronic).toMatchObject(expected)
    const { tasks } = await outlet.as('outlet-head').rectifications.list(total.returnedWithin180.filter)
    expect(tasks.map(({ uid }) => uid)).toEqual(halfYear === 0 ? [] : [again.uid])
  })

  it('is no return where the first was never struck off, or was withdrawn', async () => {
    const first = await openTask()
    outlet.ports.advance(3 * DAY)
    await openTask()
    expect((await figures()).total.returnedWithin180.count).toBe(0)
    await closeTask(first.uid)
    outlet.ports.database.prepare("UPDATE rectification SET state = 'void' WHERE uid = ?").run(first.uid)
    outlet.ports.advance(3 * DAY)
    await openTask()
    expect((await figures()).total.returnedWithin180.count).toBe(0)
  })
})
