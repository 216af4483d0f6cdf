import type { BackupProgress } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/errors.ts'

/** What the asker sees of a backup under way, and how it stops it. Asked between steps: SQLite itself is not stopped. */
export interface Watch {
  onProgress?: ((progress: BackupProgress) => void) | undefined
  signal?: (Pick<AbortSignal, 'aborted'> & Partial<AbortSignal>) | undefined
}

export function step(watch: Watch, stage: BackupProgress['stage'], done = 0, of = 0): void {
  if (watch.signal?.aborted) throw new AppError('cancelled', 'cancelled')
  watch.onProgress?.({ stage, done, of })
}
