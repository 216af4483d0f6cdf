import { z } from 'zod'
import { PersonRef } from './patrols.ts'
import { command, Day, Instant, query, READERS, STAFF, Uid } from './procedure.ts'
import { Month } from './reports.ts'

/** Characters of what the customer said. */
export const LONGEST_PRAISE = 300
export const MOST_PRAISED = 20

/** How it reached the outlet. */
export const PRAISE_CHANNELS = ['counter', 'guest-book', 'call', 'letter', 'banner', 'online', 'hotline'] as const
export const PraiseChannel = z.enum(PRAISE_CHANNELS)
export type PraiseChannel = z.infer<typeof PraiseChannel>

export const Praise = z.object({
  uid: Uid,
  /** The day the customer said it. */
  on: Day,
  channel: PraiseChannel,
  words: z.string(),
  /** Whom it names; empty where it means the outlet as a whole. */
  people: z.array(PersonRef).max(MOST_PRAISED),
  enteredBy: PersonRef,
  enteredAt: Instant,
  mayWithdraw: z.boolean(),
  withdrawn: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
})
export type Praise = z.infer<typeof Praise>

/** What customers praised: for the meeting, as evidence, and as a reason to nominate. */
export const praises = {
  /** Newest first; without a month a person's of any time, everybody's of the last year. Withdrawn ones are left out unless `withdrawn` asks for them. */
  list: query(
    [...READERS],
    z.object({
      month: Month.nullable().default(null),
      person: Uid.nullable().default(null),
      withdrawn: z.boolean().default(false),
      search: z.string().max(60).default(''),
      limit: z.int().min(1).max(200).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.object({ praises: z.array(Praise).max(200), total: z.int() }),
  ),
  /** By anybody but those whom it names. */
  add: command(
    [...STAFF],
    z.object({
      on: Day,
      channel: PraiseChannel,
      words: z.string().trim().min(1, 'required').max(LONGEST_PRAISE, 'tooLong'),
      people: z.array(Uid).max(MOST_PRAISED),
    }),
    Praise,
  ),
  /** By whoever entered it, and by the head; it stays with who and why. */
  withdraw: command(
    [...STAFF],
    z.object({ uid: Uid, reason: z.string().trim().min(1, 'required').max(200, 'tooLong') }),
    Praise,
  ),
}
