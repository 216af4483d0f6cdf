import { beforeEach, describe, expect, it } from 'vitest'
import { CLEAN_ROUNDS } from '../../electron/service/rectifications/index.ts'
import { addDays, businessDay } from '../../shared/domain/business-day.ts'
import { newPhoto } from '../harness/faults.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONE = 'Asia/Shanghai'
const ITEM = 'exterior.signage-clean'

describe('a fault that was struck off', () => {
  let outlet: TestOutlet
  let uid: string
  let patrol: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    patrol = await startRound()
    uid = (await answer('fail'))?.uid ?? ''
    const lobby = outlet.as('lobby-manager')
    await lobby.rectifications.move({ uid, from: 'assigned', to: 'doing' })
    await lobby.rectifications.move({ uid, from: 'doing', to: 'submitted', note: '已补字', cause: 'equipment.ageing' })
    await outlet.as('outlet-head').rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
  })

  async function startRound(): Promise<string> {
    const round = await roundOf(outlet.as('lobby-manager'), 'opening')
    await outlet.as('lobby-manager').patrols.start({ uid: round })
    return round
  }

  async function answer(value: 'pass' | 'fail' | 'fixed', basedOn = 0) {
    const answers = [{ item: ITEM, value, basedOn, note: value === 'fixed' ? '当场擦净' : null }]
    return (await outlet.as('lobby-manager').patrols.answer({ uid: patrol, answers })).tasks[0]
  }

  async function nextDay(): Promise<void> {
    do {
      outlet.ports.advance(DAY)
      await outlet.service.tick()
    } while ((await outlet.as('lobby-manager').patrols.day({})).patrols.length === 0)
    patrol = await startRound()
  }

  const handIn = () => outlet.as('lobby-manager').patrols.submit({ uid: patrol, allowUnanswered: true })
  const card = () => outlet.as('outlet-head').rectifications.card({ uid })
  const sheet = () => outlet.as('lobby-manager').patrols.sheet({ uid: patrol })
  const openSince = async () => (await sheet()).contexts.find(({ item }) => item === ITEM)?.openTask?.openSince

  it('shows before its fix what the round that brought it back shows, until somebody works on it', async () => {
    await nextDay()
    const photo = await newPhoto(outlet)
    const answers = (photos: string[], basedOn: number) => [
      { item: ITEM, value: 'fail' as const, note: '又缺一个字', photos, basedOn },
    ]
    const say = (photos: string[], basedOn: number) =>
      outlet.as('lobby-manager').patrols.answer({ uid: patrol, answers: answers(photos, basedOn) })
    await say([], 0)
    expect((await card()).beforePhotos).toEqual([])
    await say([photo], 1)
    expect(await card()).toMatchObject({ task: { state: 'reopened' }, beforePhotos: [photo] })
    const steps = (await card()).timeline.length
    await say([photo], 2)
    expect((await card()).timeline).toHaveLength(steps)
    await say([], 3)
    expect((await card()).beforePhotos).toEqual([])
  })

  it('has in the ledger the look-backs of its fix and of the month, not those of a fix long over', async () => {
    await nextDay()
    await answer('fail')
    const held = outlet.ports.database.prepare(
      `INSERT INTO rectification_look_back (rectification_id, "on", result) VALUES (1, ?, 'pass')`,
    )
    for (const on of ['2026-10-30', '2026-11-02']) held.run(on)
    const { html } = await outlet.operator.reports.preview({ kind: 'ledger', month: '2026-11' })
    expect(html).toContain('2026-11-02 ✓')
    expect(html).not.toContain('2026-10-30 ✓')
    outlet.ports.database.exec('UPDATE rectification SET reopened_at = NULL')
    const { html: never } = await outlet.operator.reports.preview({ kind: 'ledger', month: '2026-11' })
    expect(never).toContain('2026-10-30 ✓')
  })

  it('comes back one level higher and linked when a later round finds it again', async () => {
    await nextDay()
    expect(await answer('fail')).toMatchObject({ uid, act: 'reopened' })
    const { contexts, patrol: round } = await sheet()
    const broughtBack = contexts.find(({ item }) => item === ITEM)?.openTask
    expect(broughtBack?.openSince).toBeGreaterThanOrEqual(round.openedAt ?? Number.POSITIVE_INFINITY)
    expect(broughtBack?.foundAt).toBeLessThan(round.openedAt ?? 0)
    const { task, timeline, rounds, lookBacks } = await card()
    expect(task).toMatchObject({ state: 'reopened', severity: 'major', doneAt: null, verifiedAt: null })
    expect(task.dueAt).toBeGreaterThan(outlet.ports.clock.now())
    expect(timeline.at(-1)).toMatchObject({ from: 'lookback', to: 'reopened', rule: 'failed-again' })
    expect(rounds).toEqual([{ patrolUid: patrol, on: '2026-11-24', round: 'opening', broughtBack: true }])
    expect(lookBacks).toEqual([])
    expect(await outlet.as('outlet-head').rectifications.counts({})).toMatchObject({ open: 1, mine: 1 })
    const due = outlet.ports.clock.now() + DAY
    const again = await outlet.as('outlet-head').rectifications.move({
      ...{ uid, from: 'reopened', to: 'assigned', dueAt: due, queue: 'lobby-manager' },
      prevention: '每月检查一次字牌',
    })
    expect(again.task).toMatchObject({ state: 'assigned', dueAt: due })
  })

  it('is as old as its return, and was not open while it was fixed', async () => {
    const end = async (on: string) => {
      const figures = await outlet.as('outlet-head').rectifications.figures({ from: on, to: on })
      const [span] = figures.course.spans
      const list = await outlet.as('outlet-head').rectifications.list({ ...span?.open.filter, limit: 1 })
      expect(list.total).toBe(span?.open.count)
      return span?.open.count
    }
    const today = () => businessDay(outlet.ports.clock.now(), ZONE)
    const first = today()
    outlet.ports.advance(40 * DAY)
    await nextDay()
    await answer('fail')
    expect(await card()).toMatchObject({ cameBackAt: await openSince() })
    expect(await end(first)).toBe(0)
    expect(await end(addDays(today(), -1))).toBe(0)
    expect(await end(today())).toBe(1)
    const { ageing } = await outlet.as('outlet-head').rectifications.figures({ from: first, to: today() })
    expect(ageing.map(({ count }) => count)).toEqual([1, 0, 0, 0, 0])
    const listed = await outlet.as('outlet-head').rectifications.list(ageing[0]?.filter ?? {})
    expect(listed.tasks.map((task) => task.uid)).toEqual([uid])
  })

  it('is open since it came back, whatever is done about it then', async () => {
    await nextDay()
    await answer('fail')
    const since = await openSince()
    outlet.ports.advance(HOUR)
    const wait = { act: 'known-until', expectedOn: '2026-12-20', note: '等备件' } as const
    await outlet.as('outlet-head').rectifications.act({ uid, from: 'reopened', ...wait })
    expect(await openSince()).toBe(since)
  })

  it('is timed from when it came back, not from the first finding', async () => {
    const fixTimes = async () => {
      const year = { from: '2026-11-01', to: '2026-12-31' }
      const { timeToFix } = await outlet.as('outlet-head').rectifications.figures(year)
      return timeToFix.filter(({ count }) => count > 0).map(({ severity, medianHours }) => [severity, medianHours])
    }
    expect(await fixTimes()).toEqual([['minor', 0]])
    await nextDay()
    await answer('fail')
    expect(await fixTimes()).toEqual([])
    const head = outlet.as('outlet-head')
    const ownerUid = outlet.people['lobby-manager'] ?? ''
    const dueAt = outlet.ports.clock.now() + 2 * DAY
    await head.rectifications.move({ uid, from: 'reopened', to: 'assigned', ownerUid, dueAt, prevention: '每周擦一次' })
    await outlet.as('lobby-manager').rectifications.move({ uid, from: 'assigned', to: 'doing' })
    outlet.ports.advance(3 * HOUR)
    const done = {
      note: '字牌已换',
      cause: 'equipment.ageing',
      measure: '换了字牌',
      prevention: '列入点检',
      photos: [await newPhoto(outlet)],
    }
    await outlet.as('lobby-manager').rectifications.move({ uid, from: 'doing', to: 'submitted', ...done })
    await head.rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
    expect(await fixTimes()).toEqual([['major', 3]])
  })

  it('is as it was where the answer that brought it back is corrected', async () => {
    const before = await card()
    await nextDay()
    await answer('fail')
    expect(await answer('pass', 1)).toMatchObject({ uid, act: 'withdrawn' })
    const { task, timeline, rounds, lookBacks } = await card()
    const { verifiedAt, dueAt } = before.task
    expect(task).toMatchObject({ state: 'verified', severity: 'minor', verifiedAt, dueAt })
    expect(timeline.at(-1)).toMatchObject({ to: 'verified', rule: 'corrected' })
    expect([rounds, lookBacks]).toEqual([[], before.lookBacks])
  })

  it('stays where a later round has seen it too, and goes by that one then', async () => {
    await nextDay()
    const first = patrol
    await answer('fail')
    await nextDay()
    expect(await answer('fail')).toMatchObject({ act: 'known' })
    const second = patrol
    const { openedAt } = (await sheet()).patrol
    patrol = first
    await answer('pass', 1)
    expect((await card()).task.state).toBe('reopened')
    patrol = second
    expect(await openSince()).toBe(openedAt)
    expect(await answer('pass', 1)).toMatchObject({ act: 'withdrawn' })
    expect((await card()).task.state).toBe('verified')
  })

  it('is not brought back by what was seen before it was fixed', async () => {
    const lobby = outlet.as('lobby-manager')
    const earlier = patrol
    await nextDay()
    patrol = earlier
    const seenAt = Date.parse('2026-11-23T07:59:00+08:00')
    const answers = [{ item: ITEM, value: 'pass', basedOn: 1, note: null } as const]
    await lobby.patrols.answer({ uid: patrol, answers })
    const again = [{ item: ITEM, value: 'fail', basedOn: 2, note: '更早的一处', seenAt } as const]
    const { tasks } = await lobby.patrols.answer({ uid: patrol, answers: again })
    expect(tasks[0]?.act).toBe('opened')
    expect((await card()).task.state).toBe('verified')
  })

  it('counts anew where a counted pass turns out to have been none', async () => {
    await nextDay()
    await answer('pass')
    await handIn()
    expect((await card()).cleanRounds.count).toBe(1)
    await outlet.as('lobby-manager').patrols.correct({
      uid: patrol,
      answer: { item: ITEM, value: 'not-seen', basedOn: 1 },
      reason: '没走到那里',
    })
    expect((await card()).cleanRounds.count).toBe(0)
  })

  it('is closed early by ten clean rounds, and one fixed on the spot starts them anew', async () => {
    await nextDay()
    await answer('pass')
    await handIn()
    expect((await card()).cleanRounds).toEqual({ count: 1, of: CLEAN_ROUNDS })
    await nextDay()
    await answer('fixed')
    await handIn()
    expect((await card()).cleanRounds.count).toBe(0)
    for (let round = 1; round <= CLEAN_ROUNDS; round++) {
      expect((await card()).task.state).not.toBe('closed')
      await nextDay()
      await answer('pass')
      await handIn()
    }
    const { task, timeline, lookBacks } = await card()
    expect(task.state).toBe('closed')
    expect(timeline.at(-1)).toMatchObject({ to: 'closed', rule: 'clean-rounds' })
    expect(lookBacks.every(({ result }) => result === 'pass')).toBe(true)
  })

  it('is no longer closed where the clean answer that closed it is corrected', async () => {
    for (let round = 1; round <= CLEAN_ROUNDS; round++) {
      await nextDay()
      await answer('pass')
      await handIn()
    }
    expect((await card()).task.state).toBe('closed')
    const correct = (value: 'fail' | 'not-seen', basedOn: number) =>
      outlet
        .as('lobby-manager')
        .patrols.correct({ uid: patrol, answer: { item: ITEM, value, basedOn }, reason: '看错了' })
    await correct('not-seen', 1)
    const back = await card()
    expect([back.task.state, back.cleanRounds.count, back.lookBacks.map(({ result }) => result)]).toEqual([
      'lookback',
      0,
      [null],
    ])
    expect(back.timeline.at(-1)).toMatchObject({ from: 'closed', rule: 'clean-round-corrected' })
    await correct('fail', 2)
    expect((await card()).task).toMatchObject({ state: 'reopened', severity: 'major' })
  })

  it('comes back at once where that answer is corrected to a fail, and opens no second task', async () => {
    for (let round = 1; round <= CLEAN_ROUNDS; round++) {
      await nextDay()
      await answer('pass')
      await handIn()
    }
    const { tasks } = await outlet.as('lobby-manager').patrols.correct({
      uid: patrol,
      answer: { item: ITEM, value: 'fail', basedOn: 1 },
      reason: '看错了',
    })
    expect(tasks).toMatchObject([{ uid, act: 'reopened' }])
    expect((await outlet.as('outlet-head').rectifications.list({})).total).toBe(1)
  })

  it('comes back where clean rounds had closed it, and is closed again where that fail was none', async () => {
    for (let round = 1; round <= CLEAN_ROUNDS; round++) {
      await nextDay()
      await answer('pass')
      await handIn()
    }
    const closing = () =>
      outlet.ports.database.prepare('SELECT state, severity, closed_at, clean_patrol FROM rectification').get()
    const closed = closing()
    expect(closed).toMatchObject({ state: 'closed', clean_patrol: expect.any(Number) })
    await nextDay()
    expect(await answer('fail')).toMatchObject({ act: 'reopened', uid })
    const { task, timeline } = await card()
    expect([task.state, task.severity]).toEqual(['reopened', 'major'])
    expect(timeline.at(-1)).toMatchObject({ from: 'closed', to: 'reopened', rule: 'failed-again' })
    await outlet
      .as('lobby-manager')
      .patrols.answer({ uid: patrol, answers: [{ item: ITEM, value: 'pass', basedOn: 1 }] })
    expect(closing()).toEqual(closed)
  })

  it('is another task with its number once all its look-backs were held', async () => {
    for (let round = 1; round <= CLEAN_ROUNDS; round++) {
      await nextDay()
      await answer('pass')
      await handIn()
    }
    outlet.ports.database.exec('UPDATE rectification SET clean_patrol = NULL')
    await nextDay()
    const again = await answer('fail')
    expect(again).toMatchObject({ act: 'opened' })
    const { task, earlier } = await outlet.as('outlet-head').rectifications.card({ uid: again?.uid ?? '' })
    expect([task.occurrence, earlier.map((one) => one.uid)]).toEqual([2, [uid]])
  })

  it('counts a round once, also where it is given back and handed in again', async () => {
    await nextDay()
    await answer('pass')
    await handIn()
    await outlet.as('outlet-head').patrols.giveBack({ uid: patrol, reason: '再看一遍' })
    await handIn()
    expect((await card()).cleanRounds.count).toBe(1)
  })

  describe('and that the head took up again after it was closed early', () => {
    const head = () => outlet.as('outlet-head')
    const lobby = () => outlet.as('lobby-manager')
    let closedBy: string

    async function cleanRounds() {
      for (let round = 1; round <= CLEAN_ROUNDS; round++) {
        await nextDay()
        await answer('pass')
        await handIn()
      }
      closedBy = patrol
      expect((await card()).task.state).toBe('closed')
    }

    async function reopenAndVerify() {
      await head().rectifications.move({ uid, from: 'closed', to: 'reopened', note: '又出现了' })
      await head().rectifications.move({
        ...{ uid, from: 'reopened', to: 'assigned', ownerUid: outlet.people['lobby-manager'] ?? '' },
        ...{ dueAt: outlet.ports.clock.now() + DAY, prevention: '每月检查一次' },
      })
      await lobby().rectifications.move({ uid, from: 'assigned', to: 'doing' })
      await lobby().rectifications.move({
        ...{ uid, from: 'doing', to: 'submitted', note: '已换', cause: 'equipment.ageing', causeNote: '其他都查过' },
        ...{ measure: '换灯', prevention: '列入点检', photos: [await newPhoto(outlet)] },
      })
      await head().rectifications.move({ uid, from: 'submitted', to: 'verified', note: '好了' })
    }

    it('plans each look-back anew, also on a day that the early closing had passed', async () => {
      await cleanRounds()
      const inAWeek = new Date(outlet.ports.clock.now() + 7 * DAY + 8 * HOUR).toISOString().slice(0, 10)
      outlet.ports.database.prepare('UPDATE rectification_look_back SET "on" = ?').run(inAWeek)
      await reopenAndVerify()
      const { lookBacks } = await card()
      expect(lookBacks).toMatchObject([{ on: inAWeek, result: null }, { result: null }])
    })

    it('is closed no less where the clean answer that once closed it is corrected', async () => {
      await cleanRounds()
      await reopenAndVerify()
      const before = closedBy
      outlet.ports.database.exec(`UPDATE rectification SET state = 'closed', closed_at = verified_at`)
      await lobby().patrols.correct({
        ...{ uid: before, answer: { item: ITEM, value: 'not-seen', basedOn: 1 }, reason: '没走到' },
      })
      expect((await card()).task.state).toBe('closed')
    })
  })
})
