import type { PatrolSummary } from '../../../shared/contract/patrols.ts'

const URGENCY: readonly PatrolSummary['state'][] = ['running', 'returned', 'late', 'due']

/** What to do now: what is running first, then what was given back, is late, is due; else what comes next. */
export function nextRound(patrols: readonly PatrolSummary[], now: number): PatrolSummary | undefined {
  const own = patrols.filter(({ kind }) => kind !== 'import')
  for (const state of URGENCY) {
    const found = own.find((patrol) => patrol.state === state)
    if (found) return found
  }
  return own.find((patrol) => patrol.state === 'planned' && patrol.windowEnd > now)
}

/** Whether one key may open it now. */
export function isReady({ state }: PatrolSummary): boolean {
  return URGENCY.includes(state)
}
