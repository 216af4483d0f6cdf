import type { Severity } from '../contract/checklists.ts'
import type { Figures } from '../contract/figures.ts'
import type { AnswerValue } from '../contract/patrols.ts'

/** Weight of an item by severity, from the checklist file's scoring rule. */
export const WEIGHTS: Record<Severity, number> = { minor: 1, major: 3, critical: 8 }
export const FIXED_SHARE = 0.8
/** A critical fail caps the round's score. */
export const CRITICAL_FAIL_CAP = 80

/** What is kept per round and zone; everything else follows from sums of these. */
export interface Tally {
  due: number
  pass: number
  fixed: number
  fail: number
  na: number
  notSeen: number
  weightPass: number
  weightFixed: number
  weightAnswered: number
  weightNa: number
  criticalFails: number
}

export const EMPTY_TALLY: Readonly<Tally> = {
  due: 0,
  pass: 0,
  fixed: 0,
  fail: 0,
  na: 0,
  notSeen: 0,
  weightPass: 0,
  weightFixed: 0,
  weightAnswered: 0,
  weightNa: 0,
  criticalFails: 0,
}

export function addTally(into: Tally, other: Tally): Tally {
  into.due += other.due
  into.pass += other.pass
  into.fixed += other.fixed
  into.fail += other.fail
  into.na += other.na
  into.notSeen += other.notSeen
  into.weightPass += other.weightPass
  into.weightFixed += other.weightFixed
  into.weightAnswered += other.weightAnswered
  into.weightNa += other.weightNa
  into.criticalFails += other.criticalFails
  return into
}

const COUNT_OF: Record<AnswerValue, 'pass' | 'fixed' | 'fail' | 'na' | 'notSeen'> = {
  pass: 'pass',
  fixed: 'fixed',
  fail: 'fail',
  na: 'na',
  'not-seen': 'notSeen',
}

/** Counts one answer in (`times` 1) or out again (-1), as a correction does. */
export function countAnswer(tally: Tally, value: AnswerValue, severity: Severity, times: 1 | -1): void {
  const weight = WEIGHTS[severity] * times
  tally[COUNT_OF[value]] += times
  tally.weightAnswered += weight
  if (value === 'pass') tally.weightPass += weight
  if (value === 'fixed') tally.weightFixed += weight
  if (value === 'na') tally.weightNa += weight
  if (value === 'fail' && severity === 'critical') tally.criticalFails += times
}

/**
 * The figures of a round, zone, day or month, once and for all.
 *
 * Worked example: 10 items due; 6 pass (weight 1), 1 fixed (major, 3), 1 fail (minor, 1), 1 not seen (minor, 1),
 * 1 not applicable (minor, 1). answered = 10; completion = 10/10; pass rate = (6+1)/(6+1+1) = 87.5 %;
 * not-seen rate = 1/10; score = (6 + 0.8·3) ÷ (12 − 1) = 76.4. A clean round is 100 % and 100 points.
 */
export function figuresOf(tally: Tally): Figures {
  const { due, pass, fixed, fail, na, notSeen } = tally
  const answered = pass + fixed + fail + na + notSeen
  const judged = pass + fixed + fail
  return {
    due,
    pass,
    fixed,
    fail,
    na,
    notSeen,
    completion: due > 0 ? answered / due : null,
    passRate: judged > 0 ? (pass + fixed) / judged : null,
    notSeenRate: answered > 0 ? notSeen / answered : null,
    score: scoreOf(tally),
  }
}

function scoreOf({ weightPass, weightFixed, weightAnswered, weightNa, criticalFails }: Tally): number | null {
  const base = weightAnswered - weightNa
  if (base <= 0) return null
  const score = (100 * (weightPass + FIXED_SHARE * weightFixed)) / base
  return criticalFails > 0 ? Math.min(score, CRITICAL_FAIL_CAP) : score
}
