import type { DayPlan, PatrolSummary } from '../../../../shared/contract/patrols.ts'

/** Rounds gathered by day, for the strip; the list comes in the order of days. */
export function daysOf(patrols: readonly PatrolSummary[]): Pick<DayPlan, 'on' | 'isOpen' | 'patrols'>[] {
  const days = new Map<string, PatrolSummary[]>()
  for (const patrol of patrols) days.set(patrol.on, [...(days.get(patrol.on) ?? []), patrol])
  return [...days].map(([on, ofDay]) => ({ on, isOpen: true, patrols: ofDay }))
}
