import { z } from 'zod'
import { AWARD_GATE_IDS } from '../domain/award-gates.ts'
import { EvidenceRef } from './award-evidence.ts'
import { Award, AwardState, MOST_AWARDS } from './awards.ts'
import { Day, Instant, query, READERS, Uid } from './procedure.ts'

export const MOST_EVIDENCE_OF_AWARD = 100
export const MOST_REVIEWERS = 20

/** What the caller may do with an award now. */
export const AWARD_ACTS = [
  'edit',
  'add-evidence',
  'nominate',
  'check-gates',
  'start-review',
  'set-reviewers',
  'declare',
  'score',
  'publicise',
  'object',
  'answer',
  'grant',
  'withdraw',
  'revoke',
  'correct',
  'note-reward',
] as const
export const AwardAct = z.enum(AWARD_ACTS)
export type AwardAct = z.infer<typeof AwardAct>

const Person = z.object({ uid: Uid, name: z.string() })
const AwardRef = z.object({ uid: Uid, no: z.string().nullable(), kind: z.string() })

export const AwardEvidence = z.object({
  uid: Uid,
  criterion: z.string(),
  /** Of the awards file. */
  source: z.string(),
  /** A linked record; null where it was typed. */
  record: EvidenceRef.nullable(),
  /** What the linked record is called here; null where it is gone, or was typed. */
  title: z.string().nullable(),
  /** The meeting that a linked line was said in. */
  within: Uid.nullable(),
  words: z.string().nullable(),
  figure: z.string().nullable(),
  unit: z.string().nullable(),
  on: Day,
  addedBy: z.string(),
  addedAt: Instant,
  /** Other awards of the same level and time that lean on the same record. */
  alsoIn: z.array(AwardRef).max(10),
})
export type AwardEvidence = z.infer<typeof AwardEvidence>

export const GateRecord = z.object({
  kind: z.enum(['rectification', 'patrols', 'meetings', 'person']),
  uid: z.string(),
  /** What it is known by: the number of a task, a day, a figure. */
  text: z.string(),
})
export type GateRecord = z.infer<typeof GateRecord>

export const AwardGate = z.object({
  gate: z.enum(AWARD_GATE_IDS),
  result: z.enum(['clear', 'found', 'unknown']),
  records: z.array(GateRecord).max(20),
  /** Null: by the records alone. */
  confirmedBy: z.string().nullable(),
  note: z.string().nullable(),
  at: Instant.nullable(),
})
export type AwardGate = z.infer<typeof AwardGate>

export const AwardReviewer = z.object({
  person: Person,
  /** Null until they have said so; true excludes them. */
  isRelative: z.boolean().nullable(),
  hasHandedIn: z.boolean(),
})
export type AwardReviewer = z.infer<typeof AwardReviewer>

export const AwardScore = z.object({
  criterion: z.string(),
  /** 0…100; null: no evidence seen. */
  points: z.int().min(0).max(100).nullable(),
  note: z.string().max(300).nullable(),
})
export type AwardScore = z.infer<typeof AwardScore>

export const AwardSum = z.object({
  /** 0…100. */
  sum: z.number(),
  criteria: z.array(
    z.object({
      criterion: z.string(),
      weight: z.number(),
      /** In ascending order; empty where the caller may not see who gave what. */
      counted: z.array(z.object({ person: z.string(), points: z.int().nullable(), note: z.string().nullable() })),
      median: z.number(),
      isMissing: z.boolean(),
      /** Points of the sum. */
      share: z.number(),
    }),
  ),
  /** Reviewers who were excluded, and those who are still to hand in. */
  excluded: z.array(z.string()),
  waitingFor: z.array(z.string()),
  /** Awards of the same kind and period with exactly the same sum. */
  ties: z.array(AwardRef).max(20),
})
export type AwardSum = z.infer<typeof AwardSum>

export const AwardObjection = z.object({
  uid: Uid,
  words: z.string(),
  /** Null where it is anonymous. */
  by: z.string().nullable(),
  receivedOn: Day,
  dueOn: Day,
  answer: z.string().nullable(),
  isUpheld: z.boolean().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
})
export type AwardObjection = z.infer<typeof AwardObjection>

export const AWARD_EVENTS = [
  'nominate',
  'review',
  'publicise',
  'object',
  'reject-objection',
  'grant',
  'withdraw',
  'revoke',
  'correct',
  'change-reviewers',
] as const

export const AwardEvent = z.object({
  act: z.enum(AWARD_EVENTS),
  from: AwardState.nullable(),
  to: AwardState.nullable(),
  /** Null: the console by its clock, or somebody who stays unnamed. */
  by: z.string().nullable(),
  on: Day,
  at: Instant.nullable(),
  reason: z.string().nullable(),
  /** Of a correction. */
  before: z.string().nullable(),
  after: z.string().nullable(),
})
export type AwardEvent = z.infer<typeof AwardEvent>

export const AwardReward = z.object({ uid: Uid, what: z.string(), on: Day, notedBy: z.string() })
export type AwardReward = z.infer<typeof AwardReward>

export const AwardCard = z.object({
  award: Award,
  evidence: z.array(AwardEvidence).max(MOST_EVIDENCE_OF_AWARD),
  /** For the head; empty for others. */
  gates: z.array(AwardGate),
  /** For the head and visitors who inspect; others see themselves alone. */
  reviewers: z.array(AwardReviewer).max(MOST_REVIEWERS),
  /** How many reviewers who count it takes. */
  reviewersNeeded: z.int(),
  /** The caller's own sheet; null where the caller reviews nothing here. */
  mine: z
    .object({ isRelative: z.boolean().nullable(), hasHandedIn: z.boolean(), scores: z.array(AwardScore) })
    .nullable(),
  /** Null before anything was handed in, and for those who may not see it yet. */
  sum: AwardSum.nullable(),
  tieReason: z.string().nullable(),
  decision: z.object({ reference: z.string(), on: Day }).nullable(),
  objections: z.array(AwardObjection).max(50),
  /** How many there are, for those who may not read them. */
  objectionCount: z.int(),
  events: z.array(AwardEvent).max(200),
  rewards: z.array(AwardReward).max(50),
  acts: z.array(AwardAct),
})
export type AwardCard = z.infer<typeof AwardCard>

export const awardCards = {
  card: query([...READERS], z.object({ uid: Uid }), AwardCard),
  /** Awards of one kind and period by their sum, ties named: for the head who decides. Best first. */
  ranking: query(
    ['outlet-head', 'auditor'],
    z.object({ kind: z.string().max(40), from: Day, to: Day }),
    z.array(z.object({ award: Award, sum: z.number().nullable(), isTied: z.boolean() })).max(MOST_AWARDS),
  ),
}
