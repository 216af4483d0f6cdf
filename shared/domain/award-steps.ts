import type { AwardState } from '../contract/awards.ts'

export const AWARD_ACTORS = ['any-staff', 'outlet-head', 'nominator', 'system', 'branch-lead'] as const
export type AwardActor = (typeof AWARD_ACTORS)[number]
export const AWARD_NEEDS = ['evidence', 'gates-checked', 'scores', 'reason', 'answer', 'publicity-over'] as const
export type AwardNeed = (typeof AWARD_NEEDS)[number]

export interface AwardTransition {
  from: AwardState
  to: AwardState
  by: readonly AwardActor[]
  requires: readonly AwardNeed[]
}

export type StepRefusal = { kind: 'state' } | { kind: 'actor' } | { kind: 'need'; need: AwardNeed }

/**
 * Why an award may not go from one state to another; null where it may. `actors`: everything the caller is to this award;
 * `has`: what is there.
 */
export function refusalOfStep(
  transitions: readonly AwardTransition[],
  { from, to }: { from: AwardState; to: AwardState },
  actors: readonly AwardActor[],
  has: Readonly<Partial<Record<AwardNeed, boolean>>>,
): StepRefusal | null {
  const step = transitions.find((one) => one.from === from && one.to === to)
  if (!step) return { kind: 'state' }
  if (!step.by.some((actor) => actors.includes(actor))) return { kind: 'actor' }
  const need = step.requires.find((one) => !has[one])
  return need ? { kind: 'need', need } : null
}
