import { z } from 'zod'
import { AWARD_GATE_IDS } from '../domain/award-gates.ts'
import { AwardCard, AwardScore, MOST_REVIEWERS } from './award-cards.ts'
import { EvidenceRef } from './award-evidence.ts'
import { MOST_SUGGESTED_RECORDS } from './award-suggestions.ts'
import { AwardSubject, MOST_MEMBERS } from './awards.ts'
import { command, Day, Done, Nothing, STAFF, silent, Uid } from './procedure.ts'

const text = (longest: number) => z.string().trim().min(1, 'required').max(longest, 'tooLong')
const optional = (longest: number) => z.string().trim().max(longest, 'tooLong').nullable()

const HEAD = ['outlet-head'] as const
/** Which award, and the revision on which the caller decided. */
const On = { uid: Uid, basedOn: z.int() }
const Why = text(300)

export const AwardFields = z.object({
  kind: text(40),
  nominee: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal(AwardSubject.enum.person), person: Uid }),
    z.object({
      kind: z.literal(AwardSubject.enum.team),
      team: text(40),
      members: z.array(Uid).min(2, 'teamTooSmall').max(MOST_MEMBERS),
    }),
    z.object({ kind: z.literal(AwardSubject.enum.outlet) }),
  ]),
  from: Day,
  to: Day,
  /** One sentence: what for. */
  reason: text(300),
})
export type AwardFields = z.infer<typeof AwardFields>

/** Evidence of a criterion: a record of the console, or typed with who typed it. */
export const NewEvidence = z.object({
  criterion: text(40),
  source: text(40),
  record: EvidenceRef.nullable(),
  words: optional(300),
  figure: optional(20),
  unit: optional(20),
  /** Of typed evidence; of a record its own day is taken. */
  on: Day,
})
export type NewEvidence = z.infer<typeof NewEvidence>

/** A record that a new award leans on from the start; it comes under the first criterion of its source. */
export const RecordToLink = z.object({ source: text(40), record: EvidenceRef, figure: optional(20) })
export type RecordToLink = z.infer<typeof RecordToLink>

/** Steps of an award. Who may take one is the data file's word; the commands ask it. */
export const awardSteps = {
  /**
   * A draft of the caller's, with `records` linked; refused where one is of somebody else than the nominee or a member of
   * the nominated team. Left out are those that belong to no criterion, lie outside the period, are gone, or tell another
   * award of the same nominee already.
   */
  add: command(
    [...STAFF],
    AwardFields.extend({ records: z.array(RecordToLink).max(MOST_SUGGESTED_RECORDS).default([]) }),
    AwardCard,
  ),
  update: command([...STAFF], AwardFields.extend(On), AwardCard),
  addEvidence: command([...STAFF], NewEvidence.extend({ uid: Uid }), AwardCard),
  removeEvidence: command([...STAFF], z.object({ uid: Uid, evidence: Uid }), AwardCard),
  nominate: command([...STAFF], z.object(On), AwardCard),

  /** Asks the records about every gate that records can answer. What a person confirmed stays. */
  checkGates: command([...HEAD], z.object({ uid: Uid }), AwardCard),
  confirmGate: command(
    [...HEAD],
    z.object({ uid: Uid, gate: z.enum(AWARD_GATE_IDS), result: z.enum(['clear', 'found']), note: text(300) }),
    AwardCard,
  ),
  startReview: command(
    [...HEAD],
    z.object({ ...On, reviewers: z.array(Uid).min(1, 'required').max(MOST_REVIEWERS) }),
    AwardCard,
  ),
  /** Those who have handed in stay. */
  setReviewers: command(
    [...HEAD],
    z.object({ ...On, reviewers: z.array(Uid).min(1, 'required').max(MOST_REVIEWERS) }),
    AwardCard,
  ),
  /** Asked before anything is scored; a relative is excluded for good. */
  declare: command([...STAFF], z.object({ uid: Uid, isRelative: z.boolean() }), AwardCard),
  /** One sheet: every criterion of the kind. May be handed in anew until the award is publicised. */
  score: command([...STAFF], z.object({ uid: Uid, scores: z.array(AwardScore).min(1).max(20) }), AwardCard),
  publicise: command([...HEAD], z.object({ ...On, tieReason: optional(300).default(null) }), AwardCard),

  object: command([...STAFF], z.object({ uid: Uid, words: text(1000) }), AwardCard),
  /** Leaves no name anywhere, and of the time only the day. */
  objectUnnamed: silent(command([...STAFF], z.object({ uid: Uid, words: text(1000) }), Done, 'journal')),
  answerObjection: command(
    [...HEAD],
    z.object({ ...On, objection: Uid, answer: text(1000), isUpheld: z.boolean() }),
    AwardCard,
  ),

  /** With reference and day where the decision is taken above the outlet. */
  grant: command(
    [...HEAD],
    z.object({ ...On, reference: optional(80).default(null), decidedOn: Day.nullable().default(null) }),
    AwardCard,
  ),
  withdraw: command([...STAFF], z.object({ ...On, reason: z.string().trim().max(300, 'tooLong') }), AwardCard),
  revoke: command([...HEAD, 'branch-lead'], z.object({ ...On, reason: Why }), AwardCard),
  /** Words of an award that is public already; what stood before stays in its trail. */
  correct: command([...HEAD], z.object({ ...On, reason: text(300), why: Why }), AwardCard),
  noteReward: command([...HEAD], z.object({ uid: Uid, what: text(120), on: Day }), AwardCard),
  removeReward: command([...HEAD], z.object({ uid: Uid, reward: Uid }), AwardCard),

  /** Grants what has been public long enough and nobody objects to. */
  grantDue: command(['system'], Nothing, Done),
}
