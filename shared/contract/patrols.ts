import { z } from 'zod'
import { TEMPO_DOUBTS } from '../domain/patrol-tempo.ts'
import { FileHash } from './attachments.ts'
import { DayKind } from './calendar.ts'
import { ChecklistItem, Condition, RoundId, Zone } from './checklists.ts'
import { Figures } from './figures.ts'
import { command, Day, Done, Instant, LEADS, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'
import { TaskState } from './rectifications.ts'
import { Trends } from './trends.ts'

export const ANSWERS = ['pass', 'fixed', 'fail', 'na', 'not-seen'] as const
export const AnswerValue = z.enum(ANSWERS)
export type AnswerValue = z.infer<typeof AnswerValue>

/** Late: past the window's end. Missed: not submitted by the end of the business day, and stays so. */
export const PATROL_STATES = ['planned', 'due', 'running', 'late', 'submitted', 'missed', 'returned'] as const
export const PatrolState = z.enum(PATROL_STATES)
export type PatrolState = z.infer<typeof PatrolState>

export const PersonRef = z.object({ uid: Uid, name: z.string() })

export const PatrolSummary = z.object({
  uid: Uid,
  kind: z.enum(['round', 'recheck', 'import']),
  on: Day,
  round: RoundId,
  state: PatrolState,
  windowStart: Instant,
  windowEnd: Instant,
  openedAt: Instant.nullable(),
  openedBy: PersonRef.nullable(),
  submittedAt: Instant.nullable(),
  submittedBy: PersonRef.nullable(),
  /** Who gave most of the answers handed in; whoever opened the round until then. */
  walkedBy: PersonRef.nullable(),
  /** Entered after the window, or after the business day: shown as late, never as on time. */
  isLateEntry: z.boolean(),
  figures: Figures,
})
export type PatrolSummary = z.infer<typeof PatrolSummary>

export const Answer = z.object({
  item: z.string(),
  value: AnswerValue,
  /** Grows by one with each change of this item in this round. */
  revision: z.int(),
  /** How often another answer, or another person, replaced what stood there; an added note is none. */
  changes: z.int(),
  note: z.string().nullable(),
  reading: z.number().nullable(),
  photos: z.array(FileHash),
  by: PersonRef,
  seenAt: Instant,
  enteredAt: Instant,
  /** Where the answer was changed after the round was handed in: why, and what stood there. */
  correction: z.object({ before: AnswerValue.nullable(), reason: z.string() }).optional(),
})
export type Answer = z.infer<typeof Answer>

export const TaskRef = z.object({
  uid: Uid,
  no: z.string(),
  state: TaskState,
  foundAt: Instant,
  /** When it was found, or last brought back after it was struck off. */
  openSince: Instant,
  owner: z.string(),
  dueAt: Instant,
  /** What was seen; null where nobody wrote more than that the item failed. */
  note: z.string().nullable(),
})
export type TaskRef = z.infer<typeof TaskRef>

/** What stands beside an item while it is answered. */
export const ItemContext = z.object({
  item: z.string(),
  /** Newest first, up to five, of the same round on earlier days; in a re-check the round it follows as well. */
  lastAnswers: z.array(z.object({ on: Day, value: AnswerValue })),
  /** An item with an open task is a known defect: no second task, no fresh alarm, still counted. */
  openTask: TaskRef.nullable(),
  /** Times it failed in the last seven days, this round not counted. */
  failsInSevenDays: z.int(),
})
export type ItemContext = z.infer<typeof ItemContext>

export const PatrolSheet = z.object({
  patrol: PatrolSummary,
  zones: z.array(Zone.extend({ assignee: PersonRef.nullable() })),
  /** Items due in this round, in walking order, worded as this round's version says; those of `answerableFrom` last in their zone. */
  items: z.array(ChecklistItem),
  answers: z.array(Answer),
  contexts: z.array(ItemContext),
  /** Items that only the opened doors show, by the instant of opening where the round starts before it. */
  answerableFrom: z.record(z.string(), Instant),
  conditions: z.record(z.string(), z.boolean()),
  parameters: z.record(z.string(), z.number()),
  returnedReason: z.string().nullable(),
})
export type PatrolSheet = z.infer<typeof PatrolSheet>

export const PatrolProgress = z.object({ patrol: PatrolSummary, answers: z.array(Answer) })
export type PatrolProgress = z.infer<typeof PatrolProgress>

export const DayPlan = z.object({
  on: Day,
  kind: DayKind,
  isOpen: z.boolean(),
  holidayName: z.string().nullable(),
  isCertain: z.boolean(),
  patrols: z.array(PatrolSummary),
  /** Asked once when the first round of the day starts, changeable during the day. */
  askedConditions: z.array(Condition.extend({ value: z.boolean().nullable() })),
})
export type DayPlan = z.infer<typeof DayPlan>

const NewAnswer = z.object({
  item: z.string(),
  value: AnswerValue,
  note: z.string().trim().max(500, 'tooLong').nullable().default(null),
  reading: z.number().nullable().default(null),
  photos: z.array(FileHash).max(9).default([]),
  /** The revision this change was made against, 0 for none: another person's newer answer is never overwritten. */
  basedOn: z.int().nonnegative(),
  /** When it was seen; absent means now. */
  seenAt: Instant.optional(),
})

/** What the caller cannot know of the answers it sent; `shared/domain/saved-answers.ts` puts both together. */
const Answered = z.object({
  saved: z.array(Answer.pick({ item: true, revision: true, changes: true })),
  by: PersonRef,
  enteredAt: Instant,
  /** Of the answers that named no time of their own. */
  seenAt: Instant,
  /** Answers somebody else gave meanwhile; nothing of these items was saved. */
  conflicts: z.array(Answer),
  figures: Figures,
  /** Tasks opened, carried along or withdrawn by these answers. */
  tasks: z.array(
    z.object({
      item: z.string(),
      no: z.string(),
      uid: Uid,
      act: z.enum(['opened', 'known', 'known-ended', 'withdrawn', 'reopened']),
    }),
  ),
})
export type Answered = z.infer<typeof Answered>

/** An answer with where it stands. */
export const FoundAnswer = Answer.extend({
  patrolUid: Uid,
  on: Day,
  round: RoundId,
  zh: z.string(),
  en: z.string(),
  zone: z.string(),
})
export type FoundAnswer = z.infer<typeof FoundAnswer>

const TEMPO_READERS = ['outlet-head', 'ops-supervisor', 'branch-lead', 'auditor'] as const

const Tempo = z.object({
  minutes: z.number(),
  plannedMinutes: z.number(),
  fastestThirtySeconds: z.number().nullable(),
})

const TempoQuestion = Tempo.extend({ patrol: PatrolSummary, doubt: z.enum(TEMPO_DOUBTS) })

export const patrols = {
  day: query([...READERS], z.object({ on: Day.optional() }), DayPlan),
  list: query([...READERS], z.object({ from: Day, to: Day }), z.array(PatrolSummary).max(6000)),
  sheet: query([...READERS], z.object({ uid: Uid }), PatrolSheet),
  setConditions: command([...LEADS], z.object({ on: Day, conditions: z.record(z.string(), z.boolean()) }), Done),
  /** Opens a due round, or goes on with a running one. */
  start: command([...STAFF], z.object({ uid: Uid }), PatrolSheet),
  /** One answer, or many at once (rest of a zone, a whole round). Rows are their own journal. */
  answer: command(
    [...STAFF],
    z.object({ uid: Uid, answers: z.array(NewAnswer).min(1).max(300) }),
    Answered,
    'journal',
    'patrol-answers',
  ),
  /** Changes one answer of a submitted round: one entry in the audit chain each. */
  correct: command(
    [...STAFF],
    z.object({ uid: Uid, answer: NewAnswer, reason: z.string().trim().min(1, 'required').max(200, 'tooLong') }),
    Answered,
  ),
  /** The part of a sheet that changes while people answer; events named `patrol-answers` say when. */
  progress: query([...READERS], z.object({ uid: Uid }), PatrolProgress),
  /** Who walks these zones; null takes the names away. */
  assignZones: command(
    [...LEADS],
    z.object({ uid: Uid, zones: z.array(z.string()).min(1, 'required').max(100), personUid: Uid.nullable() }),
    Done,
  ),
  /** Puts one entry with the digest of its answers into the audit chain. */
  submit: command([...STAFF], z.object({ uid: Uid, allowUnanswered: z.boolean().default(false) }), PatrolSummary),
  /** The head sends a submitted round back with a reason. */
  giveBack: command(
    ['outlet-head'],
    z.object({ uid: Uid, reason: z.string().trim().min(1, 'required').max(200) }),
    Done,
  ),
  /** A round of only what failed. */
  recheck: command([...LEADS], z.object({ uid: Uid }), PatrolSummary),
  /** Tempo of a round: a question to the head, not a verdict. */
  tempo: query(
    [...TEMPO_READERS],
    z.object({ uid: Uid }),
    Tempo.extend({ isQuestionable: z.boolean(), items: z.array(z.object({ item: z.string(), seconds: z.number() })) }),
  ),
  /** Rounds handed in whose tempo is worth a question, newest first. */
  tempoQuestions: query([...TEMPO_READERS], z.object({ from: Day, to: Day }), z.array(TempoQuestion)),
  /** Notes by text, pinyin or initials, and notes on items so named; newest first. */
  search: query(
    [...READERS],
    z.object({
      text: z.string().trim().min(1, 'required').max(60, 'tooLong'),
      limit: z.int().min(1).max(200).default(50),
    }),
    z.array(FoundAnswer).max(200),
  ),
  /** The console's own clockwork: plans days, marks missed rounds. */
  planDays: command(['system'], Nothing, Done, 'journal'),
  trends: query([...READERS], z.object({ from: Day, to: Day }), Trends),
  /** Answers behind a mark of a chart or a figure of a report. */
  answers: query(
    [...READERS],
    z.object({
      from: Day,
      to: Day,
      item: z.string().optional(),
      zone: z.string().optional(),
      round: RoundId.optional(),
      values: z.array(AnswerValue).min(1).default(['fail', 'fixed', 'not-seen']),
    }),
    z.array(FoundAnswer).max(2000),
  ),
}
