import { beforeEach, describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import type { Meeting } from '../../shared/contract/meetings.ts'
import { startTestOutlet, type TestOutlet } from '../harness/test-service.ts'

/** 2026-11-23 is a Monday; the outlet opens on weekdays. */
const at = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+08:00`)
const PIN = '777778'

describe('meetings', () => {
  let outlet: TestOutlet
  let head: Client
  let lobby: Client
  let teller: Client
  let uid: (post: string) => string

  beforeEach(async () => {
    outlet = await startTestOutlet()
    head = outlet.as('outlet-head')
    lobby = outlet.as('lobby-manager')
    teller = outlet.as('teller')
    uid = (post) => outlet.people[post] ?? ''
    for (const [index, post] of ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller'].entries()) {
      outlet.ports.database
        .prepare('UPDATE credential SET hash = ? WHERE staff_id = (SELECT id FROM staff WHERE uid = ?)')
        .run(`plain$${Number(PIN) + index}`, uid(post))
    }
  })

  const pinOf = (post: string) =>
    String(Number(PIN) + ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller'].indexOf(post))
  const begin = (templateId = 'standard-15', post = 'lobby-manager', kind: 'morning' | 'evening' = 'morning') =>
    lobby.meetings.begin({ kind, templateId, host: uid(post) })
  const stepOf = (meeting: Meeting, capture: string) =>
    meeting.template.steps.findIndex(({ captures }) => (captures as string[]).includes(capture))
  const focus = (meeting: Meeting, words = '三号窗口九点前开') =>
    lobby.meetings.addLine({
      meeting: meeting.meeting.uid,
      position: stepOf(meeting, 'focus-items'),
      capture: 'focus-items',
      words,
      person: uid('teller'),
    })
  const sign = (meeting: Meeting, post = 'lobby-manager') =>
    lobby.meetings.sign({ meeting: meeting.meeting.uid, pin: pinOf(post) })
  const hold = async (templateId?: string) => {
    const meeting = await begin(templateId)
    const line = await focus(meeting)
    outlet.ports.advance(15 * 60_000)
    await lobby.meetings.finish({ meeting: meeting.meeting.uid })
    await sign(meeting)
    return { meeting, line }
  }
  const tomorrow = async (clock = '08:20', day = '2026-11-24') => {
    outlet.ports.setNow(at(clock, day))
    for (const [post, client] of [
      ['lobby-manager', lobby],
      ['outlet-head', head],
      ['teller', teller],
    ] as const) {
      await client.people.signIn({ personUid: uid(post), pin: pinOf(post) })
    }
  }

  it('runs from the roll-call to the signature of the host', async () => {
    const meeting = await begin()
    const { uid: of } = meeting.meeting
    expect(meeting).toMatchObject({ position: 0, quorum: { due: 5, present: 5, needed: 3, isReached: true } })
    const rolled = await lobby.meetings.setAttendance({
      meeting: of,
      attendance: [{ person: uid('teller'), state: 'absent', reason: '病假', coveredBy: uid('ops-supervisor') }],
    })
    expect(rolled.quorum).toMatchObject({ due: 5, present: 4 })
    outlet.ports.advance(95_000)
    const moved = await lobby.meetings.goTo({ meeting: of, position: 1 })
    expect(moved.steps[0]).toMatchObject({ stepId: 'gather', seconds: 95, isOver: false })
    await focus(meeting)
    await expect(sign(meeting)).rejects.toMatchObject({ data: { reason: 'meetingNotOver' } })
    outlet.ports.advance(8 * 60_000)
    const over = await lobby.meetings.finish({ meeting: of })
    expect(over.steps[1]).toMatchObject({ seconds: 480, isOver: true })
    expect(await sign(meeting, 'teller')).toMatchObject({ outcome: 'refused', triesLeft: 4 })
    const signed = await sign(meeting)
    expect(signed).toMatchObject({
      outcome: 'signed',
      meeting: {
        meeting: { state: 'signed', signedBy: '沈知夏', isHeld: true },
        digest: expect.stringMatching(/^\w{64}$/),
      },
    })
  })

  it('brings what is unfinished back next morning until it is done', async () => {
    const { line } = await hold()
    await tomorrow()
    const next = await begin('standard-15', 'outlet-head')
    expect(next.returned).toMatchObject([{ uid: line.uid, state: 'open', mornings: 1, person: { name: '许一诺' } }])
    await lobby.meetings.endLine({ uid: line.uid, as: 'done' })
    const read = await lobby.meetings.read({ meeting: next.meeting.uid })
    expect(read.returned).toMatchObject([{ uid: line.uid, state: 'done', endedBy: '沈知夏' }])
    expect((await lobby.meetings.day({})).openLineCount).toBe(0)
  })
})
