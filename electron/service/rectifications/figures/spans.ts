import { addDays, monthOf, monthRange, weekdayOf } from '../../../../shared/domain/business-day.ts'

export interface Days {
  from: string
  to: string
}

/** Monday to Sunday, cut at both ends of a span of days. */
export function weeksOf(from: string, to: string): Days[] {
  const weeks: Days[] = []
  for (let start = from; start <= to; ) {
    const sunday = addDays(start, 7 - weekdayOf(start))
    weeks.push({ from: start, to: sunday < to ? sunday : to })
    start = addDays(sunday, 1)
  }
  return weeks
}

/** Calendar months, cut at both ends of a span of days. */
export function monthsOf(from: string, to: string): Days[] {
  const months: Days[] = []
  for (let start = from; start <= to; ) {
    const last = monthRange(monthOf(start)).to
    months.push({ from: start, to: last < to ? last : to })
    start = addDays(last, 1)
  }
  return months
}

/** Position of the last start that is not after `at`; -1 before the first. Starts ascend. */
export function positionOf(starts: readonly number[], at: number): number {
  let low = 0
  let high = starts.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((starts[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return low - 1
}

/** Numbers in a form that sorts by value without a call for every pair. */
export const ascending = (values: readonly number[]): Float64Array => Float64Array.from(values).sort()

/** The value that a share of the ascending values does not exceed (nearest rank); null without values. */
export function quantile(values: Float64Array, share: number): number | null {
  return values[Math.max(0, Math.ceil(share * values.length) - 1)] ?? null
}
