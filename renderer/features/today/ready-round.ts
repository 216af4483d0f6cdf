import type { PatrolSummary } from '../../../shared/contract/patrols.ts'

const URGENCY: readonly PatrolSummary['state'][] = ['running', 'returned', 'late', 'due']

/** The round to walk now: what is running first, then what was given back, is late, is due. */
export function readyRound(patrols: readonly PatrolSummary[]): PatrolSummary | undefined {
  const own = patrols.filter(({ kind }) => kind !== 'import')
  for (const state of URGENCY) {
    const found = own.find((patrol) => patrol.state === state)
    if (found) return found
  }
  return undefined
}
