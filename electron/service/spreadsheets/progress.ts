import type { ReadingProgress } from '../../../shared/contract/imports.ts'

export type ReportProgress = (progress: ReadingProgress) => void

/** What a caller may see of work under way, and how it stops it. */
export interface Watch {
  signal?: AbortSignal | undefined
  onProgress?: ReportProgress | undefined
}

const STEP = 1_000

/** Said every thousand rows. */
export function rowsDone(
  report: ReportProgress | undefined,
  stage: ReadingProgress['stage'],
  done: number,
  of: number,
): void {
  if (report && done % STEP === 0) report({ stage, done, of })
}
