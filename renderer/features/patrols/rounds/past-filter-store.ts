import { createStore } from 'zustand/vanilla'
import type { RoundId } from '../../../../shared/contract/checklists.ts'
import type { PatrolState, PatrolSummary } from '../../../../shared/contract/patrols.ts'
import { addDays } from '../../../../shared/domain/business-day.ts'

export interface PastFilter {
  from: string | undefined
  to: string | undefined
  round: RoundId | undefined
  state: PatrolState | undefined
}

const USUAL_DAYS = 31

export const NO_FILTER: PastFilter = { from: undefined, to: undefined, round: undefined, state: undefined }

export function createPastFilterStore() {
  return createStore<PastFilter>(() => NO_FILTER)
}

export const pastFilterStore = createPastFilterStore()

export function isFiltered(filter: PastFilter): boolean {
  return Object.values(filter).some((value) => value !== undefined)
}

/** The last month unless somebody chose; never the wrong way round. */
export function spanOf({ from, to }: PastFilter, today: string): { from: string; to: string } {
  const end = to ?? (from !== undefined && from > today ? from : today)
  const start = from ?? addDays(end, -USUAL_DAYS)
  return start <= end ? { from: start, to: end } : { from: end, to: start }
}

const TO_COME: readonly PatrolState[] = ['planned', 'due']

/** Newest first; what is still to come only where it was asked for. */
export function filterRounds(patrols: readonly PatrolSummary[], { round, state }: PastFilter): PatrolSummary[] {
  const isWanted = (one: PatrolSummary) => (state ? one.state === state : !TO_COME.includes(one.state))
  return patrols.filter((one) => (!round || one.round === round) && isWanted(one)).reverse()
}
