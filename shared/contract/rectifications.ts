import { z } from 'zod'
import { FileHash } from './attachments.ts'
import { OwnerId, RoundId, Severity } from './checklists.ts'
import { command, Day, Done, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'
import { ACTS, Act, Layer, Move, RedoStep, RULES, TaskState } from './rectification-steps.ts'

export {
  ACTS,
  Act,
  type ActId,
  LAYERS,
  Layer,
  Move,
  REDO_STEPS,
  REQUIREMENTS,
  RedoStep,
  Requirement,
  RULES,
  type Rule,
  TASK_STATES,
  TaskState,
} from './rectification-steps.ts'

export const SOURCES = [
  'patrol',
  'meeting',
  'self-report',
  'complaint',
  'mystery',
  'branch',
  'regulator',
  'cctv',
  'survey',
  'spread',
] as const
export const Source = z.enum(SOURCES)

const OwnerRef = z.object({
  /** Null while the task lies in a queue. */
  person: z.object({ uid: Uid, name: z.string() }).nullable(),
  queue: OwnerId.nullable(),
  /** A name from an imported ledger that matches nobody. */
  text: z.string().nullable(),
})

export const Rectification = z.object({
  uid: Uid,
  /** Outlet code, year and serial: `YZ-NP-03-2026-0214`. */
  no: z.string(),
  source: Source,
  foundAt: Instant,
  foundBy: z.string(),
  zone: z.string().nullable(),
  item: z.string().nullable(),
  itemText: z.object({ zh: z.string(), en: z.string() }).nullable(),
  description: z.string(),
  severity: Severity,
  /** 1 = first time within 180 days. */
  occurrence: z.int(),
  owner: OwnerRef,
  dueAt: Instant,
  state: TaskState,
  stateSince: Instant,
  isOverdue: z.boolean(),
  isTwoPersonSample: z.boolean(),
  coOwner: z.object({ uid: Uid, name: z.string() }).nullable(),
  urged: z.object({ count: z.int(), at: Instant }).nullable(),
  doneAt: Instant.nullable(),
  verifiedAt: Instant.nullable(),
  verifier: z.string().nullable(),
  cause: z.string().nullable(),
  measure: z.string().nullable(),
  nextLookBackOn: Day.nullable(),
  /** While it waits its due time is the expected day; `days` are calendar days so far. */
  waiting: z.object({ for: z.string(), expectedOn: Day.nullable(), days: z.int() }).nullable(),
  /** Whole days spent waiting on others, all waits together. */
  waitedDays: z.int(),
  /** By the clock, not by people; those urge. */
  reminded: z.object({ count: z.int(), at: Instant }).nullable(),
  patrolUid: Uid.nullable(),
})
export type Rectification = z.infer<typeof Rectification>

export const TimelineEntry = z.object({
  at: Instant,
  by: z.string(),
  from: TaskState.nullable(),
  to: TaskState,
  note: z.string().nullable(),
  photos: z.array(FileHash),
  rule: z.enum([...RULES, ...ACTS]).nullable(),
  /** What a check sent back. */
  redo: z.array(RedoStep),
})

/** Another task of the same item; done is when it was struck off. */
export const LinkedTask = z.object({
  uid: Uid,
  no: z.string(),
  foundAt: Instant,
  doneAt: Instant.nullable(),
  state: TaskState,
})
export type LinkedTask = z.infer<typeof LinkedTask>

export const RectificationCard = z.object({
  task: Rectification,
  timeline: z.array(TimelineEntry),
  beforePhotos: z.array(FileHash),
  afterPhotos: z.array(FileHash),
  lookBacks: z.array(z.object({ on: Day, result: z.enum(['pass', 'fail']).nullable(), note: z.string().nullable() })),
  /** The last time the fault was seen again after it was struck off. */
  cameBackAt: Instant.nullable(),
  temporaryMeasure: z.string().nullable(),
  restored: z.string().nullable(),
  /** Why it is none of the six other causes, where people are the cause. */
  causeNote: z.string().nullable(),
  /** Null where only the first layer was written. */
  corrected: z.string().nullable(),
  prevention: z.string().nullable(),
  /** What the fix has cost so far, in fen; null where nobody said. */
  costFen: z.int().nullable(),
  /** Layers that the task needs and does not have; it cannot be verified without them. */
  missingLayers: z.array(Layer),
  /** What the last check sent back, until it is handed in again. */
  redo: z.array(RedoStep),
  /** Until this day a further fail says nothing; the first one after it has ended that. */
  known: z.object({ until: Day, reason: z.string(), hasEnded: z.boolean() }).nullable(),
  photoAllowed: z.boolean(),
  photoRequired: z.boolean(),
  /** What the signed-in person may do now. */
  moves: z.array(Move),
  acts: z.array(Act),
  extension: z.object({
    granted: z.int(),
    reason: z.string().nullable(),
    asked: z.object({ until: Instant, reason: z.string() }).nullable(),
  }),
  /** Tasks of the same item found before and after, the nearest first. */
  earlier: z.array(LinkedTask),
  later: z.array(LinkedTask),
  /** Later rounds in which the fault was seen while the task was open, or that brought it back. */
  rounds: z.array(z.object({ patrolUid: Uid, on: Day, round: RoundId, broughtBack: z.boolean() })),
  /** Rounds in a row without the fault since it was struck off; so many close the task early. */
  cleanRounds: z.object({ count: z.int(), of: z.int() }),
})
export type RectificationCard = z.infer<typeof RectificationCard>

/** Ten million yuan. */
export const MOST_COST_FEN = 1_000_000_000

const Note = z.string().trim().max(1000, 'tooLong')

export const rectifications = {
  card: query([...READERS], z.object({ uid: Uid }), RectificationCard),
  counts: query(
    [...READERS],
    Nothing,
    z.object({ open: z.int(), overdue: z.int(), mine: z.int(), toVerify: z.int(), critical: z.int() }),
  ),
  causes: query(
    [...READERS],
    Nothing,
    z.array(
      z.object({
        id: z.string(),
        zh: z.string(),
        en: z.string(),
        sub: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })),
      }),
    ),
  ),
  /** Found outside a round. */
  open: command(
    [...STAFF],
    z.object({
      source: Source,
      description: Note.min(1, 'required'),
      severity: Severity,
      zone: z.string().nullable(),
      item: z.string().nullable(),
      ownerUid: Uid.nullable(),
      queue: OwnerId.nullable(),
      photos: z.array(FileHash).max(9).default([]),
      /** When the outlet received a complaint; now where nothing is said. */
      receivedAt: Instant.optional(),
    }),
    Rectification,
  ),
  /** One step along the table of transitions; what it requires is checked by the table, not by the screen. */
  move: command(
    [...STAFF, 'branch-lead'],
    z.object({
      uid: Uid,
      from: TaskState,
      to: TaskState,
      note: Note.default(''),
      ownerUid: Uid.optional(),
      queue: OwnerId.optional(),
      dueAt: Instant.optional(),
      cause: z.string().optional(),
      /** Why none of the six other groups applies; asked when the cause is `people`. */
      causeNote: Note.optional(),
      waitingFor: Note.optional(),
      expectedOn: Day.optional(),
      temporaryMeasure: Note.optional(),
      measure: Note.optional(),
      prevention: Note.optional(),
      /** Said when the fix is handed in. */
      costFen: z.int().min(0).max(MOST_COST_FEN).nullable().optional(),
      decision: Note.optional(),
      redo: z.array(RedoStep).max(5).optional(),
      photos: z.array(FileHash).max(9).default([]),
    }),
    RectificationCard,
  ),
  act: command(
    [...STAFF, 'branch-lead'],
    z.object({
      uid: Uid,
      from: TaskState,
      act: z.enum(ACTS),
      note: Note.default(''),
      ownerUid: Uid.optional(),
      queue: OwnerId.optional(),
      dueAt: Instant.optional(),
      expectedOn: Day.optional(),
      decision: Note.optional(),
    }),
    RectificationCard,
  ),
  /** The console's own clockwork: enters look-back on its date, reminds, and passes upward what stays overdue. */
  moveDue: command(['system'], Nothing, Done, 'journal'),
}
