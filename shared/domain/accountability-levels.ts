import type { Severity } from '../contract/checklists.ts'

/** What raises the level, as the rules file words it for people; the last lowers it. */
export const TRIGGERS = [
  'first-minor',
  'twice-in-thirty-days',
  'overdue',
  'major-repeat',
  'returned-twice',
  'critical',
  'complaint-upheld',
  'critical-repeat',
  'self-reported',
] as const
export type Trigger = (typeof TRIGGERS)[number]

export interface AccountabilityFacts {
  severity: Severity
  /** 1 = first time within the repeat window. */
  occurrence: number
  /** Times the fix was sent back. */
  returns: number
  wasOverdue: boolean
  isComplaintUpheld: boolean
  /** Faults of the same item that were this person's in the last thirty days, this one included. */
  samePersonInThirtyDays: number
  /** Reported by the person and fixed on the same day. */
  isSelfReported: boolean
}

const LEVELS: Record<Exclude<Trigger, 'self-reported'>, number> = {
  'first-minor': 0,
  'twice-in-thirty-days': 1,
  overdue: 1,
  'major-repeat': 2,
  'returned-twice': 2,
  critical: 3,
  'complaint-upheld': 3,
  'critical-repeat': 4,
}

/**
 * The highest level that a trigger names, and why; one lower where the person reported it and fixed it the same day.
 * `{ severity: 'major', occurrence: 2, … }` → level 2 by `major-repeat`. Level 5 is never suggested: that is a finding.
 */
export function suggestLevel(facts: AccountabilityFacts): { level: number; why: Trigger[] } {
  const isRepeat = facts.occurrence >= 2
  const holds: Record<Exclude<Trigger, 'self-reported'>, boolean> = {
    'first-minor': facts.severity === 'minor' && !isRepeat,
    'twice-in-thirty-days': facts.samePersonInThirtyDays >= 2,
    overdue: facts.wasOverdue,
    'major-repeat': facts.severity === 'major' && isRepeat,
    'returned-twice': facts.returns >= 2,
    critical: facts.severity === 'critical',
    'complaint-upheld': facts.isComplaintUpheld,
    'critical-repeat': facts.severity === 'critical' && isRepeat,
  }
  const names = (Object.keys(holds) as (keyof typeof holds)[]).filter((name) => holds[name])
  const level = Math.max(0, ...names.map((name) => LEVELS[name]))
  const why: Trigger[] = names.filter((name) => LEVELS[name] === level)
  if (!facts.isSelfReported || level === 0) return { level, why }
  return { level: level - 1, why: [...why, 'self-reported'] }
}
