import { parentPort } from 'node:worker_threads'
import { type ThreadFailure, tellFailure } from './ports/thread-failure.ts'

/** What the asker sees of a job under way, and how it stops it; each job knows the form of its progress. */
export interface JobWatch {
  onProgress?: ((progress: never) => void) | undefined
  signal?: (Pick<AbortSignal, 'aborted'> & Partial<AbortSignal>) | undefined
}

export interface JobRequest {
  id: number
  job: string
  input: unknown
  /** One number; anything but 0 asks the job to stop at its next step. */
  stop: SharedArrayBuffer
}

export type JobAnswer =
  | { id: number; type: 'progress'; progress: never }
  | { id: number; type: 'done'; output: unknown }
  | ({ id: number } & ThreadFailure)

type Job = (input: unknown, watch: JobWatch) => Promise<unknown>

/** The thread's own side: one job after another, so that no two write into the same place. */
export function serveJobs(jobs: object): void {
  let last: Promise<void> = Promise.resolve()
  parentPort?.on('message', (request: JobRequest) => {
    last = last.then(() => run(jobs as Record<string, Job>, request))
  })
}

async function run(jobs: Record<string, Job>, { id, job, input, stop }: JobRequest): Promise<void> {
  const answer = (message: JobAnswer) => parentPort?.postMessage(message)
  const flag = new Int32Array(stop)
  const signal = {
    get aborted() {
      return Atomics.load(flag, 0) !== 0
    },
  }
  try {
    const work = jobs[job]
    if (!work) throw new Error(`No job ${job}`)
    const output = await work(input, {
      onProgress: (progress) => answer({ id, type: 'progress', progress }),
      signal,
    })
    answer({ id, type: 'done', output })
  } catch (error) {
    answer({ id, ...tellFailure(error) })
  }
}
