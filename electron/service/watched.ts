import { AppError } from '../../shared/errors.ts'
import type { Preparation } from './handlers.ts'

export interface Progress<Stage extends string> {
  stage: Stage
  /** 0 of 0 where there is nothing to count. */
  done: number
  of: number
}

/** What the asker sees of long work, and how it stops it. Asked between steps: SQLite itself is not stopped. */
export interface Watch<Stage extends string> {
  onProgress?: ((progress: Progress<Stage>) => void) | undefined
  signal?: (Pick<AbortSignal, 'aborted'> & Partial<AbortSignal>) | undefined
}

/** Says how far it is; throws `cancelled` where the asker has hung up. */
export function step<Stage extends string>(watch: Watch<Stage>, stage: Stage, done = 0, of = 0): void {
  if (watch.signal?.aborted) throw new AppError('cancelled', 'cancelled')
  watch.onProgress?.({ stage, done, of })
}

/** How far the calls under way are, by whose they are and the id their caller gave. */
const underWay = new WeakMap<object, Map<string, Progress<string>>>()

/** Runs work that its caller may watch by `watchId` and stop by hanging up; `jobs`: what does such work. */
export async function watched<Stage extends string, T>(
  jobs: object,
  { signal }: Pick<Preparation, 'signal'>,
  watchId: string | undefined,
  work: (watch: Watch<Stage | 'waiting'>) => Promise<T>,
): Promise<T> {
  if (watchId === undefined) return work({ signal })
  const progress = underWay.get(jobs) ?? new Map<string, Progress<string>>()
  underWay.set(jobs, progress)
  progress.set(watchId, { stage: 'waiting', done: 0, of: 0 })
  try {
    return await work({ signal, onProgress: (said) => void progress.set(watchId, said) })
  } finally {
    progress.delete(watchId)
  }
}

/** Null where no such call is under way. `Stage`: of the work that is watched under `jobs`. */
export function progressOf<Stage extends string>(jobs: object, watchId: string): Progress<Stage> | null {
  return (underWay.get(jobs)?.get(watchId) as Progress<Stage> | undefined) ?? null
}
