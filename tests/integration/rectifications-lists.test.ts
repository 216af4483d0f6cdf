import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { SEVERITIES } from '../../shared/contract/checklists.ts'
import { BOARD_CARDS, MOST_SAVED_FILTERS, TASK_SORTS } from '../../shared/contract/rectification-lists.ts'
import { type Rectification, TASK_STATES } from '../../shared/contract/rectifications.ts'
import { insertManyTasks } from '../harness/many-tasks.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { addVisitors, startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const DAY = 24 * 3_600_000

describe('lists of many tasks', () => {
  let outlet: TestOutlet
  beforeAll(async () => {
    outlet = await startTestOutlet()
    const now = outlet.ports.clock.now()
    const staff = outlet.ports.database.prepare('SELECT id FROM staff').pluck().all() as number[]
    insertManyTasks(outlet.ports.database, { count: 500, from: now - 300 * DAY, till: now, open: 60, items: 60, staff })
  })
  const head = () => outlet.as('outlet-head').rectifications

  it('stand on the board in the order of their life, the first cards soonest due first', async () => {
    const board = await head().board({})
    expect(board.map(({ state }) => state)).toEqual(TASK_STATES)
    for (const { state, count, tasks } of board) {
      const { total } = await head().list({ states: [state], limit: 1 })
      expect([state, count]).toEqual([state, total])
      expect(tasks.length).toBe(Math.min(count, BOARD_CARDS))
      expect(tasks.every((task) => task.state === state)).toBe(true)
      const due = tasks.map(({ dueAt, foundAt }) => (['closed', 'void'].includes(state) ? -foundAt : dueAt))
      expect(due).toEqual([...due].sort((a, b) => a - b))
    }
    expect(board.some(({ count }) => count > BOARD_CARDS)).toBe(true)
  })

  it('stand on the board by the same conditions as in the list', async () => {
    const board = await head().board({ severities: ['critical'], overdue: true })
    const { total } = await head().list({ severities: ['critical'], overdue: true, limit: 1 })
    expect(board.reduce((sum, { count }) => sum + count, 0)).toBe(total)
    const some = await head().board({ states: ['waiting', 'found'] })
    expect(some.map(({ state }) => state)).toEqual(['found', 'waiting'])
  })

  const KEYS: Partial<Record<(typeof TASK_SORTS)[number], (task: Rectification) => number | string>> = {
    found: ({ foundAt }) => foundAt,
    due: ({ dueAt }) => dueAt,
    severity: ({ severity }) => -SEVERITIES.indexOf(severity),
    state: ({ state }) => TASK_STATES.indexOf(state),
    zone: ({ zone }) => zone ?? '',
  }
  it.each(TASK_SORTS)('are sorted by %s, both ways', async (by) => {
    const read = async (isDescending: boolean) =>
      (await head().list({ sort: { by, isDescending }, limit: 1000 })).tasks.map((task) => KEYS[by]?.(task) ?? 0)
    const up = await read(false)
    expect(up.length).toBe(500)
    expect(up).toEqual([...up].sort((a, b) => (a < b ? -1 : a > b ? 1 : 0)))
    expect(await read(true)).toEqual([...up].reverse())
  })
})

describe('searching tasks', () => {
  it.each(['签字笔', 'qzb', 'qianzibi', '许一诺', 'xyn', '门楣招牌', '0001', 'PEN'])(
    '%s finds the task',
    async (search) => {
      const outlet = await startTestOutlet()
      const client = outlet.as('outlet-head').rectifications
      const item = (await outlet.as('outlet-head').checklists.current({})).items.find(({ zh }) =>
        zh.includes('门楣招牌'),
      )
      const owner = { ownerUid: outlet.people.teller ?? '', queue: null }
      await client.open({ ...PLAIN_TASK, ...owner, item: item?.id ?? null, description: '签字笔没水 pen dry' })
      await client.open({ ...PLAIN_TASK, description: '地面有水' })
      const { tasks, total } = await client.list({ search })
      expect([total, tasks[0]?.description]).toEqual([1, '签字笔没水 pen dry'])
    },
  )

  it('takes a percent sign as a percent sign', async () => {
    const outlet = await startTestOutlet()
    await outlet.as('outlet-head').rectifications.open({ ...PLAIN_TASK, description: '灯' })
    expect((await outlet.as('outlet-head').rectifications.list({ search: '%' })).total).toBe(0)
  })
})

describe('saved filters', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })
  const params = { group: 'overdue', zone: 'lobby' }
  const head = () => outlet.as('outlet-head').rectifications

  it('are found again by their owner and by nobody else', async () => {
    const saved = await head().saveFilter({ name: '大堂超期', params, isDefault: true })
    expect(saved).toMatchObject({ name: '大堂超期', params, isDefault: true })
    expect(await head().savedFilters({})).toEqual([saved])
    expect(await outlet.as('lobby-manager').rectifications.savedFilters({})).toEqual([])
    const taken = outlet.as('lobby-manager').rectifications.forgetFilter({ uid: saved.uid })
    await expect(taken).rejects.toMatchObject({ code: 'not-found' })
    expect(await outlet.operator.rectifications.savedFilters({})).toEqual([])
  })

  it('have one default, and one meaning for a name', async () => {
    await head().saveFilter({ name: '甲', params, isDefault: true })
    await head().saveFilter({ name: '乙', params: {}, isDefault: true })
    await head().saveFilter({ name: '甲', params: { q: '灯' }, isDefault: false })
    const saved = await head().savedFilters({})
    expect(saved.map(({ name, params: kept, isDefault }) => [name, kept, isDefault]).sort()).toEqual([
      ['乙', {}, true],
      ['甲', { q: '灯' }, false],
    ])
    await head().forgetFilter({ uid: saved[0]?.uid ?? '' })
    expect(await head().savedFilters({})).toHaveLength(1)
  })

  it('are no more than a person can choose from, and none of an auditor', async () => {
    for (let index = 0; index < MOST_SAVED_FILTERS; index++) {
      await head().saveFilter({ name: `f${index}`, params, isDefault: false })
    }
    const more = head().saveFilter({ name: 'more', params, isDefault: false })
    await expect(more).rejects.toMatchObject({ code: 'conflict', data: { reason: 'filtersFull' } })
    await head().saveFilter({ name: 'f3', params: {}, isDefault: false })
    await addVisitors(outlet)
    const refused = outlet.as('auditor').rectifications.saveFilter({ name: 'x', params, isDefault: false })
    await expect(refused).rejects.toMatchObject({ code: 'forbidden' })
  })
})
