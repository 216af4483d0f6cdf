import type { ReadingProgress } from '../../../shared/contract/imports.ts'
import type { FileJobs } from './file-jobs.ts'

/** How far the files are that calls under way have brought, by the id their caller gave them. */
export interface Readings {
  of(readingId: string): ReadingProgress | null
  /** Runs a job under that id and forgets it afterwards. */
  during<T>(
    readingId: string | undefined,
    work: (report: (progress: ReadingProgress) => void) => Promise<T>,
  ): Promise<T>
}

/** They belong to the thread that reads. */
const known = new WeakMap<FileJobs, Readings>()

export function readingsOf(jobs: FileJobs): Readings {
  const readings = known.get(jobs) ?? createReadings()
  known.set(jobs, readings)
  return readings
}

function createReadings(): Readings {
  const underWay = new Map<string, ReadingProgress>()
  return {
    of: (readingId) => underWay.get(readingId) ?? null,
    async during(readingId, work) {
      if (readingId === undefined) return work(() => undefined)
      underWay.set(readingId, { stage: 'waiting', done: 0, of: 0 })
      try {
        return await work((progress) => void underWay.set(readingId, progress))
      } finally {
        underWay.delete(readingId)
      }
    },
  }
}
