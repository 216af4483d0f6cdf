import { z } from 'zod'
import { Severity } from './checklists.ts'
import { command, Day, Done, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'

/** Why the rules ask for one. */
export const SPREAD_REASONS = ['severity', 'repeat', 'complaint-upheld'] as const
/** A spot that was struck need not be looked at; its reason stands in the note. */
export const SPOT_RESULTS = ['pass', 'fail', 'struck'] as const

const Note = z.string().trim().max(1000, 'tooLong')
const TaskRef = z.object({ uid: Uid, no: z.string() })

export const SpreadSpot = z.object({
  id: z.int(),
  item: z.string().nullable(),
  itemText: z.object({ zh: z.string(), en: z.string() }).nullable(),
  zone: z.string().nullable(),
  /** Where it was added by hand, or the item's Chinese wording. */
  description: z.string(),
  result: z.enum(SPOT_RESULTS).nullable(),
  note: z.string().nullable(),
  checkedAt: Instant.nullable(),
  checkedBy: z.string().nullable(),
  /** What the fail opened, or what was open for the spot already. */
  task: TaskRef.nullable(),
})
export type SpreadSpot = z.infer<typeof SpreadSpot>

export const SpreadCheck = z.object({
  startedAt: Instant,
  startedBy: z.string(),
  doneAt: Instant.nullable(),
  doneBy: z.string().nullable(),
  note: z.string().nullable(),
  spots: z.array(SpreadSpot).max(100),
})

export const SpreadCard = z.object({
  /** Empty where the rules ask for none. */
  reasons: z.array(z.enum(SPREAD_REASONS)),
  /** Last day to finish it. */
  dueOn: Day,
  isOverdue: z.boolean(),
  mayCheck: z.boolean(),
  check: SpreadCheck.nullable(),
  /** Where this task is itself what a spread check found. */
  origin: TaskRef.nullable(),
})
export type SpreadCard = z.infer<typeof SpreadCard>

/** 举一反三: what went wrong in one spot is looked for in every spot of its kind. */
export const spreadChecks = {
  card: query([...READERS], z.object({ taskUid: Uid }), SpreadCard),
  /** Asked for and not finished, the oldest fault first. */
  list: query(
    [...READERS],
    Nothing,
    z
      .array(
        z.object({
          task: TaskRef,
          description: z.string(),
          itemText: z.object({ zh: z.string(), en: z.string() }).nullable(),
          severity: Severity,
          dueOn: Day,
          isOverdue: z.boolean(),
          spots: z.int(),
          checked: z.int(),
        }),
      )
      .max(200),
  ),
  /** Lists the spots of the same kind, to be added to and struck from. */
  start: command([...STAFF], z.object({ taskUid: Uid }), SpreadCard),
  addSpot: command(
    [...STAFF],
    z.object({ taskUid: Uid, zone: z.string().nullable(), description: Note.min(1, 'required') }),
    SpreadCard,
  ),
  /** A fail needs a note and opens a task; a struck spot needs its reason. Results stand. */
  check: command(
    [...STAFF],
    z.object({
      taskUid: Uid,
      spots: z
        .array(z.object({ id: z.int(), result: z.enum(SPOT_RESULTS), note: Note.default('') }))
        .min(1)
        .max(100),
    }),
    SpreadCard,
  ),
  finish: command([...STAFF], z.object({ taskUid: Uid, note: Note.default('') }), Done),
}
