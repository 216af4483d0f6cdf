import type { DemonstrationProgress } from '../../../shared/contract/demonstration.ts'
import { AppError } from '../../../shared/errors.ts'

/** What the asker sees of a file under way, and how it stops it. */
export interface Watch {
  onProgress?: ((progress: DemonstrationProgress) => void) | undefined
  signal?: (Pick<AbortSignal, 'aborted'> & Partial<AbortSignal>) | undefined
}

export function step(watch: Watch, stage: DemonstrationProgress['stage'], done = 0, of = 0): void {
  if (watch.signal?.aborted) throw new AppError('cancelled', 'cancelled')
  watch.onProgress?.({ stage, done, of })
}
