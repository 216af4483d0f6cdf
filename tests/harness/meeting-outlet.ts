import type { Client } from '../../shared/contract/index.ts'
import type { Meeting } from '../../shared/contract/meetings.ts'
import { startTestOutlet, type TestOutlet } from './test-service.ts'

const POSTS = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'teller'] as const
type Post = (typeof POSTS)[number]
const FIRST_PIN = 777_778

/** 2026-11-23 is a Monday; the outlet opens on weekdays. */
export const at = (clock: string, day = '2026-11-23') => Date.parse(`${day}T${clock}:00+08:00`)

export interface MeetingOutlet extends TestOutlet {
  uid(post: string): string
  pinOf(post: Post): string
  /** Signs everybody in again: the seats of yesterday are idle. */
  dawn(day: string, clock?: string): Promise<void>
  begin(templateId?: string, host?: Post): Promise<Meeting>
  focus(meeting: Meeting, words?: string): ReturnType<Client['meetings']['addLine']>
  finish(meeting: Meeting): Promise<Meeting>
  sign(meeting: Meeting, host?: Post): ReturnType<Client['meetings']['sign']>
  /** A whole meeting with one focus item. */
  hold(templateId?: string, host?: Post): Promise<{ meeting: Meeting; line: string }>
  step(meeting: Meeting, capture: string): number
}

/** An outlet whose people have PINs of their own, one each. */
export async function startMeetingOutlet(): Promise<MeetingOutlet> {
  const outlet = await startTestOutlet()
  const lobby = outlet.as('lobby-manager')
  const uid = (post: string) => outlet.people[post] ?? ''
  const pinOf = (post: Post) => String(FIRST_PIN + POSTS.indexOf(post))
  for (const post of POSTS) {
    outlet.ports.database
      .prepare('UPDATE credential SET hash = ? WHERE staff_id = (SELECT id FROM staff WHERE uid = ?)')
      .run(`plain$${pinOf(post)}`, uid(post))
  }
  const step = (meeting: Meeting, capture: string) =>
    meeting.template.steps.findIndex(({ captures }) => (captures as string[]).includes(capture))
  const begin: MeetingOutlet['begin'] = (templateId = 'standard-15', host = 'lobby-manager') =>
    lobby.meetings.begin({ kind: templateId === 'evening-10' ? 'evening' : 'morning', templateId, host: uid(host) })
  const focus: MeetingOutlet['focus'] = (meeting, words = '三号窗口九点前开') =>
    lobby.meetings.addLine({
      ...{ meeting: meeting.meeting.uid, position: step(meeting, 'focus-items'), capture: 'focus-items' },
      ...{ words, person: uid('teller') },
    })
  const finish = (meeting: Meeting) => lobby.meetings.finish({ meeting: meeting.meeting.uid })
  const sign: MeetingOutlet['sign'] = (meeting, host = 'lobby-manager') =>
    lobby.meetings.sign({ meeting: meeting.meeting.uid, pin: pinOf(host) })
  return {
    ...outlet,
    ...{ uid, pinOf, step, begin, focus, finish, sign },
    async dawn(day, clock = '08:20') {
      outlet.ports.setNow(at(clock, day))
      for (const post of POSTS) await outlet.as(post).people.signIn({ personUid: uid(post), pin: pinOf(post) })
    },
    async hold(templateId, host) {
      const meeting = await begin(templateId, host)
      const { uid: line } = await focus(meeting)
      outlet.ports.advance(15 * 60_000)
      await finish(meeting)
      await sign(meeting, host)
      return { meeting, line }
    },
  }
}
