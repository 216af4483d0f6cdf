import type { BackupHealth } from '../../../shared/contract/backups.ts'
import { newestDated } from '../../../shared/domain/backup-rotation.ts'
import type { BackupKeeper } from '../ports.ts'
import type { ListedBackup } from './backup-jobs.ts'

/** What the console remembers of its backups while it runs, so that a glance at them reads no disk. */
export interface Desk {
  here: readonly ListedBackup[] | undefined
  /** Null where the second place could not be reached. */
  target: readonly ListedBackup[] | null | undefined
  /** Key under `errors.`, until the next success. */
  failure: string | undefined
  targetFailure: string | undefined
  failedAt: number
  /** Rows the service had written when the last backup was taken. */
  changes: number | undefined
  /** When the clockwork first looked; it lets the console start in peace. */
  watchedFrom: number | undefined
  lookedAt: number
  isBusy: boolean
}

const desks = new WeakMap<BackupKeeper, Desk>()

export function deskOf(keeper: BackupKeeper): Desk {
  let desk = desks.get(keeper)
  if (!desk) {
    desk = {
      here: undefined,
      target: undefined,
      failure: undefined,
      targetFailure: undefined,
      failedAt: 0,
      changes: undefined,
      watchedFrom: undefined,
      lookedAt: 0,
      isBusy: false,
    }
    desks.set(keeper, desk)
  }
  return desk
}

const LATE_MS = 3 * 24 * 3_600_000

/** `isDrillGood`: what the last restore drill found, null where there was none. */
export function healthOf(desk: Desk, now: number, hasTarget: boolean, isDrillGood: boolean | null): BackupHealth {
  const here = newestOf(desk.here ?? [], now)
  const target = newestOf(desk.target ?? [], now)
  const isBroken = desk.failure !== undefined || isDrillGood === false
  return {
    here: { condition: isBroken ? 'broken' : isLate(here, now) ? 'late' : 'good', newestAt: here },
    target: hasTarget ? { condition: targetCondition(desk, target, now), newestAt: target } : null,
  }
}

function targetCondition(desk: Desk, newestAt: number | null, now: number): BackupHealth['here']['condition'] {
  if (desk.targetFailure !== undefined && desk.targetFailure !== 'backupTargetMissing') return 'broken'
  if (desk.target === null) return 'missing'
  return isLate(newestAt, now) ? 'late' : 'good'
}

function isLate(newestAt: number | null, now: number): boolean {
  return newestAt === null || now - newestAt > LATE_MS
}

function newestOf(backups: readonly ListedBackup[], now: number): number | null {
  return newestDated(backups, now)?.takenAt ?? null
}
