import { Worker } from 'node:worker_threads'
import type { SoundnessAnswer } from '../soundness-worker.ts'
import { failureTold } from './thread-failure.ts'
import { workerFile } from './worker-file.ts'

/** Checks a copy in a thread of its own, while the asking thread reads it. */
export function isSoundElsewhere(path: string): Promise<void> {
  const worker = new Worker(workerFile('soundness-worker'), { workerData: path })
  return new Promise((resolve, reject) => {
    worker.on('message', (answer: SoundnessAnswer) =>
      answer.type === 'sound' ? resolve() : reject(failureTold(answer)),
    )
    worker.on('error', reject)
    worker.on('exit', () => reject(new Error('The thread that checks a copy has ended')))
  })
}
