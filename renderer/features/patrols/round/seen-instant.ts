import { instantOf, parseClock } from '../../../../shared/domain/business-day.ts'

/** `8:05`, `08:05`, `0805` or `8：05` on that day; undefined where it is no time. */
export function seenInstant(clock: string, on: string, zone: string): number | undefined {
  const match = /^(\d{1,2})[:：]?([0-5]\d)$/.exec(clock.trim())
  if (!match || Number(match[1]) > 23) return undefined
  return instantOf(on, parseClock(`${match[1]}:${match[2]}`), zone)
}
