import { z } from 'zod'
import { command, Day, Instant, LEADS, query, READERS, STAFF, Uid } from './procedure.ts'

export const MOST_READERS = 200

const NoticeFields = {
  title: z.string().trim().min(1, 'required').max(120, 'tooLong'),
  words: z.string().trim().max(4000, 'tooLong'),
  /** Who issued it: a department, a number. */
  source: z.string().trim().max(120, 'tooLong').nullable(),
  receivedOn: Day,
  /** The last day on which everybody should have heard it. */
  passBy: Day.nullable(),
}

export const NoticeReader = z.object({
  uid: Uid,
  name: z.string(),
  at: Instant.nullable(),
  /** Heard when it was passed on, or read alone; null as long as it is unknown to the person. */
  way: z.enum(['heard', 'read']).nullable(),
})

export const Notice = z.object({
  uid: Uid,
  ...NoticeFields,
  enteredAt: Instant,
  enteredBy: z.string(),
  /** When it was first passed on; null while it waits. */
  passedAt: Instant.nullable(),
  withdrawnReason: z.string().nullable(),
  /** How many of those who work here now know it. */
  knownBy: z.int(),
  staffCount: z.int(),
  isKnownToMe: z.boolean(),
})
export type Notice = z.infer<typeof Notice>

/** What the upper branch or the head wants everybody to know: passed on in a meeting, read by who was away. */
export const notices = {
  /** Newest first. `waiting`: not passed on yet; `unread`: unknown to the caller. */
  list: query(
    [...READERS],
    z.object({
      state: z.enum(['all', 'waiting', 'unread']).default('all'),
      search: z.string().max(60).default(''),
      limit: z.int().min(1).max(200).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.object({ notices: z.array(Notice).max(200), total: z.int() }),
  ),
  /** One notice with everybody who works here or knows it. */
  card: query(
    [...READERS],
    z.object({ uid: Uid }),
    z.object({ notice: Notice, readers: z.array(NoticeReader).max(MOST_READERS) }),
  ),
  add: command([...LEADS], z.object(NoticeFields), Notice),
  /** Refused once somebody knows it: a correction is a notice of its own. */
  update: command([...LEADS], z.object({ uid: Uid, ...NoticeFields }), Notice),
  withdraw: command(
    [...LEADS],
    z.object({ uid: Uid, reason: z.string().trim().min(1, 'required').max(200, 'tooLong') }),
    Notice,
  ),
  /** Tells it to these people, as in a meeting. Whoever knows it already keeps the first time. */
  passOn: command([...STAFF], z.object({ uid: Uid, people: z.array(Uid).min(1).max(MOST_READERS) }), Notice),
  /** The signed-in person has read it. */
  read: command([...STAFF], z.object({ uid: Uid }), Notice),
}
