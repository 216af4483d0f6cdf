import { Worker } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import type { FileJobs } from '../../service/imports/file-jobs.ts'
import type { Watch } from '../../service/spreadsheets/progress.ts'
import type { FileAnswer, FileRequest } from '../file-worker.ts'
import { failureTold } from './thread-failure.ts'
import { workerFile } from './worker-file.ts'

/** The file read last stays in the thread for so long after its last use. */
const IDLE_MS = 120_000
const MOST_MEGABYTES = 2_048

interface Waiting {
  request: FileRequest
  watch: Watch
  resolve(output: unknown): void
  reject(error: unknown): void
}

/**
 * Spreadsheets in a thread of their own, one after another, started with the first. Cancelling the one being read ends
 * the thread, because nothing else stops it; those behind it go to a new one.
 */
export function createFileThread(): FileJobs {
  const waiting: Waiting[] = []
  let worker: Worker | undefined
  let idle: NodeJS.Timeout | undefined
  let ids = 0

  function next(): void {
    clearTimeout(idle)
    const [first] = waiting
    if (!first) {
      idle = setTimeout(end, IDLE_MS)
      idle.unref()
      worker?.unref()
      return
    }
    worker ??= start()
    worker.ref()
    worker.postMessage(first.request)
  }

  function start(): Worker {
    const made = new Worker(workerFile('file-worker'), { resourceLimits: { maxOldGenerationSizeMb: MOST_MEGABYTES } })
    made.on('message', (answer: FileAnswer) => made === worker && hear(answer))
    made.on('error', (cause) => made === worker && lose(cause))
    made.on('exit', () => made === worker && lose(undefined))
    return made
  }

  function hear(answer: FileAnswer): void {
    const [first] = waiting
    if (first?.request.id !== answer.id) return
    if (answer.type === 'progress') {
      first.watch.onProgress?.(answer.progress)
      return
    }
    waiting.shift()
    if (answer.type === 'done') first.resolve(answer.output)
    else first.reject(failureTold(answer))
    next()
  }

  /** Out of memory ends the thread, not the console. */
  function lose(cause: unknown): void {
    worker = undefined
    const isTooLarge = (cause as { code?: unknown } | undefined)?.code === 'ERR_WORKER_OUT_OF_MEMORY'
    const error = isTooLarge ? new AppError('invalid-input', 'fileHostile', { cause }) : cause
    waiting.shift()?.reject(error ?? new Error('The thread that reads files has ended'))
    next()
  }

  function end(): void {
    const ended = worker
    worker = undefined
    void ended?.terminate()
  }

  function cancel(one: Waiting): void {
    const place = waiting.indexOf(one)
    if (place < 0) return
    waiting.splice(place, 1)
    one.reject(new AppError('cancelled', 'cancelled'))
    if (place > 0) return
    end()
    next()
  }

  function run(job: keyof FileJobs, input: unknown, watch: Watch = {}): Promise<never> {
    const { signal } = watch
    if (signal?.aborted) return Promise.reject(new AppError('cancelled', 'cancelled'))
    return new Promise((resolve, reject) => {
      const stop = () => cancel(one)
      const settle = <T>(how: (value: T) => void) => {
        return (value: T) => {
          signal?.removeEventListener('abort', stop)
          how(value)
        }
      }
      const one: Waiting = {
        request: { id: ++ids, job, input },
        watch,
        resolve: settle(resolve as (output: unknown) => void),
        reject: settle(reject),
      }
      signal?.addEventListener('abort', stop)
      waiting.push(one)
      if (waiting.length === 1) next()
    })
  }

  return {
    read: (input, watch) => run('read', input, watch),
    plan: (input, watch) => run('plan', input, watch),
    preview: (input, watch) => run('preview', input, watch),
    annotate: (input, watch) => run('annotate', input, watch),
  }
}
