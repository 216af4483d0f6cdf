import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { CAPTURES } from '../domain/meeting-keys.ts'
import { OwnerId, Severity } from './checklists.ts'
import { PersonRef } from './patrols.ts'
import { Clock, command, Day, Done, Instant, LEADS, query, READERS, STAFF, Uid } from './procedure.ts'
import { LanguageId } from './reports.ts'

/** said: nothing to finish. open: returns every morning until it is done or dropped. */
export const LINE_STATES = ['said', 'open', 'done', 'dropped'] as const
export const LineState = z.enum(LINE_STATES)
export type LineState = z.infer<typeof LineState>

const Words = z.string().trim().min(1, 'required').max(500, 'tooLong')
const Short = z.string().trim().min(1, 'required').max(200, 'tooLong')

/** What only some captures know. */
export const LineExtra = z.object({
  quiz: z.object({ isRight: z.boolean() }).optional(),
  drill: z
    .object({ card: z.string().max(60), roles: z.array(z.object({ person: Uid, role: Short })).max(20) })
    .optional(),
  /** People who said they know. */
  confirmed: z.array(Uid).max(200).optional(),
})
export type LineExtra = z.infer<typeof LineExtra>

export const LineRaise = z.object({
  raisedAt: Instant,
  raisedBy: z.string(),
  note: z.string().nullable(),
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredOn: Day.nullable(),
})

export const MeetingLine = z.object({
  uid: Uid,
  meetingUid: Uid,
  on: Day,
  stepId: z.string(),
  capture: z.enum(CAPTURES),
  words: z.string(),
  person: PersonRef.nullable(),
  dueOn: Day.nullable(),
  /** Of a decision without a person: whose queue it laid the task in. `person`, `queue` and `dueOn` stay as decided. */
  queue: OwnerId.nullable(),
  state: LineState,
  reason: z.string().nullable(),
  /** With `open`: it stood open in the meeting it was brought into, and has ended since. */
  endedAt: Instant.nullable(),
  endedBy: z.string().nullable(),
  /** The task it became at once. */
  task: z
    .object({
      uid: Uid,
      no: z.string(),
      isEnded: z.boolean(),
      /** Who has it now: a name, else the post or duty in whose queue it lies. */
      owner: z.string().nullable(),
      queue: OwnerId.nullable(),
      dueAt: Instant,
    })
    .nullable(),
  extra: LineExtra.nullable(),
  /** Of a drill the name of its card. */
  card: z.object({ zh: z.string(), en: z.string() }).nullable(),
  /** Of a drill who played what; of something passed on who knows it. */
  people: z.array(z.object({ name: z.string(), role: z.string().nullable() })).max(220),
  at: Instant,
  by: z.string(),
  /** Morning meetings on which it has come back so far, today's included. */
  mornings: z.int(),
  raises: z.array(LineRaise).max(20),
})
export type MeetingLine = z.infer<typeof MeetingLine>

export const ANSWER_PROBLEMS = [
  'other-outlet',
  'unknown-line',
  'answered-already',
  'not-raised',
  'twice-in-file',
  'no-answer',
  'unreadable-day',
] as const

/** A row of a file of answers, with what stands against it; null: it will be taken. */
export const AnswerRow = z.object({
  row: z.int(),
  words: z.string(),
  answer: z.string(),
  answeredBy: z.string().nullable(),
  answeredOn: Day.nullable(),
  problem: z.enum(ANSWER_PROBLEMS).nullable(),
})
export type AnswerRow = z.infer<typeof AnswerRow>

const AnswerFile = z.object({ file: BinaryFileSchema, fileName: z.string().max(255) })
const AtStep = { meeting: Uid, position: z.int().min(0).max(40) }

export const meetingLines = {
  addLine: command(
    [...STAFF],
    z.object({
      ...AtStep,
      capture: z.enum(CAPTURES),
      words: Words,
      person: Uid.nullable().default(null),
      dueOn: Day.nullable().default(null),
      extra: LineExtra.nullable().default(null),
    }),
    MeetingLine,
    'journal',
  ),
  /** Of a draft only. */
  changeLine: command(
    [...STAFF],
    z.object({
      uid: Uid,
      words: Words,
      person: Uid.nullable(),
      dueOn: Day.nullable(),
      extra: LineExtra.nullable().default(null),
    }),
    MeetingLine,
    'journal',
  ),
  /** Of a draft only, and not what has become a task. */
  removeLine: command([...STAFF], z.object({ uid: Uid }), Done, 'journal'),
  /** Said in the meeting, and a task at once: due when it was said, else by the rules as any task. */
  decide: command(
    [...STAFF],
    z.object({
      ...AtStep,
      words: Words,
      severity: Severity,
      ownerUid: Uid.nullable(),
      queue: OwnerId.nullable(),
      zone: z.string().nullable().default(null),
      item: z.string().nullable().default(null),
      due: z.object({ on: Day, at: Clock }).nullable().default(null),
      /** An unfinished line that the task now stands for. */
      line: Uid.nullable().default(null),
    }),
    MeetingLine,
  ),
  /** Said to everybody who is there: in one step they know the notice and the log holds it. */
  passNotice: command([...STAFF], z.object({ ...AtStep, notice: Uid }), MeetingLine),
  endLine: command(
    [...STAFF],
    z.object({
      uid: Uid,
      as: z.enum(['done', 'dropped']),
      reason: z.string().trim().max(200, 'tooLong').default(''),
    }),
    MeetingLine,
  ),
  /** Unfinished lines from `offset` on, at most a hundred: those brought into a meeting, without one those open now. */
  moreLines: query(
    [...READERS],
    z.object({ meeting: Uid.nullable(), offset: z.int().min(0).max(100_000) }),
    z.array(MeetingLine).max(100),
  ),
  /** Up to the branch, by the next file. */
  raise: command(
    [...LEADS],
    z.object({ uid: Uid, note: z.string().trim().max(500, 'tooLong').nullable().default(null) }),
    MeetingLine,
  ),
  /** What was raised and has no answer yet, for the branch to fill in. */
  raisedFile: query(
    [...LEADS, 'auditor', 'operator'],
    z.object({ language: LanguageId.default('zh-CN') }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
  raised: query([...READERS], z.object({ answered: z.boolean().default(false) }), z.array(MeetingLine).max(500)),
  /** What a filled-in file would do; saves nothing. */
  readAnswersFile: query([...LEADS, 'operator'], AnswerFile, z.array(AnswerRow).max(1000)),
  takeAnswersFile: command([...LEADS, 'operator'], AnswerFile, z.object({ taken: z.int(), rows: z.array(AnswerRow) })),
}
