import { parentPort } from 'node:worker_threads'
import type { DemonstrationProgress } from '../../shared/contract/demonstration.ts'
import { createDemonstrationJobs, type DemonstrationJobs } from '../service/demonstration/demonstration-jobs.ts'
import type { Watch } from '../service/demonstration/watch.ts'
import { createPhotoLanes } from './ports/photo-lanes.ts'
import { type ThreadFailure, tellFailure } from './ports/thread-failure.ts'
import { printFileToPdf } from './print-to-pdf.ts'

export interface DemonstrationRequest {
  id: number
  job: keyof DemonstrationJobs
  input: unknown
  /** One number; anything but 0 asks the job to stop at its next step. */
  stop: SharedArrayBuffer
}

export type DemonstrationAnswer =
  | { id: number; type: 'progress'; progress: DemonstrationProgress }
  | { id: number; type: 'done'; output: unknown }
  | ({ id: number } & ThreadFailure)

type Job = (input: unknown, watch: Watch) => Promise<unknown>

/** The thread's own side: one job after another. */
const jobs = createDemonstrationJobs({
  ...createPhotoLanes(),
  print: (page, to, { signal }) => printFileToPdf(page, to, () => signal?.aborted ?? false),
})
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (request: DemonstrationRequest) => {
  last = last.then(() => run(request))
})

async function run({ id, job, input, stop }: DemonstrationRequest): Promise<void> {
  const answer = (message: DemonstrationAnswer) => parentPort?.postMessage(message)
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
