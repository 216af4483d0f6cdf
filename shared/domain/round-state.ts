import type { PatrolState } from '../contract/patrols.ts'

/** What is stored; the rest follows from the clock. */
export type StoredPatrolStatus = 'planned' | 'running' | 'submitted' | 'returned' | 'missed'

export interface RoundTimes {
  windowStart: number
  windowEnd: number
  /** End of the business day; a round not submitted by then is missed and stays so. */
  dayEndsAt: number
}

/** States kept apart: planned → due → late → missed without a start, running → late → missed with one. */
export function patrolState(stored: StoredPatrolStatus, times: RoundTimes, now: number): PatrolState {
  if (stored === 'submitted' || stored === 'missed' || stored === 'returned') return stored
  if (now >= times.dayEndsAt) return 'missed'
  if (now > times.windowEnd) return 'late'
  if (stored === 'running') return 'running'
  return now >= times.windowStart ? 'due' : 'planned'
}
