import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { at, type MeetingOutlet, startMeetingOutlet } from '../harness/meeting-outlet.ts'

describe('what a signed log holds', () => {
  let outlet: MeetingOutlet
  let lobby: Client
  let head: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
    head = outlet.as('outlet-head')
  })

  const away = (posts: readonly string[]) =>
    posts.map((post) => ({ person: outlet.uid(post), state: 'absent' as const, reason: '外出' }))
  const FEW = ['outlet-head', 'ops-supervisor', 'teller']

  it('is signed by the PIN of whoever hosts it then, not of the host before', async () => {
    const meeting = await outlet.begin()
    await outlet.focus(meeting)
    await outlet.finish(meeting)
    const { pinHash } = outlet.ports
    const { verify } = pinHash
    pinHash.verify = async (pin, hash) => {
      pinHash.verify = verify
      const isRight = await verify(pin, hash)
      await head.meetings.setHost({ meeting: meeting.meeting.uid, host: outlet.uid('teller') })
      return isRight
    }
    await expect(outlet.sign(meeting)).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'meetingHostChanged' },
    })
    expect((await lobby.meetings.read({ meeting: meeting.meeting.uid })).meeting).toMatchObject({
      ...{ state: 'draft', host: { name: '许一诺' }, signedBy: null },
    })
    expect(await outlet.sign(meeting, 'teller')).toMatchObject({ outcome: 'signed' })
  })

  it('says not held where too few came, written down late or put right after its end as well', async () => {
    outlet.ports.setNow(at('08:50'))
    const late = await lobby.meetings.enterLate({
      ...{ on: '2026-11-23', kind: 'morning', templateId: 'standard-15', host: outlet.uid('lobby-manager') },
      ...{ startedAt: at('08:25'), endedAt: at('08:41') },
    })
    await lobby.meetings.setAttendance({ meeting: late.meeting.uid, attendance: away(FEW) })
    expect(await outlet.sign(late)).toMatchObject({ outcome: 'signed', meeting: { meeting: { isHeld: false } } })

    const meeting = await outlet.begin()
    const { uid } = meeting.meeting
    await outlet.focus(meeting)
    await lobby.meetings.setAttendance({ meeting: uid, attendance: away(FEW) })
    expect((await outlet.finish(meeting)).meeting.isHeld).toBe(false)
    const came = FEW.map((post) => ({ person: outlet.uid(post), state: 'late' as const }))
    await lobby.meetings.setAttendance({ meeting: uid, attendance: came })
    expect(await outlet.sign(meeting)).toMatchObject({ outcome: 'signed', meeting: { meeting: { isHeld: true } } })
  })

  it('keeps how many were due whatever is announced afterwards', async () => {
    const meeting = await outlet.begin()
    const { uid } = meeting.meeting
    await outlet.focus(meeting)
    await lobby.meetings.setAttendance({ meeting: uid, attendance: away(['teller']) })
    await outlet.finish(meeting)
    await outlet.sign(meeting)
    const { quorum } = await lobby.meetings.read({ meeting: uid })
    expect(quorum).toMatchObject({ due: 5, present: 4 })
    outlet.ports.advance(60_000)
    await lobby.meetings.announceAbsence({ on: '2026-11-23', person: outlet.uid('teller'), reason: '补假' })
    expect((await lobby.meetings.read({ meeting: uid })).quorum).toEqual(quorum)
  })

  it('calls the rest without touching whom another seat called meanwhile', async () => {
    const { meeting, attendance } = await outlet.begin()
    const { uid } = meeting
    await lobby.meetings.setAttendance({
      meeting: uid,
      attendance: [{ person: outlet.uid('teller'), state: 'late', reason: '堵车' }],
    })
    const rest = attendance.map(({ person, state }) => ({ person: person.uid, state }))
    const called = await lobby.meetings.setAttendance({ meeting: uid, attendance: rest, onlyUncalled: true })
    expect(called.meeting.isCalled).toBe(true)
    const stateOf = (post: string) => called.attendance.find(({ person }) => person.uid === outlet.uid(post))
    expect(stateOf('teller')).toMatchObject({ state: 'late', reason: '堵车' })
    expect(stateOf('ops-supervisor')).toMatchObject({ state: 'present' })
  })

  it('takes the roll of its day, also of somebody who has left since', async () => {
    const meeting = await outlet.begin()
    const { uid } = meeting.meeting
    await outlet.focus(meeting)
    const teller = (await head.people.list({})).find((person) => person.uid === outlet.uid('teller'))
    if (!teller) throw new Error('no teller')
    const { role: _role, hasPin: _hasPin, pinyin: _pinyin, unit: _unit, validUntil: _until, ...fields } = teller
    await head.people.update({ ...fields, isActive: false } as never)
    const { attendance } = await lobby.meetings.read({ meeting: uid })
    const everybody = attendance.map(({ person, state }) => ({ person: person.uid, state }))
    expect(everybody).toHaveLength(5)
    const called = await lobby.meetings.setAttendance({ meeting: uid, attendance: everybody })
    expect(called.meeting.isCalled).toBe(true)
    const covered = [
      { person: outlet.uid('ops-supervisor'), state: 'absent' as const, coveredBy: outlet.uid('teller') },
    ]
    expect((await lobby.meetings.setAttendance({ meeting: uid, attendance: covered })).attendance).toContainEqual(
      expect.objectContaining({ state: 'absent', coveredBy: expect.objectContaining({ name: '许一诺' }) }),
    )
    await outlet.dawn('2026-11-24')
    const next = await outlet.begin()
    const gone = [{ person: outlet.uid('teller'), state: 'present' as const }]
    await expect(lobby.meetings.setAttendance({ meeting: next.meeting.uid, attendance: gone })).rejects.toMatchObject({
      data: { reason: 'personGone' },
    })
  })

  it('holds why somebody is away; the audit chain, which nobody can clear, does not', async () => {
    const absence = { on: '2026-11-23', person: outlet.uid('teller') }
    await lobby.meetings.announceAbsence({ ...absence, reason: '住院检查' })
    const { attendance } = await outlet.begin()
    expect(attendance.find(({ state }) => state === 'absent')?.reason).toBe('住院检查')
    await lobby.meetings.withdrawAbsence(absence)
    const entries = outlet.ports.database.prepare('SELECT * FROM audit_entry').all()
    expect(JSON.stringify(entries)).toContain('meeting-absence')
    expect(JSON.stringify(entries)).not.toContain('住院')
  })

  it('keeps an absence that a signed log has counted', async () => {
    const absence = { on: '2026-11-23', person: outlet.uid('teller') }
    await lobby.meetings.announceAbsence({ ...absence, reason: '休假' })
    const { meeting } = await outlet.hold()
    const { quorum } = await lobby.meetings.read({ meeting: meeting.meeting.uid })
    expect(quorum).toMatchObject({ due: 4, present: 4 })
    await lobby.meetings.announceAbsence({ ...absence, reason: '年假' })
    await expect(lobby.meetings.withdrawAbsence(absence)).rejects.toMatchObject({ data: { reason: 'absenceInLog' } })
    expect((await lobby.meetings.read({ meeting: meeting.meeting.uid })).quorum).toEqual(quorum)
  })

  it('ends no earlier than it began where the clock was set back', async () => {
    const meeting = await outlet.begin()
    await outlet.focus(meeting)
    outlet.ports.advance(-10 * 60_000)
    const { startedAt, endedAt } = (await outlet.finish(meeting)).meeting
    expect(endedAt).toBe(startedAt)
    expect(await outlet.sign(meeting)).toMatchObject({ outcome: 'signed' })
  })

  it('ends when it ended last, where it was gone back to', async () => {
    const meeting = await outlet.begin()
    const { uid } = meeting.meeting
    outlet.ports.advance(10 * 60_000)
    await outlet.finish(meeting)
    outlet.ports.advance(60_000)
    await lobby.meetings.goTo({ meeting: uid, position: 1 })
    outlet.ports.advance(4 * 60_000)
    expect((await outlet.finish(meeting)).meeting.endedAt).toBe(meeting.meeting.startedAt + 15 * 60_000)
  })

  it('takes a note only from whoever has seen what stands there', async () => {
    const { meeting } = await outlet.begin()
    const note = { meeting: meeting.uid, position: 0 }
    await lobby.meetings.note({ ...note, words: '到齐', basedOn: '' })
    await expect(head.meetings.note({ ...note, words: '缺一人', basedOn: '' })).rejects.toMatchObject({
      data: { reason: 'noteChanged' },
    })
    await head.meetings.note({ ...note, words: '到齐，一人迟到', basedOn: '到齐' })
    expect((await lobby.meetings.read({ meeting: meeting.uid })).steps[0]?.note).toBe('到齐，一人迟到')
  })

  it('leaves the reason of a day without one where a draft was begun by mistake', async () => {
    const reason = '系统切换'
    await lobby.meetings.explainDay({ on: '2026-11-23', kind: 'morning', reason })
    const meeting = await outlet.begin()
    await lobby.meetings.drop({ meeting: meeting.meeting.uid, reason: '误开' })
    expect((await lobby.meetings.day({})).reasons).toMatchObject([{ on: '2026-11-23', reason }])
    await outlet.hold()
    expect((await lobby.meetings.day({})).reasons).toEqual([])
  })
})

