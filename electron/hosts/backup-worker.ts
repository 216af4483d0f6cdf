import { parentPort } from 'node:worker_threads'
import type { BackupProgress } from '../../shared/contract/backups.ts'
import { AppError, type ErrorCode, type ErrorDetail } from '../../shared/errors.ts'
import { type BackupJobs, createBackupJobs } from '../service/backups/backup-jobs.ts'
import type { Watch } from '../service/backups/watch.ts'

export interface BackupRequest {
  id: number
  job: keyof BackupJobs
  input: unknown
  /** One number; anything but 0 asks the job to stop at its next step. */
  stop: SharedArrayBuffer
}

export type BackupAnswer =
  | { id: number; type: 'progress'; progress: BackupProgress }
  | { id: number; type: 'done'; output: unknown }
  | { id: number; type: 'failed'; code: ErrorCode; detail: ErrorDetail; cause: string | undefined }
  | { id: number; type: 'broken'; message: string; stack: string | undefined; code: unknown }

type Job = (input: unknown, watch: Watch) => Promise<unknown>

/** The thread's own side: one job after another, so that no two write into a folder of backups. */
const jobs = createBackupJobs()
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (request: BackupRequest) => {
  last = last.then(() => run(request))
})

async function run({ id, job, input, stop }: BackupRequest): Promise<void> {
  const answer = (message: BackupAnswer) => parentPort?.postMessage(message)
  const flag = new Int32Array(stop)
  const signal = {
    get aborted() {
      return Atomics.load(flag, 0) !== 0
    },
  }
  try {
    const output = await (jobs[job] as unknown as Job)(input, {
      onProgress: (progress) => answer({ id, type: 'progress', progress }),
      signal,
    })
    answer({ id, type: 'done', output })
  } catch (error) {
    if (error instanceof AppError) {
      const cause = error.cause instanceof Error ? error.cause.message : undefined
      return void answer({ id, type: 'failed', code: error.code, detail: error.detail, cause })
    }
    const { message, stack } = error instanceof Error ? error : new Error(String(error))
    answer({ id, type: 'broken', message, stack, code: (error as { code?: unknown } | null)?.code })
  }
}
