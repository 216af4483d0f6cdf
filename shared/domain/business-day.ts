/** Every helper takes the zone: the outlet's own, never the machine's. Default Asia/Shanghai. */
export const DEFAULT_ZONE = 'Asia/Shanghai'

/** Twenty-four hours. Where a day of the calendar is meant, count days instead. */
export const DAY_MS = 24 * 3_600_000

const formatters = new Map<string, Intl.DateTimeFormat>()

function formatterOf(zone: string): Intl.DateTimeFormat {
  let formatter = formatters.get(zone)
  if (!formatter) {
    formatter = new Intl.DateTimeFormat('en-CA', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
      second: '2-digit',
    })
    formatters.set(zone, formatter)
  }
  return formatter
}

const HOUR_MS = 3_600_000
/** An instant's offset only changes on whole quarter hours; caching by hour keeps Intl out of hot loops. */
const offsets = new Map<string, number>()

/** Local wall clock minus UTC, in milliseconds, at an instant. */
export function zoneOffset(at: number, zone: string): number {
  const key = `${zone}/${Math.floor(at / HOUR_MS)}`
  let offset = offsets.get(key)
  if (offset === undefined) {
    const parts = Object.fromEntries(
      formatterOf(zone)
        .formatToParts(at)
        .map(({ type, value }) => [type, Number(value)]),
    )
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts
    offset = Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000
    if (offsets.size > 5000) offsets.clear()
    offsets.set(key, offset)
  }
  return offset
}

/** Local calendar day (`YYYY-MM-DD`) of an instant. */
export function businessDay(at: number, zone: string): string {
  return new Date(at + zoneOffset(at, zone)).toISOString().slice(0, 10)
}

/** Minutes since local midnight. */
export function minuteOfDay(at: number, zone: string): number {
  return Math.floor(((at + zoneOffset(at, zone)) % 86_400_000) / 60_000)
}

/** The instant of a local day and minute. */
export function instantOf(day: string, minute: number, zone: string): number {
  const wall = Date.parse(`${day}T00:00:00Z`) + minute * 60_000
  const guess = wall - zoneOffset(wall, zone)
  return wall - zoneOffset(guess, zone)
}

/** `08:25` → 505. */
export function parseClock(clock: string): number {
  const [hour = '0', minute = '0'] = clock.split(':')
  return Number(hour) * 60 + Number(minute)
}

/** 505 → `08:25`. */
export function formatClock(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** 1 = Monday … 7 = Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** Days from `from` to `to`, both inclusive. */
export function daysBetween(from: string, to: string): string[] {
  const days: string[] = []
  for (let day = from; day <= to; day = addDays(day, 1)) days.push(day)
  return days
}

/** Whole days from one day to another; negative where the other lies before. */
export function daysApart(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000)
}

export function monthOf(day: string): string {
  return day.slice(0, 7)
}

/** First and last day of `YYYY-MM`. */
export function monthRange(month: string): { from: string; to: string } {
  const [year = 0, number = 1] = month.split('-').map(Number)
  return { from: `${month}-01`, to: new Date(Date.UTC(year, number, 0)).toISOString().slice(0, 10) }
}
