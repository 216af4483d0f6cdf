import { beforeEach, describe, expect, it } from 'vitest'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'
import { roundOf } from '../harness/walk-round.ts'

const MINUTE = 60_000

describe('today', () => {
  let outlet: TestOutlet
  let opening: string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    opening = await roundOf(outlet.as('lobby-manager'), 'opening')
  })

  it('shows the day, what is mine, what waits for others, the month and two weeks in one call', async () => {
    const lobby = outlet.as('lobby-manager')
    await lobby.patrols.start({ uid: opening })
    const fails = ['exterior.signage-clean', 'cash-counter.vault-limit'].map((item) => ({
      item,
      value: 'fail' as const,
      basedOn: 0,
    }))
    await lobby.patrols.answer({ uid: opening, answers: fails })
    const today = await lobby.today.overview({})
    expect(today.tasks).toMatchObject([{ item: 'exterior.signage-clean' }])
    expect(today.otherTasks).toMatchObject([{ item: 'cash-counter.vault-limit' }])
    expect([today.taskCount, today.otherCount]).toEqual([1, 1])
    expect(today.day).toMatchObject({ on: '2026-11-23', isOpen: true, patrols: { length: 5, 0: { state: 'running' } } })
    expect(today.day.askedConditions.length).toBeGreaterThan(0)
    expect(today.month.figures.fail).toBe(2)
    expect(today.week.map(({ on, isOpen, patrols }) => [on, isOpen, patrols.length]).slice(5, 9)).toEqual([
      ['2026-11-21', false, 0],
      ['2026-11-22', false, 0],
      ['2026-11-23', true, 5],
      ['2026-11-24', true, 0],
    ])
  })

  it('asks about a round that nobody can have walked so fast, and about no other', async () => {
    const lobby = outlet.as('lobby-manager')
    const span = { from: '2026-11-20', to: '2026-11-23' }
    const sheet = await lobby.patrols.start({ uid: opening })
    for (const [index, { id }] of sheet.items.entries()) {
      if (index > 0) outlet.ports.advance(index < 40 ? 500 : MINUTE / 4)
      await lobby.patrols.answer({ uid: opening, answers: [{ item: id, value: 'pass', basedOn: 0 }] })
    }
    const head = outlet.as('outlet-head')
    expect(await head.patrols.tempoQuestions(span)).toEqual([])
    await lobby.patrols.submit({ uid: opening })
    expect(await head.patrols.tempoQuestions(span)).toMatchObject([
      {
        patrol: { uid: opening, submittedBy: { name: '沈知夏' } },
        doubt: 'run',
        plannedMinutes: 25,
        fastestThirtySeconds: 14.5,
      },
    ])
    await expect(lobby.patrols.tempoQuestions(span)).rejects.toMatchObject({ code: 'forbidden' })
  })

  it('asks nothing about a round walked at a walking pace', async () => {
    const lobby = outlet.as('lobby-manager')
    const sheet = await lobby.patrols.start({ uid: opening })
    for (const { id } of sheet.items) {
      outlet.ports.advance(10_000)
      await lobby.patrols.answer({ uid: opening, answers: [{ item: id, value: 'pass', basedOn: 0 }] })
    }
    await lobby.patrols.submit({ uid: opening })
    expect(await outlet.as('outlet-head').patrols.tempoQuestions({ from: '2026-11-23', to: '2026-11-23' })).toEqual([])
  })

  it('tells the head of every certificate that ends within sixty days, and the others of their own', async () => {
    const head = outlet.as('outlet-head')
    const staff = await head.people.list({})
    const ends = async (post: string, certificateValidTo: string) => {
      const person = staff.find((one) => one.post === post)
      if (!person) throw new Error(post)
      const { uid, name, staffNo, duties, joinedOn, isActive } = person
      const fields = { uid, name, staffNo, post: person.post as 'teller', duties, joinedOn, isActive }
      return (await head.people.update({ ...fields, certificateValidTo })).uid
    }
    const [past, last, later] = [
      await ends('outlet-head', '2026-11-22'),
      await ends('lobby-manager', '2027-01-22'),
      await ends('teller', '2027-01-23'),
    ]
    const seenBy = async (role: 'outlet-head' | 'lobby-manager' | 'teller') =>
      (await outlet.as(role).today.overview({})).matters
        .filter(({ kind }) => kind === 'certificate')
        .map(({ uid, isLate }) => [uid, isLate])
    expect(await seenBy('outlet-head')).toEqual([
      [past, true],
      [last, false],
    ])
    expect(await seenBy('lobby-manager')).toEqual([[last, false]])
    expect(await seenBy('teller')).toEqual([])
    expect(later).toBeTypeOf('string')
  })

  it('shows the morning meeting as a stage: who hosts, who is there, and where it stands', async () => {
    const at = (clock: string) => outlet.ports.setNow(Date.parse(`2026-11-23T${clock}:00+08:00`))
    const head = outlet.as('outlet-head')
    const stage = async () => (await head.today.overview({})).meetings[0]
    expect(await stage()).toMatchObject({
      kind: 'morning',
      state: 'planned',
      uid: null,
      minutes: 25,
      begins: { templateId: 'monday-25' },
      due: 5,
      isCalled: false,
      present: 5,
    })
    await head.meetings.announceAbsence({ on: '2026-11-23', person: outlet.people.teller ?? '', reason: '病假' })
    expect(await stage()).toMatchObject({ present: 4 })
    at('08:12')
    expect(await stage()).toMatchObject({ state: 'due' })
    at('08:29')
    expect(await stage()).toMatchObject({ state: 'due' })
    // Its twenty-five minutes would no longer end by 08:50.
    at('08:31')
    expect(await stage()).toMatchObject({ state: 'late' })
    at('08:50')
    expect(await stage()).toMatchObject({ state: 'late' })
    at('08:51')
    expect(await stage()).toMatchObject({ state: 'missing' })
    const { meeting } = await head.meetings.begin({
      kind: 'morning',
      templateId: 'short-8',
      host: outlet.people['lobby-manager'] ?? '',
    })
    expect(await stage()).toMatchObject({ state: 'running', uid: meeting.uid, isCalled: false, minutes: 8 })
    expect(await stage()).toMatchObject({ host: { name: '沈知夏' } })
    await head.meetings.drop({ meeting: meeting.uid, reason: '点错' })
    await head.meetings.explainDay({ on: '2026-11-23', kind: 'morning', reason: '停电' })
    expect(await stage()).toMatchObject({ state: 'explained', reason: '停电', uid: null })
    expect((await head.today.overview({})).meetings).toHaveLength(1)
    outlet.ports.setNow(Date.parse('2026-11-28T08:30:00+08:00'))
    expect((await head.today.overview({})).meetings).toEqual([])
  })

  it('begins the short one where too few came to the long one', async () => {
    outlet.ports.setNow(Date.parse('2026-11-23T08:20:00+08:00'))
    const head = outlet.as('outlet-head')
    const stage = async () => (await head.today.overview({})).meetings[0]
    const host = outlet.people['lobby-manager'] ?? ''
    const { meeting } = await head.meetings.begin({ kind: 'morning', templateId: 'monday-25', host })
    const attendance = ['outlet-head', 'ops-supervisor', 'teller'].map((post) => ({
      ...{ person: outlet.people[post] ?? '', state: 'absent' as const },
    }))
    await head.meetings.setAttendance({ meeting: meeting.uid, attendance })
    await head.meetings.finish({ meeting: meeting.uid })
    const tooFew = await stage()
    expect(tooFew).toMatchObject({ state: 'not-held', uid: meeting.uid, minutes: 25, host: { name: '沈知夏' } })
    expect(tooFew?.begins).toMatchObject({ templateId: 'short-8', name: { zh: '短晨会（8分钟）' } })
    outlet.ports.advance(60_000)
    await head.meetings.begin({ kind: 'morning', templateId: tooFew?.begins?.templateId ?? '', host })
    expect(await stage()).toMatchObject({ state: 'running', minutes: 8 })
  })

  it('begins nothing on a closed day, also after one with too few', async () => {
    outlet.ports.setNow(Date.parse('2026-11-28T08:20:00+08:00'))
    const head = outlet.as('outlet-head')
    const host = outlet.people['lobby-manager'] ?? ''
    const { meeting } = await head.meetings.begin({ kind: 'morning', templateId: 'standard-15', host })
    const attendance = ['outlet-head', 'ops-supervisor', 'teller'].map((post) => ({
      ...{ person: outlet.people[post] ?? '', state: 'absent' as const },
    }))
    await head.meetings.setAttendance({ meeting: meeting.uid, attendance })
    await head.meetings.finish({ meeting: meeting.uid })
    expect((await head.today.overview({})).meetings).toMatchObject([{ state: 'not-held', begins: null }])
  })

  it('names on a closed day the next open one and its first round', async () => {
    const head = outlet.as('outlet-head')
    const nextOpen = async () => (await head.today.overview({})).nextOpen
    expect(await nextOpen()).toBeNull()
    outlet.ports.setNow(Date.parse('2026-11-28T09:00:00+08:00'))
    const windowStart = Date.parse('2026-11-30T07:50:00+08:00')
    expect(await nextOpen()).toEqual({ on: '2026-11-30', first: { round: 'opening', windowStart } })
    outlet.ports.setNow(Date.parse('2026-10-01T09:00:00+08:00'))
    expect((await nextOpen())?.on).toBe('2026-10-08')
  })
})
