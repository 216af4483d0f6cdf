import { z } from 'zod'
import { RoundId } from './checklists.ts'
import { Figures } from './figures.ts'
import { MeetingKind } from './meetings.ts'
import { DayPlan, PersonRef } from './patrols.ts'
import { Day, Instant, Nothing, query, READERS, Uid } from './procedure.ts'
import { Rectification } from './rectifications.ts'

export const MEETING_STAGES = [
  'planned',
  'due',
  /** Past its time and not begun. */
  'late',
  /** Past the end of its window and not begun. */
  'missing',
  'running',
  /** Held, and waits for its signature. */
  'draft',
  'signed',
  /** Fewer came than it takes. */
  'not-held',
  /** None today, for a reason. */
  'explained',
] as const

/** A meeting as a stage of the day. */
export const MeetingStage = z.object({
  kind: MeetingKind,
  /** Null before it begins. */
  uid: Uid.nullable(),
  state: z.enum(MEETING_STAGES),
  name: z.object({ zh: z.string(), en: z.string() }),
  minutes: z.int(),
  /** What it begins with, after one with too few the short one; null where none of its kind is on. */
  begins: z.object({ templateId: z.string(), name: z.object({ zh: z.string(), en: z.string() }) }).nullable(),
  /** Null where nobody who may host is there. */
  host: PersonRef.nullable(),
  windowStart: Instant,
  windowEnd: Instant,
  due: z.int(),
  /** Whether the roll-call was taken: nobody counts as there before. */
  isCalled: z.boolean(),
  /** Present and late; before the roll-call whoever has not announced to be away. */
  present: z.int(),
  /** Unfinished lines of earlier meetings that come back in it, of a signed one those that came back; and how many are past their day. */
  returning: z.int(),
  returningLate: z.int(),
  reason: z.string().nullable(),
})
export type MeetingStage = z.infer<typeof MeetingStage>

export const MATTER_KINDS = [
  'care',
  'complaint',
  'answer',
  'reply',
  'award-objection',
  'award-sheet',
  'award-decision',
  'award-monthly',
  'award-quarterly',
  'device',
  'notice',
  'thanks',
  'certificate',
] as const

/** What waits for the person and is no task. */
export const Matter = z.object({
  kind: z.enum(MATTER_KINDS),
  /** Of what it leads to: the task, the device, the person. */
  uid: Uid,
  /** What the task says; the name of the device or the person; empty where a name is nobody's business. */
  name: z.string(),
  /** How many there are where one row stands for all of its kind; `name` is of the first. */
  count: z.int(),
  /** By when; of a device since when. Null where a day is known only. */
  at: Instant.nullable(),
  on: Day.nullable(),
  isLate: z.boolean(),
})
export type Matter = z.infer<typeof Matter>

/** One screen, one call: the day as a line, what is mine and what is others', the month so far, the week's rounds. */
export const today = {
  overview: query(
    [...READERS],
    Nothing,
    z.object({
      day: DayPlan,
      /** On a closed day the next open one with its first round, of which there may be none; else null. */
      nextOpen: z.object({ on: Day, first: z.object({ round: RoundId, windowStart: Instant }).nullable() }).nullable(),
      meetings: z.array(MeetingStage).max(4),
      tasks: z.array(Rectification).max(50),
      taskCount: z.int(),
      /** What else waits for the person, most pressing first. */
      matters: z.array(Matter).max(60),
      /** The heaviest open tasks that wait for somebody else. */
      otherTasks: z.array(Rectification).max(10),
      otherCount: z.int(),
      month: z.object({
        figures: Figures,
        /** Tasks of the month done by their due time, of those that are done or overdue. */
        onTime: z.object({ done: z.int(), of: z.int() }),
      }),
      /** This week and the last, Monday first. */
      week: z.array(DayPlan.pick({ on: true, kind: true, isOpen: true, patrols: true })),
    }),
  ),
}
