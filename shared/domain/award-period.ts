import type { AwardCycle } from '../contract/awards.ts'
import { addDays, monthRange, weekdayOf } from './business-day.ts'

export interface AwardPeriod {
  from: string
  to: string
}

const MONTHS_OF: Partial<Record<AwardCycle, number>> = { monthly: 1, quarterly: 3, semiannual: 6, annual: 12 }
const ANY_DAYS = 30

/** The last full week, month, quarter, half or year before `today`; of what has no cycle, the thirty days up to it. */
export function proposePeriod(cycle: AwardCycle, today: string): AwardPeriod {
  if (cycle === 'weekly') {
    const monday = addDays(today, 1 - weekdayOf(today) - 7)
    return { from: monday, to: addDays(monday, 6) }
  }
  const months = MONTHS_OF[cycle]
  if (months === undefined) return { from: addDays(today, 1 - ANY_DAYS), to: today }
  const month = Number(today.slice(5, 7))
  const firstOfThis = month - ((month - 1) % months)
  const last = addDays(`${today.slice(0, 4)}-${String(firstOfThis).padStart(2, '0')}-01`, -1)
  const first = Number(last.slice(5, 7)) - months + 1
  return { from: `${last.slice(0, 4)}-${String(first).padStart(2, '0')}-01`, to: monthRange(last.slice(0, 7)).to }
}

/** The last full period of the cycle where it holds the days of all facts, else those days themselves. */
export function periodOfFacts(cycle: AwardCycle, today: string, facts: AwardPeriod): AwardPeriod {
  const period = proposePeriod(cycle, today)
  return period.from <= facts.from && facts.to <= period.to ? period : { from: facts.from, to: facts.to }
}

/** Monthly awards are given by the 5th, quarterly ones by the 15th of the month after. */
export function grantedBy(cycle: 'monthly' | 'quarterly', today: string): { period: AwardPeriod; on: string } {
  const period = proposePeriod(cycle, today)
  return { period, on: addDays(period.to, cycle === 'monthly' ? 5 : 15) }
}
