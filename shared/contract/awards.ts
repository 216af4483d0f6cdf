import { z } from 'zod'
import { AWARD_GATE_IDS } from '../domain/award-gates.ts'
import { Nothing, query, READERS } from './procedure.ts'

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

/** Awards from nomination to the certificate, by the shipped rules of 16 kinds. */
export const awards = {
  rules: query([...READERS], Nothing, AwardRules),
}
