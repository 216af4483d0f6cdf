import { beforeEach, describe, expect, it } from 'vitest'
import { begunTask } from '../harness/faults.ts'
import { insertManyTasks } from '../harness/many-tasks.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
/** Monday 08:00 local; the minor task of these tests is due on Thursday at that time. */
const MONDAY = Date.parse('2026-11-23T08:00:00+08:00')
const local = (text: string) => Date.parse(`${text}+08:00`)

describe('the clock of a task', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  const card = (uid: string) => outlet.as('outlet-head').rectifications.card({ uid })
  const rules = async (uid: string) => (await card(uid)).timeline.flatMap(({ rule }) => (rule ? [rule] : []))

  async function tickAt(at: number) {
    outlet.ports.setNow(at)
    await outlet.service.tick()
  }

  function wait(uid: string, expectedOn: string) {
    return outlet.as('lobby-manager').rectifications.move({
      ...{ uid, from: 'doing', to: 'waiting', waitingFor: '厂家王工', expectedOn, temporaryMeasure: '用备用机' },
    })
  }

  describe('while it waits on others', () => {
    it('runs to the expected day, and gives back what was left of the fix’s time', async () => {
      const { uid, dueAt } = await begunTask(outlet)
      outlet.ports.advance(DAY)
      const { task } = await wait(uid, '2026-11-30')
      expect(task.dueAt).toBe(local('2026-11-30T17:00:00'))
      outlet.ports.advance(3 * DAY)
      expect((await card(uid)).task).toMatchObject({
        isOverdue: false,
        waiting: { for: '厂家王工', expectedOn: '2026-11-30', days: 3 },
        waitedDays: 3,
      })
      outlet.ports.setNow(local('2026-11-30T18:00:00'))
      expect((await card(uid)).task.isOverdue).toBe(true)
      const waited = outlet.ports.clock.now() - (MONDAY + DAY)
      const { task: again } = await outlet
        .as('lobby-manager')
        .rectifications.move({ uid, from: 'waiting', to: 'doing' })
      expect(again).toMatchObject({ dueAt: dueAt + waited, waiting: null, waitedDays: 6 })
    })

    it('takes no expected day that has passed, and a later one with its reason', async () => {
      const { uid } = await begunTask(outlet)
      await expect(wait(uid, '2026-11-22')).rejects.toMatchObject({
        data: { fields: { 'expected-date': 'expectedInPast' } },
      })
      await wait(uid, '2026-11-25')
      const later = { uid, from: 'waiting', act: 'expect-later', expectedOn: '2026-11-27' } as const
      const lobby = outlet.as('lobby-manager')
      await expect(lobby.rectifications.act(later)).rejects.toMatchObject({ data: { fields: { reason: 'required' } } })
      const { task, timeline } = await lobby.rectifications.act({ ...later, note: '配件未到' })
      expect(task.dueAt).toBe(local('2026-11-27T17:00:00'))
      expect(timeline.at(-1)).toMatchObject({ rule: 'expect-later', note: '配件未到 · 2026-11-27' })
      await expect(lobby.rectifications.act({ ...later, note: '再说一次' })).rejects.toMatchObject({
        data: { reason: 'expectedSame' },
      })
    })

    it('reminds when the expected day has passed, and again of the next one', async () => {
      const { uid } = await begunTask(outlet)
      await wait(uid, '2026-11-24')
      await tickAt(local('2026-11-24T17:01:00'))
      expect((await rules(uid)).filter((rule) => rule === 'overdue')).toHaveLength(1)
      await outlet.as('lobby-manager').rectifications.act({
        ...{ uid, from: 'waiting', act: 'expect-later', expectedOn: '2026-11-25', note: '改天来' },
      })
      await tickAt(local('2026-11-25T17:01:00'))
      expect((await rules(uid)).filter((rule) => rule === 'overdue')).toHaveLength(2)
    })
  })

  describe('reminds', () => {
    it('everybody, however many have been overdue for longer', async () => {
      const old = MONDAY - 400 * DAY
      insertManyTasks(outlet.ports.database, {
        ...{ count: 1500, open: 1500, from: old, till: old + DAY, items: 1 },
        staff: outlet.ports.database.prepare('SELECT id FROM staff').pluck().all() as number[],
      })
      outlet.ports.database.exec("UPDATE rectification SET uid = 'f' || substr(uid, 2)")
      const { uid, dueAt } = await begunTask(outlet)
      await tickAt(dueAt + 1)
      await tickAt(dueAt + 2)
      expect((await card(uid)).task.reminded?.count).toBeGreaterThan(0)
    })

    it('before it is due, when it is overdue, and with every working day, then passes it up', async () => {
      const { uid, dueAt } = await begunTask(outlet)
      expect(dueAt).toBe(local('2026-11-26T08:00:00'))
      await tickAt(dueAt - DAY)
      expect(await rules(uid)).toEqual([])
      await tickAt(dueAt - 18 * HOUR)
      await tickAt(dueAt - HOUR)
      expect(await rules(uid)).toEqual(['due-soon'])
      await tickAt(dueAt + 1)
      expect((await card(uid)).task.reminded).toEqual({ count: 2, at: dueAt + 1 })
      await tickAt(local('2026-11-27T08:01:00'))
      await tickAt(local('2026-11-28T12:00:00'))
      expect(await rules(uid)).toEqual(['due-soon', 'overdue', 'still-overdue'])
      for (const day of ['11-30', '12-01', '12-02', '12-03']) await tickAt(local(`2026-${day}T08:01:00`))
      const { task, timeline } = await card(uid)
      expect(timeline.map(({ rule }) => rule).filter((rule) => rule === 'still-overdue')).toHaveLength(4)
      expect(task.state).toBe('escalated')
      expect(timeline.at(-1)).toMatchObject({ from: 'doing', to: 'escalated', rule: 'overdue-escalated' })
      await tickAt(local('2026-12-10T08:01:00'))
      expect((await card(uid)).timeline).toHaveLength(timeline.length)
    })

    it('once for each step, however often it looks, also where the clock is set back or the console is started anew', async () => {
      const { uid, dueAt } = await begunTask(outlet)
      await tickAt(dueAt + 1)
      for (let look = 0; look < 5; look++) await outlet.service.tick()
      outlet.ports.setWall(dueAt - 20 * HOUR)
      await outlet.service.tick()
      outlet.ports.setWall(dueAt + 2)
      await outlet.service.tick()
      const { createService } = await import('../../electron/service/service.ts')
      const again = createService({ open: () => outlet.ports, leavesIdleSeats: false })
      await again.tick()
      expect(await rules(uid)).toEqual(['overdue'])
    })

    it('once after days of being shut, and passes nothing up before the next working day', async () => {
      const { uid } = await begunTask(outlet, 'critical')
      await tickAt(local('2026-12-04T09:00:00'))
      await tickAt(local('2026-12-04T16:00:00'))
      expect(await rules(uid)).toEqual(['overdue'])
      await tickAt(local('2026-12-05T10:00:00'))
      expect(await rules(uid)).toEqual(['overdue'])
      await tickAt(local('2026-12-07T08:00:00'))
      expect(await rules(uid)).toEqual(['overdue', 'overdue-escalated'])
    })

    it('of a new due time anew, and of a decision from above', async () => {
      const { uid, dueAt } = await begunTask(outlet, 'critical')
      await tickAt(dueAt + 1)
      await tickAt(dueAt + DAY + 1)
      expect((await card(uid)).task.state).toBe('escalated')
      const { task } = await outlet
        .as('outlet-head')
        .rectifications.move({ uid, from: 'escalated', to: 'doing', decision: '支行 41 号' })
      expect(task.dueAt).toBe(outlet.ports.clock.now() + DAY)
      await tickAt(task.dueAt + 1)
      expect(await rules(uid)).toEqual(['due-soon', 'overdue', 'overdue-escalated', 'overdue'].slice(1))
    })

    it('shows the owner on Today how often, and leaves the photos of the fault where they are', async () => {
      const { uid, dueAt } = await begunTask(outlet)
      await tickAt(dueAt + 1)
      const { tasks } = await outlet.as('lobby-manager').today.overview({})
      expect(tasks.find((task) => task.uid === uid)?.reminded?.count).toBe(1)
    })

    it('gives the head what is overdue for one working day, weekends apart', async () => {
      const { dueAt } = await begunTask(outlet)
      const mine = async () => (await outlet.as('outlet-head').rectifications.counts({})).mine
      outlet.ports.setNow(dueAt + DAY - 1)
      expect(await mine()).toBe(0)
      outlet.ports.setNow(dueAt + DAY)
      expect(await mine()).toBe(1)
      outlet.ports.database.prepare('UPDATE rectification SET due_at = ?').run(local('2026-11-27T16:00:00'))
      outlet.ports.setNow(local('2026-11-29T20:00:00'))
      expect(await mine()).toBe(0)
      outlet.ports.setNow(local('2026-11-30T16:00:00'))
      expect(await mine()).toBe(1)
    })
  })

  it('leaves imported rows alone until somebody works on them', async () => {
    const { uid, dueAt } = await begunTask(outlet)
    outlet.ports.database.exec('UPDATE rectification SET import_id = 1, state_since = entered_at - 1')
    await tickAt(dueAt + 1)
    expect(await rules(uid)).toEqual([])
    outlet.ports.database.exec('UPDATE rectification SET state_since = entered_at')
    await outlet.service.tick()
    expect(await rules(uid)).toEqual(['overdue'])
  })

  it('keeps the photos of the fault before the fix through acts and reminders', async () => {
    const { uid, dueAt } = await begunTask(outlet)
    outlet.ports.database.exec(
      `UPDATE rectification_event SET photos = '["${'a'.repeat(64)}"]' WHERE from_state IS NULL`,
    )
    await outlet.as('ops-supervisor').rectifications.act({ uid, from: 'doing', act: 'urge' })
    await tickAt(dueAt + 1)
    expect((await card(uid)).beforePhotos).toEqual(['a'.repeat(64)])
  })
})
