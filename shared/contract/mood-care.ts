import { z } from 'zod'
import { CareOutcome, CareTalk, MoodLevel, MoodMoment } from './moods.ts'
import { command, Day, Done, Instant, Nothing, query, silent, Uid } from './procedure.ts'

export const CARE_REASONS = ['storm', 'two-lows', 'drop', 'wish', 'next-talk', 'team-low'] as const
export const CareReason = z.enum(CARE_REASONS)
export type CareReason = z.infer<typeof CareReason>

const PersonRef = z.object({ uid: Uid, name: z.string() })

export const CareReminder = z.object({
  /** Null: the whole team. */
  person: PersonRef.nullable(),
  reasons: z.array(CareReason).min(1),
  since: Instant,
  dueAt: Instant,
})
export type CareReminder = z.infer<typeof CareReminder>

/** Newest day last; null level: sealed while the vault is locked. */
export const CarePerson = z.object({
  person: PersonRef,
  answers: z
    .array(z.object({ on: Day, moment: MoodMoment, level: MoodLevel.nullable(), tags: z.array(z.string()) }))
    .max(120),
})
export type CarePerson = z.infer<typeof CarePerson>

const Words = z.object({ zh: z.string(), en: z.string() })

export const CareGuide = z.object({
  steps: z.array(z.object({ id: z.string(), name: Words, prompts: z.array(Words) })),
  donts: z.array(Words),
  actions: z.array(z.object({ id: z.string(), name: Words })),
})
export type CareGuide = z.infer<typeof CareGuide>

export const CareView = z.object({
  /** The vault keeps levels or notes shut. */
  isLocked: z.boolean(),
  /** Notes can be kept: the vault is there and open. */
  takesNotes: z.boolean(),
  reminders: z.array(CareReminder).max(200),
  people: z.array(CarePerson).max(200),
  talks: z.array(CareTalk).max(200),
  guide: CareGuide,
})
export type CareView = z.infer<typeof CareView>

const HEAD = ['outlet-head'] as const

/** The head's part, open for a quarter of an hour after the own PIN was typed again on the same seat. */
export const moodCare = {
  openCare: silent(command([...HEAD], z.object({ pin: z.string().max(64) }), Done, 'journal')),
  closeCare: silent(command([...HEAD], Nothing, Done, 'journal')),
  care: query([...HEAD], Nothing, CareView),
  recordTalk: command(
    [...HEAD],
    z.object({
      person: Uid,
      outcome: CareOutcome,
      nextOn: Day.nullable(),
      actions: z.array(z.string().max(40)).max(8),
      /** Sealed by the vault, or refused. */
      note: z.string().trim().max(2000, 'tooLong').nullable(),
    }),
    CareTalk,
    'journal',
  ),
  removeTalk: command([...HEAD], z.object({ id: z.int() }), Done, 'journal'),
}