it('the month of the first meeting misses no day before it', async () => {
  const outlet = await startMeetingOutlet()
  await outlet.hold()
  await outlet.dawn('2026-11-25')
  const { morning, days } = await outlet.as('outlet-head').meetings.month({ month: '2026-11' })
  expect(morning).toMatchObject({ due: 2, held: 1, missing: 1, heldRate: 0.5 })
  expect(days.filter(({ isDue }) => isDue).map(({ on }) => on)).toEqual(['2026-11-23', '2026-11-24'])
})

describe('a line that is raised', () => {
  let outlet: MeetingOutlet
  let lobby: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
  })

  it('leaves the list and the file with the draft it was said in', async () => {
    const meeting = await outlet.begin()
    const { uid } = await outlet.focus(meeting)
    await lobby.meetings.raise({ uid })
    await lobby.meetings.drop({ meeting: meeting.meeting.uid, reason: '误开' })
    expect(await lobby.meetings.raised({})).toEqual([])
    expect((await lobby.meetings.raisedFile({})).fileName).toContain('2026-11-23')
  })

  it('is not removed', async () => {
    const { uid } = await outlet.focus(await outlet.begin())
    await lobby.meetings.raise({ uid })
    await expect(lobby.meetings.removeLine({ uid })).rejects.toMatchObject({
      code: 'conflict',
      data: { reason: 'lineRaised' },
    })
  })
})

