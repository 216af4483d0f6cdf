import { businessDay, formatClock, instantOf, minuteOfDay } from '../../shared/domain/business-day.ts'
import type { Language } from '../../shared/messages/language.ts'

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = `${language}/${JSON.stringify(options)}`
  let found = formatters.get(key)
  if (!found) {
    found = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...options, timeZone: 'UTC' })
    formatters.set(key, found)
  }
  return found
}

const middayOf = (day: string) => instantOf(day, 720, 'UTC')

/** `2026年11月23日` / `23 November 2026`. */
export function formatDay(day: string, language: Language): string {
  return formatter(language, { year: 'numeric', month: 'long', day: 'numeric' }).format(middayOf(day))
}

/** `11月23日` / `23 Nov`. */
export function formatShortDay(day: string, language: Language): string {
  return formatter(language, { month: 'short', day: 'numeric' }).format(middayOf(day))
}

/** `周一` / `Mon`. */
export function formatWeekday(day: string, language: Language): string {
  return formatter(language, { weekday: 'short' }).format(middayOf(day))
}

/** `08:25` on the outlet's clock. */
export function formatTime(at: number, zone: string): string {
  return formatClock(minuteOfDay(at, zone))
}

/** `11-23 08:25`, or `2025-11-23 08:25` in another year than now. */
export function shortInstant(at: number, now: number, zone: string): string {
  const text = formatInstant(at, zone)
  return text.slice(0, 4) === businessDay(now, zone).slice(0, 4) ? text.slice(5) : text
}

/** `2026-11-23 08:25` on the outlet's clock, for tables. */
export function formatInstant(at: number, zone: string): string {
  return `${businessDay(at, zone)} ${formatTime(at, zone)}`
}
