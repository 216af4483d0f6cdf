import { parentPort } from 'node:worker_threads'
import type { ReadingProgress } from '../../shared/contract/imports.ts'
import { createFileJobs, type FileJobs } from '../service/imports/file-jobs.ts'
import { type ThreadFailure, tellFailure } from './ports/thread-failure.ts'

export interface FileRequest {
  id: number
  job: keyof FileJobs
  input: unknown
}

export type FileAnswer =
  | { id: number; type: 'progress'; progress: ReadingProgress }
  | { id: number; type: 'done'; output: unknown }
  | ({ id: number } & ThreadFailure)

type Job = (input: unknown, watch: { onProgress(progress: ReadingProgress): void }) => Promise<unknown>

/** The thread's own side: one job after another, the last file kept between them. */
const jobs = createFileJobs()
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', (request: FileRequest) => {
  last = last.then(() => run(request))
})

async function run({ id, job, input }: FileRequest): Promise<void> {
  const answer = (message: FileAnswer) => parentPort?.postMessage(message)
  try {
    const work = jobs[job] as unknown as Job
    const output = await work(input, { onProgress: (progress) => answer({ id, type: 'progress', progress }) })
    answer({ id, type: 'done', output })
  } catch (error) {
    answer({ id, ...tellFailure(error) })
  }
}