describe('the host of the next day', () => {
  let outlet: MeetingOutlet
  let lobby: Client

  beforeEach(async () => {
    outlet = await startMeetingOutlet()
    lobby = outlet.as('lobby-manager')
  })

  const proposed = async (on: string) =>
    (await lobby.meetings.day({ on })).proposals.find(({ kind }) => kind === 'morning')?.host?.name
  const agree = async (post: string) => {
    const meeting = await outlet.begin()
    const position = outlet.step(meeting, 'next-host')
    const said = { words: '轮到', person: outlet.uid(post) }
    return lobby.meetings.addLine({ meeting: meeting.meeting.uid, position, capture: 'next-host', ...said })
  }

  it('is not whoever took it over and is away', async () => {
    await lobby.meetings.swapHost({ on: '2026-11-24', kind: 'morning', host: outlet.uid('teller') })
    expect(await proposed('2026-11-24')).toBe('许一诺')
    await lobby.meetings.announceAbsence({ on: '2026-11-24', person: outlet.uid('teller'), reason: '休假' })
    expect(await proposed('2026-11-24')).not.toBe('许一诺')
    const meeting = await outlet.begin()
    const position = meeting.template.steps.findIndex(({ shows }) => shows.includes('roster.next-host'))
    const blocks = await lobby.meetings.screenData({ meeting: meeting.meeting.uid, position })
    expect(blocks.find(({ key }) => key === 'roster.next-host')?.rows[0]?.person).not.toBe('许一诺')
  })

  it('follows the line that was put right, and its removal', async () => {
    const { uid } = await agree('teller')
    expect(await proposed('2026-11-24')).toBe('许一诺')
    const changed = { words: '换一位', person: outlet.uid('ops-supervisor'), dueOn: null }
    await lobby.meetings.changeLine({ uid, ...changed })
    expect(await proposed('2026-11-24')).toBe('顾青禾')
    await lobby.meetings.removeLine({ uid })
    const { proposals } = await lobby.meetings.day({ on: '2026-11-24' })
    expect(proposals[0]).toMatchObject({ kind: 'morning', isSwapped: false })
  })
})
