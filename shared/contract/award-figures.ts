import { z } from 'zod'
import { PersonRef } from './patrols.ts'
import { AnyPostId } from './people.ts'
import { command, query, READERS } from './procedure.ts'
import { Month } from './reports.ts'

export const MOST_MONTHS = 24

const Counts = { thanks: z.int(), awards: z.int() }

export const AwardFigures = z.object({
  /** Public cards and granted awards, by the month they were given in; the oldest first. */
  months: z.array(z.object({ month: Month, ...Counts })).max(MOST_MONTHS),
  /** Granted, the most first. */
  kinds: z.array(z.object({ kind: z.string(), awards: z.int() })),
  /** People of a post who work here now, and how many of them were recognised. */
  posts: z.array(z.object({ post: AnyPostId, people: z.int(), recognised: z.int(), ...Counts })),
  /** Of those who work here now: a public card or a granted award in these months. */
  recognised: z.object({ part: z.int(), of: z.int() }),
  total: z.object(Counts),
  /** The caller's own. */
  mine: z.object(Counts),
  /** By person: for the head, and for everybody once the head shows it. Null otherwise. */
  people: z
    .array(z.object({ person: PersonRef, post: AnyPostId, ...Counts }))
    .max(500)
    .nullable(),
  isRankingShown: z.boolean(),
})
export type AwardFigures = z.infer<typeof AwardFigures>

export const awardFigures = {
  read: query([...READERS], z.object({ from: Month, to: Month }), AwardFigures),
  /** Whether everybody sees the figures by person; off until the head decides. */
  showRanking: command(['outlet-head'], z.object({ isShown: z.boolean() }), z.object({ isShown: z.boolean() })),
}
