import { z } from 'zod'
import { TRIGGERS } from '../domain/accountability-levels.ts'
import { command, Day, Done, Instant, Nothing, query, STAFF, Uid, WRITERS } from './procedure.ts'

const Words = z.string().trim().min(1, 'required').max(1000, 'tooLong')

export const AccountabilityLevel = z.object({
  level: z.int().min(0).max(5),
  zh: z.string(),
  en: z.string(),
  trigger_zh: z.string(),
  trigger_en: z.string(),
  decidedBy: z.enum(['lobby-manager', 'outlet-head', 'branch-lead']),
  /** A reminder is said, not recorded. */
  isRecorded: z.boolean(),
})

export const AccountabilityDecision = z.object({
  uid: Uid,
  person: z.object({ uid: Uid, name: z.string() }),
  level: z.int(),
  reason: z.string(),
  /** Of the branch's decision. */
  reference: z.string().nullable(),
  decidedAt: Instant,
  decidedBy: z.string(),
  answerUntil: Instant,
  answer: z.string().nullable(),
  answeredAt: Instant.nullable(),
  replyUntil: Instant.nullable(),
  reply: z.string().nullable(),
  repliedAt: Instant.nullable(),
  /** Of the higher level's own decision on the answer. */
  replyReference: z.string().nullable(),
  replyDecidedOn: Day.nullable(),
  /** Only a higher level may lower it: it was taken there. */
  isOfBranch: z.boolean(),
  /** How often was reminded that it has no reply, once a working day at most. */
  replyReminders: z.int(),
  mayAnswer: z.boolean(),
  mayReply: z.boolean(),
})
export type AccountabilityDecision = z.infer<typeof AccountabilityDecision>

/** Only decisions that concern the signed-in person; the head's are all, a branch lead's those they took. */
export const AccountabilityCard = z.object({
  mayDecide: z.boolean(),
  levels: z.array(AccountabilityLevel),
  decisions: z.array(AccountabilityDecision),
})
export type AccountabilityCard = z.infer<typeof AccountabilityCard>

/** 追究: decided by the head, or by the branch; seen by the person and the head. */
export const accountability = {
  card: query([...WRITERS], z.object({ taskUid: Uid }), AccountabilityCard),
  suggest: query(
    ['outlet-head', 'branch-lead'],
    z.object({ taskUid: Uid, personUid: Uid }),
    z.object({
      level: z.int(),
      why: z.array(z.enum(TRIGGERS)),
      /** Why a level may not be recorded against this person now; a key under `errors`. */
      refusal: z.enum(['causeNotFoundYet', 'systemBeforePerson']).nullable(),
    }),
  ),
  decide: command(
    ['outlet-head', 'branch-lead'],
    z.object({
      taskUid: Uid,
      personUid: Uid,
      level: z.int().min(0).max(5),
      reason: Words,
      reference: z.string().trim().max(1000, 'tooLong').default(''),
    }),
    AccountabilityCard,
  ),
  /** The person's own answer, within three working days; it stands as it was given. */
  answer: command([...STAFF], z.object({ uid: Uid, answer: Words }), AccountabilityCard),
  /** To the answer; may lower the level, never raise it. What a higher level decided, only its own decision lowers. */
  reply: command(
    ['outlet-head', 'branch-lead'],
    z.object({
      uid: Uid,
      reply: Words,
      level: z.int().min(1).max(5).optional(),
      reference: z.string().trim().max(200, 'tooLong').default(''),
      decidedOn: Day.optional(),
    }),
    AccountabilityCard,
  ),
  /** The console's own clockwork: reminds of statements without a reply, once a working day. */
  remind: command(['system'], Nothing, Done, 'journal'),
}
