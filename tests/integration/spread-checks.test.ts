import { beforeEach, describe, expect, it } from 'vitest'
import { CLEAN_ROUNDS } from '../../electron/service/rectifications/index.ts'
import { begunTask, submitTask } from '../harness/faults.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const DAY = 24 * 3_600_000
const ITEM = 'exterior.help-button'

describe('spread checks', () => {
  let outlet: TestOutlet
  beforeEach(async () => {
    outlet = await startTestOutlet()
  })

  const lobby = () => outlet.as('lobby-manager')
  const card = (taskUid: string) => lobby().spreadChecks.card({ taskUid })

  async function nextDay() {
    do {
      outlet.ports.advance(DAY)
      await outlet.service.tick()
    } while ((await lobby().patrols.day({})).patrols.length === 0)
  }

  async function answer(item: string, value: 'fail' | 'pass') {
    const round = await roundOf(lobby(), 'opening')
    await lobby().patrols.start({ uid: round })
    const { tasks } = await lobby().patrols.answer({ uid: round, answers: [{ item, value, basedOn: 0 }] })
    return { round, uid: tasks[0]?.uid ?? '' }
  }

  it('are asked for of major faults, of repeats and of upheld complaints, and of no other', async () => {
    const minor = await begunTask(outlet, 'minor', '缺纸')
    const major = await begunTask(outlet, 'major', '门禁失灵')
    expect((await card(minor.uid)).reasons).toEqual([])
    expect(await card(major.uid)).toMatchObject({ reasons: ['severity'], dueOn: '2026-11-26', isOverdue: false })
    outlet.ports.database.prepare('UPDATE rectification SET occurrence = 2 WHERE uid = ?').run(minor.uid)
    expect((await card(minor.uid)).reasons).toEqual(['repeat'])
    outlet.ports.database.exec(`
      UPDATE rectification SET occurrence = 1, source = 'complaint' WHERE uid = '${minor.uid}';
      INSERT INTO complaint_clock (rectification_id, received_at, term, is_upheld)
        SELECT id, 0, 'decision', 1 FROM rectification WHERE uid = '${minor.uid}'`)
    expect((await card(minor.uid)).reasons).toEqual(['complaint-upheld'])
    outlet.ports.database.exec('UPDATE complaint_clock SET is_upheld = 0')
    expect((await card(minor.uid)).reasons).toEqual([])
  })

  it('list the spots of the same kind that share a tag, to be added to and struck from', async () => {
    const { uid } = await answer(ITEM, 'fail')
    const { check } = await lobby().spreadChecks.start({ taskUid: uid })
    const { items } = await lobby().checklists.current({})
    const faulty = items.find(({ id }) => id === ITEM)
    const spots = check?.spots ?? []
    expect(spots.length).toBeGreaterThan(3)
    for (const { item } of spots) {
      const other = items.find(({ id }) => id === item)
      expect(other?.kind).toBe(faulty?.kind)
      expect(other?.tags.some((tag) => faulty?.tags.includes(tag))).toBe(true)
      expect(item).not.toBe(ITEM)
    }
    const added = await lobby().spreadChecks.addSpot({ taskUid: uid, zone: null, description: '二楼按钮' })
    expect(added.check?.spots.at(-1)).toMatchObject({ item: null, description: '二楼按钮', result: null })
    const id = spots[0]?.id ?? 0
    const strike = { taskUid: uid, spots: [{ id, result: 'struck' as const, note: '' }] }
    await expect(lobby().spreadChecks.check(strike)).rejects.toMatchObject({
      data: { reason: 'spotStruckNeedsReason' },
    })
    await lobby().spreadChecks.check({ taskUid: uid, spots: [{ id, result: 'struck', note: '本网点没有' }] })
    await expect(lobby().spreadChecks.start({ taskUid: uid })).rejects.toMatchObject({ code: 'conflict' })
  })

  it('open a linked task for what fails, which needs no spread check of its own', async () => {
    const { uid } = await answer(ITEM, 'fail')
    const { check } = await lobby().spreadChecks.start({ taskUid: uid })
    const spot = check?.spots[0]
    const fail = (note: string) =>
      lobby().spreadChecks.check({ taskUid: uid, spots: [{ id: spot?.id ?? 0, result: 'fail', note }] })
    await expect(fail('')).rejects.toMatchObject({ data: { reason: 'spotFailNeedsNote' } })
    const found = (await fail('也没有电')).check?.spots[0]?.task
    const opened = await lobby().rectifications.card({ uid: found?.uid ?? '' })
    expect(opened.task).toMatchObject({ source: 'spread', description: '也没有电', item: spot?.item })
    const its = await card(found?.uid ?? '')
    expect([its.reasons, its.origin?.uid]).toEqual([[], uid])
    await expect(fail('再记一次')).rejects.toMatchObject({ data: { reason: 'spotChecked' } })
  })

  it('count a spot whose fault is open already as that task', async () => {
    const { uid } = await answer(ITEM, 'fail')
    const { check } = await lobby().spreadChecks.start({ taskUid: uid })
    const spot = check?.spots.find(({ item }) => item !== null)
    const open = await answer(spot?.item ?? '', 'fail')
    const before = (await lobby().rectifications.list({})).total
    const after = await lobby().spreadChecks.check({
      ...{ taskUid: uid, spots: [{ id: spot?.id ?? 0, result: 'fail', note: '也坏' }] },
    })
    expect(after.check?.spots.find(({ id }) => id === spot?.id)?.task?.uid).toBe(open.uid)
    expect((await lobby().rectifications.list({})).total).toBe(before)
  })

  it('are finished when every spot was looked at, by its owner or whoever leads', async () => {
    const { uid } = await begunTask(outlet, 'major')
    const mine = { taskUid: uid }
    await expect(outlet.as('teller').spreadChecks.start(mine)).rejects.toMatchObject({ code: 'forbidden' })
    await lobby().spreadChecks.start(mine)
    await expect(lobby().spreadChecks.finish(mine)).rejects.toMatchObject({ data: { reason: 'spreadEmptyNeedsNote' } })
    const { check } = await lobby().spreadChecks.addSpot({ ...mine, zone: null, description: '另一扇门' })
    await expect(lobby().spreadChecks.finish(mine)).rejects.toMatchObject({
      data: { reason: 'spotsOpen', params: { count: 1 } },
    })
    expect(await lobby().spreadChecks.list({})).toMatchObject([{ task: { uid }, spots: 1, checked: 0 }])
    await lobby().spreadChecks.check({ ...mine, spots: [{ id: check?.spots[0]?.id ?? 0, result: 'pass' }] })
    await lobby().spreadChecks.finish(mine)
    expect(await lobby().spreadChecks.list({})).toEqual([])
    const { html } = await outlet.as('outlet-head').reports.preview({ kind: 'ledger', month: '2026-11' })
    expect(html).toContain('1 处，已查 1，不合格 0')
  })

  it('are overdue after three working days', async () => {
    const { uid } = await begunTask(outlet, 'major')
    outlet.ports.setNow(Date.parse('2026-11-26T18:00:00+08:00'))
    expect((await card(uid)).isOverdue).toBe(false)
    outlet.ports.setNow(Date.parse('2026-11-27T08:00:00+08:00'))
    expect((await card(uid)).isOverdue).toBe(true)
    expect((await lobby().spreadChecks.list({})).map(({ isOverdue }) => isOverdue)).toEqual([true])
  })

  it('hold up the closing, not the striking off', async () => {
    const { uid } = await begunTask(outlet, 'major')
    await submitTask(outlet, uid)
    const head = outlet.as('outlet-head')
    await head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
    outlet.ports.database.exec(
      "UPDATE rectification SET state = 'lookback'; DELETE FROM rectification_look_back WHERE \"on\" > '2026-12-05'",
    )
    const close = () =>
      outlet.as('ops-supervisor').rectifications.move({ uid, from: 'lookback', to: 'closed', note: '仍好' })
    await expect(close()).rejects.toMatchObject({ data: { reason: 'spreadCheckFirst' } })
    await lobby().spreadChecks.start({ taskUid: uid })
    await lobby().spreadChecks.finish({ taskUid: uid, note: '没有同类点位' })
    expect((await close()).task.state).toBe('closed')
  })

  it('hold up the closing by clean rounds as well', async () => {
    const { uid } = await answer(ITEM, 'fail')
    await lobby().rectifications.move({ uid, from: 'assigned', to: 'doing' })
    await submitTask(outlet, uid)
    await outlet.as('outlet-head').rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
    const walk = async () => {
      await nextDay()
      const { round } = await answer(ITEM, 'pass')
      await lobby().patrols.submit({ uid: round, allowUnanswered: true })
      return (await lobby().rectifications.card({ uid })).task.state
    }
    let state = ''
    for (let round = 1; round <= CLEAN_ROUNDS; round++) state = await walk()
    expect(state).not.toBe('closed')
    await lobby().spreadChecks.start({ taskUid: uid })
    const { check } = await card(uid)
    const spots = check?.spots.map(({ id }) => ({ id, result: 'pass' as const })) ?? []
    await lobby().spreadChecks.check({ taskUid: uid, spots })
    await lobby().spreadChecks.finish({ taskUid: uid })
    expect(await walk()).toBe('closed')
  })

  it('are listed however many complaints wait that nobody has upheld', async () => {
    for (let index = 0; index < 201; index++) {
      await lobby().rectifications.open({
        ...{ source: 'complaint', description: `等候过久 ${index}`, severity: 'minor', zone: null, item: null },
        ...{ ownerUid: null, queue: 'lobby-manager' },
      })
    }
    outlet.ports.advance(1000)
    const { uid } = await begunTask(outlet, 'major')
    expect((await lobby().spreadChecks.list({})).map(({ task }) => task.uid)).toEqual([uid])
  })

  it('are asked for anew of a fault that came back, counted from then', async () => {
    const { uid } = await answer(ITEM, 'fail')
    const { check } = await lobby().spreadChecks.start({ taskUid: uid })
    for (const { id } of check?.spots ?? []) {
      await lobby().spreadChecks.check({ taskUid: uid, spots: [{ id, result: 'pass', note: '' }] })
    }
    await lobby().spreadChecks.finish({ taskUid: uid, note: '都看过' })
    const { now } = outlet.ports.clock
    outlet.ports.database
      .prepare("UPDATE rectification SET state = 'verified', verified_at = ?, severity = 'major' WHERE uid = ?")
      .run(now(), uid)
    await nextDay()
    const listed = async () => (await lobby().spreadChecks.list({})).some(({ task }) => task.uid === uid)
    expect(await listed()).toBe(false)
    expect((await answer(ITEM, 'fail')).uid).toBe(uid)
    expect(await card(uid)).toMatchObject({ check: null, dueOn: '2026-11-27' })
    expect(await listed()).toBe(true)
    const again = await lobby().spreadChecks.start({ taskUid: uid })
    expect(again.check?.spots.every(({ result }) => result === null)).toBe(true)
    expect(
      outlet.ports.database.prepare('SELECT count(*) FROM spread_check WHERE done_at IS NOT NULL').pluck().get(),
    ).toBe(1)
  })
})
