import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { CAPTURES } from '../domain/meeting-keys.ts'
import { MeetingSummary } from './meetings.ts'
import { PersonRef } from './patrols.ts'
import { Day, query, READERS, Uid } from './procedure.ts'
import { LanguageId, Month } from './reports.ts'

/** What the minutes may hold; time, host and signatures are always in. */
export const MINUTES_SECTIONS = [
  'attendance',
  'pairs',
  'steps',
  'lines',
  'tasks',
  'praise',
  'learning',
  'returned',
  'photos',
  'additions',
] as const
export const MinutesSection = z.enum(MINUTES_SECTIONS)
export type MinutesSection = z.infer<typeof MinutesSection>

/** Meetings of one kind over the open days of a month so far. Rates are 0…1, null where nothing was due. */
export const MeetingCount = z.object({
  due: z.int(),
  held: z.int(),
  tooFew: z.int(),
  explained: z.int(),
  missing: z.int(),
  heldRate: z.number().nullable(),
  /** Written down after its day. */
  late: z.int(),
  plannedMinutes: z.number().nullable(),
  /** Mean of those that ended. */
  minutes: z.number().nullable(),
  /** By five minutes or more over their plan. */
  over: z.int(),
})
export type MeetingCount = z.infer<typeof MeetingCount>

export const MeetingMonth = z.object({
  month: Month,
  morning: MeetingCount,
  evening: MeetingCount,
  attendanceRate: z.number().nullable(),
  /** Who is due, how often each came and hosted. */
  people: z
    .array(
      z.object({ person: PersonRef, due: z.int(), present: z.int(), late: z.int(), absent: z.int(), hosted: z.int() }),
    )
    .max(300),
  /** What was written down, most first. */
  topics: z
    .array(
      z.object({
        capture: z.enum(CAPTURES),
        name: z.object({ zh: z.string(), en: z.string() }),
        said: z.int(),
        open: z.int(),
        done: z.int(),
        dropped: z.int(),
      }),
    )
    .max(40),
  /** Decisions that became tasks in the month, and how many of them are closed by now. */
  tasks: z.object({ made: z.int(), ended: z.int() }),
  /** `isDue`: a past open day, not before the outlet's first morning meeting. */
  days: z
    .array(z.object({ on: Day, isDue: z.boolean(), meetings: z.array(MeetingSummary), reason: z.string().nullable() }))
    .max(31),
})
export type MeetingMonth = z.infer<typeof MeetingMonth>

const Minutes = {
  meeting: Uid,
  sections: z
    .array(MinutesSection)
    .max(MINUTES_SECTIONS.length)
    .default([...MINUTES_SECTIONS]),
  language: LanguageId.default('zh-CN'),
}

export const meetingMonth = {
  month: query([...READERS], z.object({ month: Month }), MeetingMonth),
  /** The minutes as a page that is also what is printed. */
  minutes: query([...READERS], z.object(Minutes), z.object({ html: z.string() })),
  minutesFile: query(
    [...READERS],
    z.object({ ...Minutes, format: z.enum(['docx', 'html']).default('docx') }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
}
