import { parentPort } from 'node:worker_threads'
import type { BackupProgress } from '../../shared/contract/backups.ts'
import { type BackupJobs, createBackupJobs } from '../service/backups/backup-jobs.ts'
import type { Watch } from '../service/backups/watch.ts'
import { isSoundElsewhere } from './ports/soundness-thread.ts'
import { type ThreadFailure, tellFailure } from './ports/thread-failure.ts'

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
  | ({ id: number } & ThreadFailure)

type Job = (input: unknown, watch: Watch) => Promise<unknown>

/** The thread's own side: one job after another, so that no two write into a folder of backups. */
const jobs = createBackupJobs(isSoundElsewhere)
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
    answer({ id, ...tellFailure(error) })
  }
}
