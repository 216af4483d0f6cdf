import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { at, type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

describe('meetings', () => {
  let outlet: MeetingOutlet
  let head: Client
  let lobby: Client
  let teller: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    head = outlet.as('outlet-head')
    lobby = outlet.as('lobby-manager')
    teller = outlet.as('teller')
  })

  const proposal = async (kind = 'morning') => (await lobby.meetings.day({})).proposals.find((one) => one.kind === kind)
  const absent = (post: string, more: object = {}) =>
    lobby.meetings.announceAbsence({ on: '2026-11-23', person: outlet.uid(post), reason: '休假', ...more })

  describe('what is proposed', () => {
    it('is the long one on the first open day of a week, the usual one else, the short one at the start of a month', async () => {
      expect(await proposal()).toMatchObject({ templateId: 'monday-25', reason: 'week-start' })
      await outlet.dawn('2026-11-24')
      expect(await proposal()).toMatchObject({ templateId: 'standard-15', reason: 'otherwise' })
      expect(await proposal('evening')).toMatchObject({ templateId: 'evening-10' })
      await outlet.dawn('2026-12-01')
      expect(await proposal()).toMatchObject({ templateId: 'short-8', reason: 'month-start' })
    })

    it('is the short one where a quarter of the people is away', async () => {
      await absent('teller')
      expect(await proposal()).toMatchObject({ templateId: 'monday-25' })
      await absent('security-guard')
      expect(await proposal()).toMatchObject({ templateId: 'short-8', reason: 'short-staffed' })
      await lobby.meetings.withdrawAbsence({ on: '2026-11-23', person: outlet.uid('teller') })
      expect(await proposal()).toMatchObject({ templateId: 'monday-25' })
    })

    it('has nobody host twice in a row, everybody within the month, and neither the absent nor a guard', async () => {
      const hosts: string[] = []
      for (const day of ['23', '24', '25', '26', '27', '30']) {
        await outlet.dawn(`2026-11-${day}`)
        const { host, templateId } = (await proposal()) ?? {}
        const post = (['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller'] as const).find(
          (one) => outlet.uid(one) === host?.uid,
        )
        expect(post).toBeDefined()
        expect(post).not.toBe(hosts.at(-1))
        hosts.push(post ?? '')
        await outlet.hold(templateId, post)
      }
      expect(new Set(hosts.slice(0, 4)).size).toBe(4)
    })

    it('passes over the absent, and gives way to a swap', async () => {
      expect((await proposal())?.host?.uid).toBe(outlet.uid('outlet-head'))
      await absent('outlet-head')
      expect((await proposal())?.host?.uid).toBe(outlet.uid('ops-supervisor'))
      await lobby.meetings.swapHost({ on: '2026-11-23', kind: 'morning', host: outlet.uid('teller') })
      expect(await proposal()).toMatchObject({ host: { uid: outlet.uid('teller') }, isSwapped: true })
      await expect(
        lobby.meetings.swapHost({ on: '2026-11-23', kind: 'morning', host: outlet.uid('security-guard') }),
      ).rejects.toMatchObject({ data: { reason: 'mayNotHost' } })
    })
  })

  it('takes announced absences into the roll-call, and counts steps by the second', async () => {
    await absent('teller', { coveredBy: outlet.uid('ops-supervisor') })
    const meeting = await outlet.begin()
    const { uid } = meeting.meeting
    expect(meeting.quorum).toEqual({ due: 4, present: 4, needed: 2, isReached: true })
    expect(meeting.attendance.find(({ state }) => state === 'absent')).toMatchObject({
      person: { name: '许一诺' },
      reason: '休假',
      coveredBy: { name: '顾青禾' },
    })
    outlet.ports.advance(95_000)
    const moved = await lobby.meetings.goTo({ meeting: uid, position: 1 })
    expect(moved.steps[0]).toMatchObject({ stepId: 'gather', seconds: 95, isOver: false })
    outlet.ports.advance(7 * 60_000)
    await lobby.meetings.goTo({ meeting: uid, position: 2 })
    outlet.ports.advance(10_000)
    const back = await lobby.meetings.goTo({ meeting: uid, position: 1 })
    expect(back.steps[1]).toMatchObject({ seconds: 420, isOver: true })
    outlet.ports.advance(30_000)
    const finished = await outlet.finish(meeting)
    expect(finished.steps[1]).toMatchObject({ seconds: 450 })
    expect(finished.position).toBeNull()
  })

  it('is no meeting where fewer than half of those due came, and a short one may follow', async () => {
    const meeting = await outlet.begin()
    const away = ['outlet-head', 'ops-supervisor', 'teller'].map((post) => ({
      ...{ person: outlet.uid(post), state: 'absent' as const, reason: '外出' },
    }))
    const rolled = await lobby.meetings.setAttendance({ meeting: meeting.meeting.uid, attendance: away })
    expect(rolled.quorum).toEqual({ due: 5, present: 2, needed: 3, isReached: false })
    await expect(outlet.begin('short-8')).rejects.toMatchObject({ data: { reason: 'meetingExists' } })
    expect((await outlet.finish(meeting)).meeting.isHeld).toBe(false)
    expect(await outlet.sign(meeting)).toMatchObject({ outcome: 'signed' })
    const second = await outlet.begin('short-8')
    expect(second.meeting.isHeld).toBe(true)
    await expect(outlet.begin('short-8')).rejects.toMatchObject({ data: { reason: 'meetingExists' } })
  })

  describe('signing', () => {
    it('takes the PIN of the host, whoever sits there, and counts wrong tries as at the door', async () => {
      const meeting = await outlet.begin('standard-15', 'teller')
      await outlet.focus(meeting)
      await expect(outlet.sign(meeting, 'teller')).rejects.toMatchObject({ data: { reason: 'meetingNotOver' } })
      await outlet.finish(meeting)
      expect(await outlet.sign(meeting, 'lobby-manager')).toMatchObject({ outcome: 'refused', triesLeft: 4 })
      for (let time = 0; time < 4; time++) await outlet.sign(meeting, 'lobby-manager')
      expect(await outlet.sign(meeting, 'teller')).toMatchObject({ outcome: 'refused', retryAt: expect.any(Number) })
      const door = await outlet.nobody.people.signIn({ personUid: outlet.uid('teller'), pin: outlet.pinOf('teller') })
      expect(door.outcome).toBe('refused')
      outlet.ports.advance(60 * 60_000)
      await lobby.people.signIn({ personUid: outlet.uid('lobby-manager'), pin: outlet.pinOf('lobby-manager') })
      expect(await outlet.sign(meeting, 'teller')).toMatchObject({
        outcome: 'signed',
        meeting: { meeting: { signedBy: '许一诺' }, digest: expect.stringMatching(/^[0-9a-f]{64}$/) },
      })
    })

    it('is refused without a focus item, and where template or draft cannot be read', async () => {
      const meeting = await outlet.begin()
      await outlet.finish(meeting)
      await expect(outlet.sign(meeting)).rejects.toMatchObject({ data: { reason: 'logIncomplete' } })
      await outlet.focus(meeting)
      const { database } = outlet.ports
      database.exec('DELETE FROM meeting_step WHERE position = 3')
      await expect(outlet.sign(meeting)).rejects.toMatchObject({ data: { reason: 'meetingDraftBroken' } })
      database.exec("INSERT INTO meeting_step (meeting_id, position, step_id) VALUES (1, 3, 'look-back')")
      expect(await outlet.sign(meeting)).toMatchObject({ outcome: 'signed' })
      const other = await startMeetingOutlet()
      const begun = await other.begin()
      await other.focus(begun)
      // As damage would: the console itself cannot.
      other.ports.database.exec('DROP TRIGGER meeting_template_version_update')
      other.ports.database.exec("UPDATE meeting_template_version SET content = '{'")
      await other.dawn('2026-11-23', '08:30')
      const { forget } = await import('../../electron/service/database/remembered.ts')
      forget(other.ports.database)
      await expect(other.sign(begun)).rejects.toMatchObject({ data: { reason: 'meetingTemplateBroken' } })
    })

    it('closes the log: nothing is changed, only confirmed once by the head and added to', async () => {
      const { meeting, line } = await outlet.hold()
      const { uid } = meeting.meeting
      const refused = { code: 'conflict', data: { reason: 'meetingSigned' } }
      await expect(outlet.focus(meeting)).rejects.toMatchObject(refused)
      await expect(lobby.meetings.removeLine({ uid: line })).rejects.toMatchObject(refused)
      await expect(lobby.meetings.goTo({ meeting: uid, position: 1 })).rejects.toMatchObject(refused)
      await expect(lobby.meetings.note({ meeting: uid, position: 1, words: '改' })).rejects.toMatchObject(refused)
      await expect(lobby.meetings.setHost({ meeting: uid, host: outlet.uid('teller') })).rejects.toMatchObject(refused)
      await expect(lobby.meetings.drop({ meeting: uid, reason: '误开' })).rejects.toMatchObject(refused)
      await expect(lobby.meetings.confirm({ meeting: uid })).rejects.toMatchObject({ code: 'forbidden' })
      expect((await head.meetings.confirm({ meeting: uid })).meeting.confirmedBy).toBe('林予安')
      await expect(head.meetings.confirm({ meeting: uid })).rejects.toMatchObject({
        data: { reason: 'meetingConfirmed' },
      })
      const added = await teller.meetings.addToLog({ meeting: uid, words: '补充：周三停电检修' })
      expect(added.additions).toMatchObject([{ by: '许一诺', words: '补充：周三停电检修' }])
      const before = await lobby.meetings.read({ meeting: uid })
      await lobby.meetings.endLine({ uid: line, as: 'done' })
      expect((await lobby.meetings.read({ meeting: uid })).digest).toBe(before.digest)
    })
  })

  describe('a log that is late', () => {
    const held = (on: string) => ({
      ...{ on, kind: 'morning' as const, templateId: 'standard-15', host: outlet.uid('lobby-manager') },
      ...{ startedAt: at('08:25', on), endedAt: at('08:41', on) },
    })

    it('is entered the same day by anybody, and says so', async () => {
      outlet.ports.setNow(at('23:30'))
      await lobby.people.signIn({ personUid: outlet.uid('lobby-manager'), pin: outlet.pinOf('lobby-manager') })
      const meeting = await lobby.meetings.enterLate(held('2026-11-23'))
      expect(meeting.meeting).toMatchObject({ isLate: true, lateReason: null, startedAt: at('08:25') })
      await outlet.focus(meeting)
      expect(await outlet.sign(meeting)).toMatchObject({ outcome: 'signed' })
    })

    it('of an earlier day takes the head and a reason', async () => {
      await outlet.dawn('2026-11-24')
      await expect(lobby.meetings.enterLate(held('2026-11-23'))).rejects.toMatchObject({
        data: { reason: 'meetingDayOver' },
      })
      const reason = '当天停电'
      await expect(lobby.meetings.enterPast({ ...held('2026-11-23'), reason })).rejects.toMatchObject({
        code: 'forbidden',
      })
      const meeting = await head.meetings.enterPast({ ...held('2026-11-23'), reason })
      expect(meeting.meeting).toMatchObject({ isLate: true, lateReason: reason })
      await outlet.focus(meeting)
      expect(await outlet.sign(meeting)).toMatchObject({ outcome: 'signed' })
    })

    it('offers a draft again only the same day; later the head lets it be signed with a reason', async () => {
      const meeting = await outlet.begin()
      await outlet.focus(meeting)
      expect((await lobby.meetings.running({}))?.uid).toBe(meeting.meeting.uid)
      await outlet.dawn('2026-11-24')
      expect(await lobby.meetings.running({})).toBeNull()
      expect((await lobby.meetings.day({})).missing).toEqual([
        { on: '2026-11-23', kind: 'morning', draft: meeting.meeting.uid },
      ])
      await expect(outlet.focus(meeting)).rejects.toMatchObject({ data: { reason: 'meetingDayOver' } })
      await expect(outlet.sign(meeting)).rejects.toMatchObject({ data: { reason: 'meetingDayOver' } })
      const allowed = await head.meetings.allowLate({ meeting: meeting.meeting.uid, reason: '忘了签' })
      expect(allowed.may).toMatchObject({ write: true, sign: true })
      expect(await outlet.sign(meeting)).toMatchObject({
        outcome: 'signed',
        meeting: { meeting: { isLate: true, lateReason: '忘了签' } },
      })
      expect((await lobby.meetings.day({})).missing).toEqual([])
    })

    it('is asked for until somebody says why there was none', async () => {
      await outlet.hold()
      await outlet.dawn('2026-11-25')
      expect((await lobby.meetings.day({})).missing).toEqual([{ on: '2026-11-24', kind: 'morning', draft: null }])
      await lobby.meetings.explainDay({ on: '2026-11-24', kind: 'morning', reason: '系统切换' })
      const day = await lobby.meetings.day({})
      expect(day.missing).toEqual([])
      expect(day.reasons).toMatchObject([{ on: '2026-11-24', reason: '系统切换', by: '沈知夏' }])
      await expect(
        lobby.meetings.explainDay({ on: '2026-11-23', kind: 'morning', reason: '没开' }),
      ).rejects.toMatchObject({ data: { reason: 'meetingExists' } })
    })
  })

  it('pairs everybody once, and one person twice at most', async () => {
    const { meeting } = await outlet.begin()
    const pair = (a: string, b: string, fixed: string | null = null) => ({ a: outlet.uid(a), b: outlet.uid(b), fixed })
    const pairs = [pair('outlet-head', 'teller', '工牌戴正'), pair('lobby-manager', 'ops-supervisor')]
    const read = await lobby.meetings.setPairs({ meeting: meeting.uid, pairs })
    expect(read.pairs).toHaveLength(2)
    const odd = [...pairs, pair('security-guard', 'outlet-head')]
    expect((await lobby.meetings.setPairs({ meeting: meeting.uid, pairs: odd })).pairs).toHaveLength(3)
    for (const wrong of [[pair('teller', 'teller')], [...odd, pair('teller', 'lobby-manager')]]) {
      await expect(lobby.meetings.setPairs({ meeting: meeting.uid, pairs: wrong })).rejects.toMatchObject({
        data: { reason: 'pairTwice' },
      })
    }
  })
})
