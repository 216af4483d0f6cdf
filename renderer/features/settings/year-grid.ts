import type { CalendarDay } from '../../../shared/contract/calendar.ts'
import { weekdayOf } from '../../../shared/domain/business-day.ts'

export interface YearMonth {
  /** 1…12. */
  month: number
  /** Weeks of seven from Monday; null before the first and after the last day. */
  weeks: (CalendarDay | null)[][]
}

/** The days of one year as twelve month sheets. */
export function yearGrid(days: readonly CalendarDay[]): YearMonth[] {
  return Array.from({ length: 12 }, (_, index) => {
    const month = index + 1
    const inMonth = days.filter(({ on }) => Number(on.slice(5, 7)) === month)
    const lead = inMonth[0] ? weekdayOf(inMonth[0].on) - 1 : 0
    const cells: (CalendarDay | null)[] = [...Array<null>(lead).fill(null), ...inMonth]
    while (cells.length % 7 !== 0) cells.push(null)
    const weeks = Array.from({ length: cells.length / 7 }, (_week, at) => cells.slice(at * 7, at * 7 + 7))
    return { month, weeks }
  })
}
