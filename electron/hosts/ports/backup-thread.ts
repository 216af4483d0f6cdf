import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { BackupJobs } from '../../service/backups/backup-jobs.ts'
import type { Watch } from '../../service/backups/watch.ts'
import type { BackupAnswer, BackupRequest } from '../backup-worker.ts'
import { failureTold } from './thread-failure.ts'
import { workerFile } from './worker-file.ts'

/** The thread goes when it has had nothing to do for so long. */
const IDLE_MS = 60_000

interface Waiting {
  request: BackupRequest
  watch: Watch
  resolve(output: never): void
  reject(error: unknown): void
  settled: Promise<never>
}

export interface BackupThread {
  jobs: BackupJobs
  /** What is under way ends at its next step. */
  close(): Promise<void>
}

/** Copies, checks and restores in a thread of their own, with their own connection of the same SQLite. */
export function createBackupThread(): BackupThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let ids = 0
  let isClosed = false

  function start(): Worker {
    const made = new Worker(workerFile('backup-worker'))
    made.on('message', hear)
    made.on('error', (cause) => made === worker && lose(cause))
    made.on('exit', () => made === worker && lose(new Error('The thread that keeps backups has ended')))
    return made
  }

  function hear(answer: BackupAnswer): void {
    const one = waiting.get(answer.id)
    if (!one) return
    if (answer.type === 'progress') return void one.watch.onProgress?.(answer.progress)
    waiting.delete(answer.id)
    if (answer.type === 'done') one.resolve(answer.output as never)
    else one.reject(failureTold(answer))
    if (waiting.size === 0) rest()
  }

  function lose(cause: unknown): void {
    worker = undefined
    const lost = [...waiting.values()]
    waiting.clear()
    for (const one of lost) one.reject(cause)
  }

  function rest(): void {
    worker?.unref()
    idle = setTimeout(() => {
      const ended = worker
      worker = undefined
      void ended?.terminate()
    }, IDLE_MS)
    idle.unref()
  }

  function run(job: keyof BackupJobs, input: unknown, watch: Watch = {}): Promise<never> {
    const { signal } = watch
    if (isClosed || signal?.aborted) return Promise.reject(new AppError('cancelled', 'cancelled'))
    clearTimeout(idle)
    worker ??= start()
    worker.ref()
    const stop = new SharedArrayBuffer(4)
    const onAbort = () => void Atomics.store(new Int32Array(stop), 0, 1)
    signal?.addEventListener?.('abort', onAbort)
    const request: BackupRequest = { id: ++ids, job, input, stop }
    const one = { request, watch } as Waiting
    one.settled = new Promise<never>((resolve, reject) => Object.assign(one, { resolve, reject })).finally(() =>
      signal?.removeEventListener?.('abort', onAbort),
    )
    waiting.set(request.id, one)
    worker.postMessage(request)
    return one.settled
  }

  return {
    jobs: {
      make: (input, watch) => run('make', input, watch),
      list: (input, watch) => run('list', input, watch),
      verify: (input, watch) => run('verify', input, watch),
      stage: (input, watch) => run('stage', input, watch),
      dropStaged: (input, watch) => run('dropStaged', input, watch),
      tryTarget: (input, watch) => run('tryTarget', input, watch),
      bringKeys: (input, watch) => run('bringKeys', input, watch),
      serialOfKeys: (input, watch) => run('serialOfKeys', input, watch),
      salvage: (input, watch) => run('salvage', input, watch),
      countMissing: (input, watch) => run('countMissing', input, watch),
    },
    async close() {
      isClosed = true
      clearTimeout(idle)
      for (const { request } of waiting.values()) Atomics.store(new Int32Array(request.stop), 0, 1)
      await Promise.allSettled([...waiting.values()].map(({ settled }) => settled))
      const ended = worker
      worker = undefined
      await ended?.terminate()
    },
  }
}
