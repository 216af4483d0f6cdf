import { businessDay, formatClock, minuteOfDay } from '../../../shared/domain/business-day.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'

/** Local wall time of the call, `2026-11-05 09:12`. */
export function localMoment({ database, now }: Call): string {
  const zone = readZone(database)
  return `${businessDay(now, zone)} ${formatClock(minuteOfDay(now, zone))}`
}
