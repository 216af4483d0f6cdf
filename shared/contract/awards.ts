import { z } from 'zod'
import { AWARD_GATE_IDS } from '../domain/award-gates.ts'
import { Day, Instant, Nothing, query, READERS, Uid } from './procedure.ts'

export const MOST_MEMBERS = 60
export const MOST_AWARDS = 200

export const AWARD_STATES = [
  'draft',
  'nominated',
  'reviewing',
  'publicised',
  'objected',
  'granted',
  'withdrawn',
  'revoked',
] as const
export const AwardState = z.enum(AWARD_STATES)
export type AwardState = z.infer<typeof AwardState>

export const AWARD_CYCLES = ['anytime', 'weekly', 'monthly', 'quarterly', 'semiannual', 'annual', 'campaign'] as const
export const AwardCycle = z.enum(AWARD_CYCLES)
export type AwardCycle = z.infer<typeof AwardCycle>

export const AwardSubject = z.enum(['person', 'team', 'outlet'])
export type AwardSubject = z.infer<typeof AwardSubject>
export const AwardLevel = z.enum(['outlet', 'sub-branch', 'branch', 'head-office'])
export type AwardLevel = z.infer<typeof AwardLevel>

const Words = z.object({ zh: z.string(), en: z.string() })

export const AwardCriterion = Words.extend({
  id: z.string(),
  /** Of a hundred; those of a kind add up to it. */
  weight: z.number(),
  /** Ids of the sources its evidence comes from. */
  sources: z.array(z.string()),
})
export type AwardCriterion = z.infer<typeof AwardCriterion>

export const AwardKind = Words.extend({
  id: z.string(),
  cycle: AwardCycle,
  subject: AwardSubject,
  level: AwardLevel,
  quota: Words,
  prize: Words,
  criteria: z.array(AwardCriterion),
  gates: z.array(Words.extend({ id: z.enum(AWARD_GATE_IDS), isByData: z.boolean() })),
  nominatedBy: z.array(Words.extend({ id: z.string() })),
  approvedBy: z.array(Words.extend({ id: z.string() })),
  /** Decided above the outlet: the head writes down what was decided there, with its reference. */
  isDecidedOutside: z.boolean(),
  /** Effective at once, without nomination: thank-you cards. */
  isAutomatic: z.boolean(),
  /** Calendar days. */
  publicityDays: z.int(),
})
export type AwardKind = z.infer<typeof AwardKind>

export const AwardSource = Words.extend({
  id: z.string(),
  /** `import`: comes from the bank's own systems and is typed in here. */
  origin: z.enum(['app', 'import']),
})

export const AwardRules = z.object({
  principles: z.array(Words),
  objections: Words,
  kinds: z.array(AwardKind),
  sources: z.array(AwardSource),
})
export type AwardRules = z.infer<typeof AwardRules>

const Person = z.object({ uid: Uid, name: z.string() })

/** A person, a team of people under a name, or the outlet itself. */
export const AwardNominee = z.object({
  kind: AwardSubject,
  person: Person.nullable(),
  team: z.string().nullable(),
  members: z.array(Person).max(MOST_MEMBERS),
})
export type AwardNominee = z.infer<typeof AwardNominee>

export const Award = z.object({
  uid: Uid,
  /** `AW-2026-001`; a draft has none. */
  no: z.string().nullable(),
  kind: z.string(),
  level: AwardLevel,
  nominee: AwardNominee,
  from: Day,
  to: Day,
  nominator: Person,
  reason: z.string(),
  state: AwardState,
  /** Of an anonymous objection the beginning of its day. */
  stateSince: Instant,
  publicityFrom: Day.nullable(),
  /** The last day of the notice. */
  publicityUntil: Day.nullable(),
  grantedOn: Day.nullable(),
  /** Grows with every change; a step says which one it was decided on. */
  revision: z.int(),
  /** The caller has something to do here: declare and score, answer, decide. */
  waitsForMe: z.boolean(),
})
export type Award = z.infer<typeof Award>

/** Awards from nomination to the certificate, by the shipped rules of 16 kinds. */
export const awards = {
  rules: query([...READERS], Nothing, AwardRules),
  /**
   * Newest period first. Everybody sees what was made public; a draft is its nominator's, what is nominated or under
   * review the nominator's, its reviewers' and the head's.
   */
  list: query(
    [...READERS],
    z.object({
      state: AwardState.nullable().default(null),
      kind: z.string().max(40).nullable().default(null),
      /** Awards whose period touches these days. */
      from: Day.nullable().default(null),
      to: Day.nullable().default(null),
      waiting: z.boolean().default(false),
      search: z.string().max(60).default(''),
      limit: z.int().min(1).max(MOST_AWARDS).default(100),
      offset: z.int().min(0).default(0),
    }),
    z.object({ awards: z.array(Award).max(MOST_AWARDS), total: z.int() }),
  ),
}
