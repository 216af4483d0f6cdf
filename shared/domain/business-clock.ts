import { addDays, businessDay, instantOf, minuteOfDay } from './business-day.ts'

export interface BusinessHours {
  zone: string
  /** Opening and closing minute of a day, null where it is closed. */
  hoursOf(day: string): { open: number; close: number } | null
}

const DAY_HOURS = 24
const SEARCH_DAYS = 366

/**
 * The instant `hours` after `from` on the business calendar. Whole days (24 h) are business days at the same time of
 * day, the rest runs in opening hours only: 4 h found at 16:00 in an outlet open 9 to 17 are due at 12:00 next day.
 */
export function addBusinessHours(from: number, hours: number, calendar: BusinessHours): number {
  let at = hours % DAY_HOURS === 0 ? from : moveIntoHours(from, calendar)
  for (let days = Math.floor(hours / DAY_HOURS); days > 0; days--) at = sameTimeNextOpenDay(at, calendar)
  return addOpenMinutes(at, (hours % DAY_HOURS) * 60, calendar)
}

/** Business days that have wholly passed since then, at most `most`. */
export function businessDaysSince(from: number, now: number, calendar: BusinessHours, most: number): number {
  let days = 0
  while (days < most && from <= businessDaysBefore(now, days + 1, calendar)) days++
  return days
}

/**
 * What was due by this instant has been due for `days` business days now: since the same time of day so many open days
 * ago. A closed day belongs to the open one before it.
 */
export function businessDaysBefore(now: number, days: number, calendar: BusinessHours): number {
  let day = businessDay(now, calendar.zone)
  const isOpen = calendar.hoursOf(day) !== null
  const minute = isOpen ? minuteOfDay(now, calendar.zone) : DAY_HOURS * 60
  if (!isOpen) day = previousOpenDay(day, calendar)
  for (let left = days; left > 0; left--) day = previousOpenDay(day, calendar)
  return instantOf(day, minute, calendar.zone) + (isOpen ? now % 60_000 : 0)
}

function previousOpenDay(day: string, calendar: BusinessHours): string {
  let previous = addDays(day, -1)
  for (let days = 0; days < SEARCH_DAYS && !calendar.hoursOf(previous); days++) previous = addDays(previous, -1)
  return previous
}

function sameTimeNextOpenDay(at: number, calendar: BusinessHours): number {
  const day = nextOpenDay(businessDay(at, calendar.zone), calendar)
  return instantOf(day, minuteOfDay(at, calendar.zone), calendar.zone)
}

function addOpenMinutes(at: number, minutes: number, calendar: BusinessHours): number {
  let left = minutes
  let now = at
  while (left > 0) {
    const day = businessDay(now, calendar.zone)
    const close = calendar.hoursOf(day)?.close ?? 0
    const here = Math.max(close - minuteOfDay(now, calendar.zone), 0)
    if (left <= here) return now + left * 60_000
    left -= here
    now = openingOf(nextOpenDay(day, calendar), calendar)
  }
  return now
}

/** Before opening or on a closed day the clock starts at the next opening. */
function moveIntoHours(at: number, calendar: BusinessHours): number {
  const day = businessDay(at, calendar.zone)
  const hours = calendar.hoursOf(day)
  const minute = minuteOfDay(at, calendar.zone)
  if (!hours || minute >= hours.close) return openingOf(nextOpenDay(day, calendar), calendar)
  return minute < hours.open ? openingOf(day, calendar) : at
}

function openingOf(day: string, calendar: BusinessHours): number {
  return instantOf(day, calendar.hoursOf(day)?.open ?? 0, calendar.zone)
}

function nextOpenDay(day: string, calendar: BusinessHours): string {
  let next = addDays(day, 1)
  for (let days = 0; days < SEARCH_DAYS && !calendar.hoursOf(next); days++) next = addDays(next, 1)
  return next
}
