import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { WallBlock } from '../../shared/contract/meeting-screen.ts'
import { WALL_KEYS, type WallKey } from '../../shared/domain/meeting-keys.ts'
import { at, type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

/** Nothing in the program stands behind these yet. */
const WITHOUT_DATA: WallKey[] = ['kpi.queue', 'calendar.visits', 'weather.today']

describe('what the wall says of itself', () => {
  let outlet: MeetingOutlet
  let lobby: Client
  let head: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
    head = outlet.as('outlet-head')
  })

  /** Every block of a template's steps, by its key, in a meeting begun now and discarded again. */
  async function blocksOf(templateId: string): Promise<Map<WallKey, WallBlock>> {
    const begun = await outlet.begin(templateId)
    const blocks = new Map<WallKey, WallBlock>()
    for (const position of begun.template.steps.keys()) {
      const found = await lobby.meetings.screenData({ meeting: begun.meeting.uid, position })
      for (const block of found) blocks.set(block.key, block)
    }
    await lobby.meetings.drop({ meeting: begun.meeting.uid, reason: '看过' })
    return blocks
  }

  async function friday() {
    outlet.ports.setNow(at('07:52', '2026-11-20'))
    await lobby.people.signIn({ personUid: outlet.uid('lobby-manager'), pin: outlet.pinOf('lobby-manager') })
    await outlet.service.tick()
    return (await lobby.patrols.day({ on: '2026-11-20' })).patrols
  }

  async function handIn(uid: string) {
    await lobby.patrols.start({ uid })
    await lobby.patrols.submit({ uid, allowUnanswered: true })
  }

  it('says that nobody looked where every round was missed, of the day and of the week', async () => {
    const planned = (await friday()).length
    expect(planned).toBeGreaterThan(2)
    await outlet.dawn('2026-11-23')
    await outlet.service.tick()
    const standard = await blocksOf('standard-15')
    const missed = { planned, held: 0, missed: planned }
    for (const key of ['patrol.failed-yesterday', 'patrol.staff-zone-fails'] as const) {
      expect(standard.get(key)).toMatchObject({ rows: [], total: 0, rounds: missed })
      expect(standard.get(key)?.span).toEqual({ from: '2026-11-20', to: '2026-11-20' })
    }
    expect(standard.get('patrol.repeat-7d')?.rounds).toMatchObject({ held: 0, missed: planned })
    const monday = await blocksOf('monday-25')
    expect(monday.get('kpi.week-board')?.rounds).toEqual(missed)
    const [rate, repeats] = monday.get('kpi.week-board')?.rows ?? []
    expect([rate?.figure?.value, repeats?.figure?.value]).toEqual([null, null])
    expect(monday.get('patrol.week-passrate')).toMatchObject({ rounds: missed, head: { figure: { value: null } } })
  })

  it('counts a missed round that was entered late as one that looked', async () => {
    const rounds = await friday()
    await outlet.dawn('2026-11-23')
    await outlet.service.tick()
    await handIn(rounds[0]?.uid ?? '')
    const blocks = await blocksOf('standard-15')
    expect(blocks.get('patrol.failed-yesterday')?.rounds).toEqual({
      ...{ planned: rounds.length, held: 1, missed: rounds.length - 1 },
    })
  })

  it('counts what was done and missed, and no round of today as missed while it may be held', async () => {
    const rounds = await friday()
    await handIn(rounds[0]?.uid ?? '')
    await outlet.dawn('2026-11-23')
    await outlet.service.tick()
    const blocks = await blocksOf('standard-15')
    const planned = rounds.length
    expect(blocks.get('patrol.failed-yesterday')?.rounds).toEqual({ planned, held: 1, missed: planned - 1 })
    const evening = await blocksOf('evening-10')
    expect(evening.get('patrol.failed-today')?.rounds).toMatchObject({ held: 0, missed: 0 })
    expect(evening.get('patrol.failed-today')?.rounds?.planned).toBeGreaterThan(2)
    const status = evening.get('patrol.rounds-status')?.rows ?? []
    expect(status.map((row) => row.status)).toEqual(status.map(() => expect.stringMatching(/^(planned|due)$/)))
  })

  it('counts entries, never the row that sums them up', async () => {
    outlet.ports.setNow(at('08:20', '2026-11-20'))
    await outlet.dawn('2026-11-20')
    const { uid } = await head.devices.add({
      ...{ kind: 'cash', name: '二号自助机', number: 'ATM-02', zone: 'self-service', vendor: null, phone: null },
      ...{ installedOn: '2026-11-01', switchedOffOn: null, hours: null },
    })
    await outlet.dawn('2026-11-23')
    await head.devices.markDown({ device: uid })
    await lobby.meetings.announceAbsence({ on: '2026-11-23', person: outlet.uid('teller'), reason: '休假' })
    const blocks = await blocksOf('standard-15')
    expect(blocks.get('roster.today')).toMatchObject({ total: 1, rows: [{ person: '许一诺', attendance: 'absent' }] })
    const machines = blocks.get('kpi.uptime')
    expect(machines).toMatchObject({ total: 1, rows: [{ note: '二号自助机', status: 'down', isLate: true }] })
    expect(machines?.head?.text).toEqual({ zh: '机具运行率', en: 'Machine uptime' })
    const week = (await blocksOf('monday-25')).get('patrol.week-passrate')
    expect(week?.head?.text?.zh).toBe('全网点')
    expect(week?.rows.every(({ zone }) => zone !== null)).toBe(true)
    expect(week?.total).toBe(week?.rows.length)
  })

  it('says expected until the roll-call was taken, present afterwards', async () => {
    const { meeting, attendance } = await outlet.begin()
    const roster = async () => {
      const blocks = await lobby.meetings.screenData({ meeting: meeting.uid, position: 0 })
      return blocks.find(({ key }) => key === 'roster.today')?.head
    }
    expect(meeting.isCalled).toBe(false)
    expect(await roster()).toMatchObject({ count: 5, status: 'not-called', attendance: null })
    const everybody = attendance.map(({ person, state }) => ({ person: person.uid, state }))
    const called = await lobby.meetings.setAttendance({ meeting: meeting.uid, attendance: everybody })
    expect(called.meeting.isCalled).toBe(true)
    expect(await roster()).toMatchObject({ count: 5, status: null, attendance: 'present' })
  })

  it('plans the next open day in the evening and waits for no roll that is never called', async () => {
    await outlet.dawn('2026-11-20', '17:40')
    const { meeting, template } = await outlet.begin('evening-10')
    const position = template.steps.findIndex(({ id }) => id === 'tomorrow')
    const blocks = await lobby.meetings.screenData({ meeting: meeting.uid, position })
    const monday = { from: '2026-11-23', to: '2026-11-23' }
    expect(blocks.find(({ key }) => key === 'calendar.peaks-next')).toMatchObject({ total: 1, span: monday })
    expect(blocks.find(({ key }) => key === 'roster.today')?.head).toMatchObject({ count: 5, status: 'no-roll' })
  })

  it('shows on Mondays what is due until Sunday, as the prompt asks', async () => {
    const open = (description: string) =>
      head.rectifications.open({
        ...{ source: 'self-report', description, severity: 'minor', zone: 'lobby', item: null },
        ...{ ownerUid: outlet.uid('lobby-manager'), queue: null },
      })
    await open('今天发现的小问题')
    const { tasks } = await head.rectifications.list({})
    const dueOn = new Date((tasks[0]?.dueAt ?? 0) + 8 * 3_600_000).toISOString().slice(0, 10)
    expect(dueOn > '2026-11-23' && dueOn <= '2026-11-29').toBe(true)
    const blocks = await blocksOf('monday-25')
    expect(blocks.has('task.due-today')).toBe(false)
    expect(blocks.get('task.due-week')).toMatchObject({ total: 1, span: { from: '2026-11-23', to: '2026-11-29' } })
    expect((await blocksOf('standard-15')).get('task.due-today')).toMatchObject({ total: 0, span: null })
  })

  it('leaves out every key that nothing stands behind, in every template', async () => {
    const keys = await lobby.meetings.wallKeys({})
    expect(keys.filter(({ isFilled }) => !isFilled).map(({ id }) => id)).toEqual(WITHOUT_DATA)
    const shown = new Set<WallKey>()
    for (const { id } of await lobby.meetings.templates({})) {
      for (const key of (await blocksOf(id)).keys()) shown.add(key)
    }
    expect(WITHOUT_DATA.filter((key) => shown.has(key))).toEqual([])
    expect(shown.size).toBeGreaterThan(12)
    expect(WALL_KEYS).toEqual(expect.arrayContaining([...shown]))
  })
})
