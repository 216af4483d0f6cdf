import { addDays, weekdayOf } from '../../../../shared/domain/business-day.ts'

export interface Week {
  from: string
  to: string
}

/** Monday to Sunday, cut at both ends of a span of days. */
export function weeksOf(from: string, to: string): Week[] {
  const weeks: Week[] = []
  for (let start = from; start <= to; ) {
    const sunday = addDays(start, 7 - weekdayOf(start))
    weeks.push({ from: start, to: sunday < to ? sunday : to })
    start = addDays(sunday, 1)
  }
  return weeks
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

/** The value that a share of the values does not exceed (nearest rank); null without values. */
export function quantile(values: readonly number[], share: number): number | null {
  if (values.length === 0) return null
  const sorted = [...values].sort((a, b) => a - b)
  return sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? null
}
