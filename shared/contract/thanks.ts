import { z } from 'zod'
import { PersonRef } from './patrols.ts'
import { command, Day, Done, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'
import { Month } from './reports.ts'

/** Characters of the sentence. */
export const LONGEST_THANKS = 120

export const ThanksValue = z.object({ id: z.string(), name: z.object({ zh: z.string(), en: z.string() }) })
export type ThanksValue = z.infer<typeof ThanksValue>

export const ThanksCard = z.object({
  uid: Uid,
  from: PersonRef,
  to: PersonRef,
  words: z.string(),
  /** One of the values of `options`; a value that left the list keeps its id. */
  value: z.string(),
  /** Seen by giver and receiver alone. */
  isPrivate: z.boolean(),
  on: Day,
  at: Instant,
  /** Until when the caller may take it back without a trace; null where that is over or not theirs. */
  undoUntil: Instant.nullable(),
  mayWithdraw: z.boolean(),
  withdrawn: z.object({ at: Instant, by: z.string(), reason: z.string() }).nullable(),
})
export type ThanksCard = z.infer<typeof ThanksCard>

export const THANKS_BOXES = ['wall', 'received', 'given'] as const
export const ThanksBox = z.enum(THANKS_BOXES)
export type ThanksBox = z.infer<typeof ThanksBox>

/** Cards from colleague to colleague. Private ones reach nobody but the two, whoever asks and however. */
export const thanks = {
  /** What the form offers the caller. */
  options: query(
    [...READERS],
    Nothing,
    z.object({
      values: z.array(ThanksValue).max(9),
      /** The value of the caller's last card. */
      lastValue: z.string().nullable(),
      aDay: z.int(),
      leftToday: z.int(),
      inSevenDays: z.int(),
      /** Given to the caller and not looked at yet. */
      unseen: z.int(),
    }),
  ),
  /** Newest first. `wall`: public cards of the month; the other two are the caller's own, of any time without a month. */
  list: query(
    [...READERS],
    z.object({
      box: ThanksBox,
      month: Month.optional(),
      search: z.string().max(60).default(''),
      limit: z.int().min(1).max(200).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.object({ cards: z.array(ThanksCard).max(200), total: z.int() }),
  ),
  /** The caller has looked at the cards given to them, up to the newest that was shown. */
  see: command([...STAFF], z.object({ until: Instant }), Done, 'journal'),
  give: command(
    [...STAFF],
    z.object({
      to: Uid,
      words: z.string().trim().min(1, 'required').max(LONGEST_THANKS, 'tooLong'),
      value: z.string().min(1, 'required').max(40),
      isPrivate: z.boolean().default(false),
    }),
    ThanksCard,
    'journal',
  ),
  /** Takes a card back as if it had never been; by its giver, for some minutes. */
  undo: command([...STAFF], z.object({ uid: Uid }), Done, 'journal'),
  /** Later: the card stays with who withdrew it and why. By its giver; a public one by the head as well. */
  withdraw: command(
    [...STAFF],
    z.object({ uid: Uid, reason: z.string().trim().min(1, 'required').max(200, 'tooLong') }),
    ThanksCard,
    'journal',
  ),
}
