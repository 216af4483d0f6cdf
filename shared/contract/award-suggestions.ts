import { z } from 'zod'
import { EvidenceRecord } from './award-evidence.ts'
import { PersonRef } from './patrols.ts'
import { Day, Nothing, query } from './procedure.ts'

/** What is remarkable; the numbers it takes lie in the suggestions file. */
export const SUGGESTION_RULES = [
  'clean-streak',
  'fast-fixes',
  'meetings-hosted',
  'drills-led',
  'thanks-received',
  'customer-praise',
] as const
export const SuggestionRule = z.enum(SUGGESTION_RULES)
export type SuggestionRule = z.infer<typeof SuggestionRule>

/** Records that come with a suggestion, to be linked with the nomination; the search of evidence has the others. */
export const MOST_SUGGESTED_RECORDS = 40

export const AwardSuggestion = z.object({
  person: PersonRef,
  rule: SuggestionRule,
  /** Of the awards file. */
  kind: z.string(),
  /** How many: rounds in a row, fixes, meetings, drills, cards and praise. */
  count: z.int(),
  /** There may be more: only the newest were counted. */
  isCut: z.boolean(),
  /** From the oldest to the newest of what was counted. */
  from: Day,
  to: Day,
  /** It takes so many. */
  least: z.int(),
  /** Newest first. */
  records: z.array(EvidenceRecord).max(MOST_SUGGESTED_RECORDS),
  /** An award of this kind for this person touches the days already, draft or further. */
  isNominated: z.boolean(),
})
export type AwardSuggestion = z.infer<typeof AwardSuggestion>

/** For the head alone, and from records alone: who stands out by facts, and whom nobody has recognised. */
export const awardSuggestions = {
  suggestions: query(
    ['outlet-head'],
    Nothing,
    z.object({
      from: Day,
      to: Day,
      suggestions: z.array(AwardSuggestion).max(400),
      /** Nobody thanked them in public, praised them in a meeting or gave them an award in these days. */
      unrecognised: z.array(z.object({ person: PersonRef, lastOn: Day.nullable() })).max(400),
    }),
  ),
}
