import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { JobAnswer, JobRequest, JobWatch } from '../serve-jobs.ts'
import { failureTold } from './thread-failure.ts'
import { workerFile } from './worker-file.ts'

/** The thread goes when it has had nothing to do for so long. */
const IDLE_MS = 60_000

interface Waiting {
  request: JobRequest
  watch: JobWatch
  resolve(output: never): void
  reject(error: unknown): void
  settled: Promise<never>
}

export interface JobThread {
  run(job: string, input: unknown, watch?: JobWatch): Promise<never>
  /** What is under way ends at its next step. */
  close(): Promise<void>
}

/** Long work in a thread of its own, one job after another, started with the first. `lost` says so where it dies. */
export function createJobThread(file: string, lost: string): JobThread {
  const waiting = new Map<number, Waiting>()
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let ids = 0
  let isClosed = false

  function start(): Worker {
    const made = new Worker(workerFile(file))
    made.on('message', hear)
    made.on('error', (cause) => made === worker && lose(cause))
    made.on('exit', () => made === worker && lose(new Error(lost)))
    return made
  }

  function hear(answer: JobAnswer): void {
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
    const left = [...waiting.values()]
    waiting.clear()
    for (const one of left) one.reject(cause)
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

  function run(job: string, input: unknown, watch: JobWatch = {}): Promise<never> {
    const { signal } = watch
    if (isClosed || signal?.aborted) return Promise.reject(new AppError('cancelled', 'cancelled'))
    clearTimeout(idle)
    worker ??= start()
    worker.ref()
    const stop = new SharedArrayBuffer(4)
    const onAbort = () => void Atomics.store(new Int32Array(stop), 0, 1)
    signal?.addEventListener?.('abort', onAbort)
    const request: JobRequest = { id: ++ids, job, input, stop }
    const one = { request, watch } as Waiting
    one.settled = new Promise<never>((resolve, reject) => Object.assign(one, { resolve, reject })).finally(() =>
      signal?.removeEventListener?.('abort', onAbort),
    )
    waiting.set(request.id, one)
    worker.postMessage(request)
    return one.settled
  }

  return {
    run,
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
