import type { SampleProgress } from '../../shared/contract/workspaces.ts'
import { AppError } from '../../shared/errors.ts'

/** Writes the sample outlet where there is none yet. Calls `onDay` after each day, which throws once it shall stop. */
export type PrepareSample = (onDay: (done: number, of: number) => Promise<void>) => Promise<void>

export interface SamplePreparation {
  /** Whoever comes while it is being written waits for the same one. Rejects as cancelled where the first hangs up. */
  ready(signal: AbortSignal | undefined): Promise<void>
  progress(): SampleProgress | null
}

export function createSamplePreparation(prepare: PrepareSample): SamplePreparation {
  let underWay: Promise<void> | undefined
  let progress: SampleProgress | null = null
  return {
    ready(signal) {
      underWay ??= prepare(async (done, of) => {
        progress = { done, of }
        // Everybody else is answered, and a hang-up heard, between two days.
        await new Promise((resolve) => setImmediate(resolve))
        if (signal?.aborted) throw new AppError('cancelled', 'cancelled')
      }).finally(() => {
        underWay = undefined
        progress = null
      })
      return underWay
    },
    progress: () => progress,
  }
}
