import { z } from 'zod'
import {
  AWARD_CYCLES,
  AWARD_STATES,
  type AwardKind,
  AwardLevel,
  type AwardRules,
  AwardSource,
  AwardSubject,
} from '../../../shared/contract/awards.ts'
import { gateOf } from '../../../shared/domain/award-gates.ts'
import { AWARD_ACTORS, AWARD_NEEDS } from '../../../shared/domain/award-steps.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'

const AWARDS_FILE = 'awards/awards.json'
/** They decide at the outlet, in this program; everybody else decides elsewhere. */
const INSIDE = ['auto', 'outlet-head']

/** Thank-you cards and praise in meetings. */
const CARDS_SOURCE = 'peer.thanks'

const Words = z.object({ zh: z.string(), en: z.string() })
const Named = Words.extend({ id: z.string() })
const State = z.enum(AWARD_STATES)

const ShippedKind = Named.extend({
  cycle: z.enum(AWARD_CYCLES),
  subject: AwardSubject,
  level: AwardLevel,
  quota_zh: z.string(),
  quota_en: z.string(),
  criteria: z.array(Named.extend({ weight: z.number(), evidence: z.array(z.string()) })),
  veto_zh: z.array(z.string()),
  veto_en: z.array(z.string()),
  nominated_by: z.array(z.string()),
  approved_by: z.array(z.string()),
  publicity_days: z.int().nonnegative(),
  prize_note_zh: z.string(),
  prize_note_en: z.string(),
})

const AwardsFile = z
  .object({
    principles_zh: z.array(z.string()),
    principles_en: z.array(z.string()),
    evidence_sources: z.array(AwardSource),
    /** One id may stand for several offices; the first mention of it in a kind means the first of them, and so on. */
    roles: z.array(Named),
    objection_rule_zh: z.string(),
    objection_rule_en: z.string(),
    kinds: z.array(ShippedKind),
    transitions: z.array(
      z.object({
        from: State,
        to: State,
        by: z.array(z.enum(AWARD_ACTORS)),
        requires: z.array(z.enum(AWARD_NEEDS)),
      }),
    ),
  })
  .transform((file) => ({
    transitions: file.transitions,
    rules: {
      principles: paired(file.principles_zh, file.principles_en),
      objections: { zh: file.objection_rule_zh, en: file.objection_rule_en },
      sources: file.evidence_sources,
      kinds: file.kinds.map((kind) => kindOf(withVetoOfCards(kind, file.kinds), file.roles)),
    } satisfies AwardRules,
  }))

function paired(zh: readonly string[], en: readonly string[]): { zh: string; en: string }[] {
  return zh.map((text, index) => ({ zh: text, en: en[index] ?? text }))
}

/** Cards are effective at once, so their veto holds where they count: in every award that they may speak for. */
function withVetoOfCards(
  kind: z.infer<typeof ShippedKind>,
  all: readonly z.infer<typeof ShippedKind>[],
): z.infer<typeof ShippedKind> {
  const cards = all.find(({ approved_by }) => approved_by.includes('auto'))
  const mayCount = kind.criteria.some(({ evidence }) => evidence.includes(CARDS_SOURCE))
  if (!cards || !mayCount || kind.id === cards.id) return kind
  return {
    ...kind,
    veto_zh: [...kind.veto_zh, ...cards.veto_zh],
    veto_en: [...kind.veto_en, ...cards.veto_en],
  }
}

function kindOf(kind: z.infer<typeof ShippedKind>, roles: readonly z.infer<typeof Named>[]): AwardKind {
  const offices = (ids: readonly string[]) =>
    ids.map((id, index) => {
      const mentions = ids.slice(0, index).filter((other) => other === id).length
      const named = roles.filter((role) => role.id === id)
      return named[mentions] ?? named.at(-1) ?? { id, zh: id, en: id }
    })
  return {
    id: kind.id,
    zh: kind.zh,
    en: kind.en,
    cycle: kind.cycle,
    subject: kind.subject,
    level: kind.level,
    quota: { zh: kind.quota_zh, en: kind.quota_en },
    prize: { zh: kind.prize_note_zh, en: kind.prize_note_en },
    criteria: kind.criteria.map(({ evidence, ...criterion }) => ({ ...criterion, sources: evidence })),
    gates: paired(kind.veto_zh, kind.veto_en).map(({ zh, en }) => {
      const gate = gateOf(zh)
      if (!gate) throw new Error(`the veto "${zh}" of ${kind.id} has no id`)
      return { id: gate.id, isByData: gate.by === 'data', zh, en }
    }),
    nominatedBy: offices(kind.nominated_by),
    approvedBy: offices(kind.approved_by),
    isDecidedOutside: kind.approved_by.some((id) => !INSIDE.includes(id)),
    isAutomatic: kind.approved_by.includes('auto'),
    publicityDays: kind.publicity_days,
  }
}

/** What a person needs to know of the rules, from the shipped file. */
export function readAwardRules(content: Ports['content']): AwardRules {
  return readShipped(content, AWARDS_FILE, AwardsFile).rules
}

/** From which state to which, by whom, and what has to be there first. */
export function readAwardTransitions(content: Ports['content']) {
  return readShipped(content, AWARDS_FILE, AwardsFile).transitions
}

/** Throws `not-found` for an id the file does not hold. */
export function getAwardKind(content: Ports['content'], id: string): AwardKind {
  const kind = readAwardRules(content).kinds.find((one) => one.id === id)
  if (!kind) throw new AppError('not-found', 'awardKindGone')
  return kind
}
