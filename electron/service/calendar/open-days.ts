import { addDays } from '../../../shared/domain/business-day.ts'
import type { OutletCalendar } from './outlet-calendar.ts'

/** Further away than any run of closed days. */
export const MOST_CLOSED_DAYS = 20

/** The last open day before one; null where none is near. */
export const openDayBefore = (calendar: OutletCalendar, on: string): string | null => openDayBeyond(calendar, on, -1)

/** The first open day after one; null where none is near. */
export const openDayAfter = (calendar: OutletCalendar, on: string): string | null => openDayBeyond(calendar, on, 1)

function openDayBeyond(calendar: OutletCalendar, on: string, step: 1 | -1): string | null {
  for (let days = 1; days <= MOST_CLOSED_DAYS; days++) {
    const day = addDays(on, days * step)
    if (calendar.isOpen(day)) return day
  }
  return null
}
