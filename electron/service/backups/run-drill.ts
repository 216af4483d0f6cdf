import type { DrillResult } from '../../../shared/contract/backups.ts'
import { newestDated } from '../../../shared/domain/backup-rotation.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Preparation } from '../handlers.ts'
import { deskOf } from './backup-desk.ts'
import { lookAtBackups, pathOfBackup } from './take-backup.ts'
import type { Watch } from './watch.ts'

const WEEK_MS = 7 * 24 * 3_600_000

/** The newest backup, opened and counted at a temporary place. What fails is a result too. */
export async function runDrill(call: Preparation, watch: Watch): Promise<DrillResult> {
  const { jobs, workshop } = call.ports.backups
  await lookAtBackups(call)
  const newest = newestDated(deskOf(call.ports.backups).here ?? [], call.now)
  if (!newest) throw new AppError('not-found', 'backupGone')
  const { id, takenAt } = newest
  const result = { at: call.now, backupId: id, takenAt }
  try {
    const { backup, lostPhotos } = await jobs.verify({ path: pathOfBackup(call, 'here', id), workshop }, watch)
    const rows = Object.values(backup.counts).reduce((sum, count) => sum + count, 0)
    const isGood = lostPhotos === 0
    return {
      ...result,
      isGood,
      rows,
      photos: backup.photoCount,
      lostPhotos,
      reason: isGood ? null : 'backupPhotosLost',
    }
  } catch (error) {
    if (!(error instanceof AppError) || error.code === 'cancelled') throw error
    return { ...result, isGood: false, rows: 0, photos: 0, lostPhotos: 0, reason: error.detail.reason }
  }
}

/** Once a week; a date in the future is no reason to wait. */
export function isDrillDue(last: DrillResult | null, now: number): boolean {
  return last === null || last.at > now || now - last.at >= WEEK_MS
}
