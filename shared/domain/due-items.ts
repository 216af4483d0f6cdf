import type { ChecklistItem, RoundId } from '../contract/checklists.ts'
import { WEEKDAYS } from '../contract/checklists.ts'
import { addDays, weekdayOf } from './business-day.ts'

export interface DayFacts {
  on: string
  /** Whether the outlet is open on a day; asked about the days before, too. */
  isOpen(day: string): boolean
  /** Official working day (weekday or make-up workday) and open. */
  isWorkday(day: string): boolean
  /** Conditions that hold today: asked ones and outlet switches. */
  conditions: ReadonlySet<string>
}

const LONGEST_CLOSURE_DAYS = 31

/** The items due in one round of one day: switched on, of that round, by cadence, weekday and condition. */
export function dueItems<I extends ChecklistItem>(items: readonly I[], round: RoundId, day: DayFacts): I[] {
  const weekdays = weekdaysFallingOn(day)
  const isMonthDay = isFirstWorkday(day)
  return items.filter((item) => {
    if (!item.isOn || !item.rounds.includes(round)) return false
    if (item.condition !== undefined && !day.conditions.has(item.condition)) return false
    if (item.cadence === 'weekly') return weekdays.has(WEEKDAYS.indexOf(item.default_weekday ?? 'mon') + 1)
    return item.cadence === 'daily' || isMonthDay
  })
}

/** Weekdays whose weekly items fall on this day: its own, and those of closed days directly before it. */
function weekdaysFallingOn({ on, isOpen }: DayFacts): Set<number> {
  const weekdays = new Set([weekdayOf(on)])
  let day = addDays(on, -1)
  for (let back = 0; back < LONGEST_CLOSURE_DAYS && !isOpen(day); back++) {
    weekdays.add(weekdayOf(day))
    day = addDays(day, -1)
  }
  return weekdays
}

/** First open working day of the month; items of a month whose working days are all closed are not due. */
function isFirstWorkday({ on, isWorkday }: DayFacts): boolean {
  if (!isWorkday(on)) return false
  for (let day = `${on.slice(0, 7)}-01`; day < on; day = addDays(day, 1)) {
    if (isWorkday(day)) return false
  }
  return true
}
