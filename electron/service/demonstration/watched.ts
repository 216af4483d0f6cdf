import type { DemonstrationProgress } from '../../../shared/contract/demonstration.ts'
import type { Preparation } from '../handlers.ts'
import type { DemonstrationJobs } from './demonstration-jobs.ts'
import type { Watch } from './watch.ts'

/** How far the files under way are, by the id their caller gave. */
const underWay = new WeakMap<DemonstrationJobs, Map<string, DemonstrationProgress>>()

function progressIn(jobs: DemonstrationJobs): Map<string, DemonstrationProgress> {
  const known = underWay.get(jobs) ?? new Map<string, DemonstrationProgress>()
  underWay.set(jobs, known)
  return known
}

/** Runs work that its caller may watch by `watchId` and stop by hanging up. */
export async function watched<T>(
  { ports, signal }: Preparation,
  watchId: string | undefined,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  if (watchId === undefined) return work({ signal })
  const progress = progressIn(ports.demonstration)
  progress.set(watchId, { stage: 'waiting', done: 0, of: 0 })
  try {
    return await work({ signal, onProgress: (said) => void progress.set(watchId, said) })
  } finally {
    progress.delete(watchId)
  }
}

/** Null where no such call is under way. */
export function progressOf({ ports }: Pick<Preparation, 'ports'>, watchId: string): DemonstrationProgress | null {
  return progressIn(ports.demonstration).get(watchId) ?? null
}
