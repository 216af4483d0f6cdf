import { DAY_MS, zoneOffset } from './business-day.ts'

export const BACKUP_REASONS = ['hourly', 'manual', 'before-migration', 'before-import', 'before-restore'] as const
export type BackupReason = (typeof BACKUP_REASONS)[number]

export interface RotatedBackup {
  id: string
  /** Grows by one with every backup of a place, whatever the clock says. */
  number: number
  /** UTC milliseconds, by the clock of that moment. */
  takenAt: number
  reason: BackupReason
  isGood: boolean
}

export const KEPT = { hours: 24, days: 14, weeks: 8, months: 12 } as const
const HOUR_MS = 3_600_000
/** What was taken for a reason of its own, or because somebody asked for it. */
const KEPT_FOR_REASON_MS = 30 * DAY_MS
/** Clocks of two machines differ by a little. */
const TOLERANCE_MS = 5 * 60_000

/** Dated after now: the clock was wrong then or is wrong now, so its age says nothing. */
export function isFutureDated({ takenAt }: Pick<RotatedBackup, 'takenAt'>, now: number): boolean {
  return takenAt > now + TOLERANCE_MS
}

/** The good one taken last in truth, by its number; undefined where there is none. */
export function newestGood<B extends RotatedBackup>(backups: readonly B[]): B | undefined {
  return backups
    .filter(({ isGood }) => isGood)
    .reduce<B | undefined>((a, b) => (a && a.number > b.number ? a : b), undefined)
}

/** The good one with the latest date that is not in the future: what ages and schedules go by. */
export function newestDated<B extends RotatedBackup>(backups: readonly B[], now: number): B | undefined {
  return backups
    .filter((backup) => backup.isGood && !isFutureDated(backup, now))
    .reduce<B | undefined>((a, b) => (a && a.takenAt >= b.takenAt ? a : b), undefined)
}

/** True where the newest backup is an hour old, or its age cannot be known. */
export function isBackupDue(backups: readonly RotatedBackup[], now: number): boolean {
  const newest = newestDated(backups, now)
  return newest === undefined || now - newest.takenAt >= HOUR_MS
}

/**
 * The ids to remove. Slots are filled from the backups there are, not from the clock, so a jump of the clock empties
 * none; what is dated in the future is thinned by itself and fills no slot of the past. Damaged ones go once a newer
 * good one stands.
 */
export function backupsToRemove(backups: readonly RotatedBackup[], now: number, zone: string): string[] {
  const newest = newestGood(backups)
  if (!newest) return []
  const good = backups.filter(({ isGood }) => isGood)
  const kept = new Set([
    newest.id,
    ...slots(
      good.filter((backup) => !isFutureDated(backup, now)),
      zone,
    ),
    ...slots(
      good.filter((backup) => isFutureDated(backup, now)),
      zone,
    ),
    ...good.filter((backup) => isKeptForReason(backup, now)).map(({ id }) => id),
    ...backups.filter(({ isGood, number }) => !isGood && number > newest.number).map(({ id }) => id),
  ])
  return backups.filter(({ id }) => !kept.has(id)).map(({ id }) => id)
}

function isKeptForReason(backup: RotatedBackup, now: number): boolean {
  return backup.reason !== 'hourly' && !isFutureDated(backup, now) && now - backup.takenAt < KEPT_FOR_REASON_MS
}

/** The newest of each hour, day, week and month, as many of each as are kept. */
function slots(backups: readonly RotatedBackup[], zone: string): string[] {
  const sorted = [...backups].sort((a, b) => b.takenAt - a.takenAt || b.number - a.number)
  const places = sorted.map(({ id, takenAt }) => ({ id, ...periodsOf(takenAt, zone) }))
  return [
    ...firstOfEach(places, 'hour', KEPT.hours),
    ...firstOfEach(places, 'day', KEPT.days),
    ...firstOfEach(places, 'week', KEPT.weeks),
    ...firstOfEach(places, 'month', KEPT.months),
  ]
}

type Period = 'hour' | 'day' | 'week' | 'month'
type Placed = { id: string } & Record<Period, number>

function firstOfEach(places: readonly Placed[], period: Period, count: number): string[] {
  const first = new Map<number, string>()
  for (const place of places) {
    if (first.size === count && !first.has(place[period])) break
    if (!first.has(place[period])) first.set(place[period], place.id)
  }
  return [...first.values()]
}

/** Local hour, day, week from Monday, and month, each as a count. */
function periodsOf(at: number, zone: string): Record<Period, number> {
  const local = at + zoneOffset(at, zone)
  const day = Math.floor(local / DAY_MS)
  const date = new Date(local)
  return {
    hour: Math.floor(local / HOUR_MS),
    day,
    // 1 January 1970 was a Thursday.
    week: Math.floor((day + 3) / 7),
    month: date.getUTCFullYear() * 12 + date.getUTCMonth(),
  }
}
