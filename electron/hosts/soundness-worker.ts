import { parentPort, workerData } from 'node:worker_threads'
import { checkSoundness } from '../service/backups/open-copy.ts'
import { type ThreadFailure, tellFailure } from './ports/thread-failure.ts'

export type SoundnessAnswer = { type: 'sound' } | ThreadFailure

/** Looks at the copy that it was started with, answers once and ends. */
parentPort?.postMessage(verdictOn(workerData as string))

function verdictOn(path: string): SoundnessAnswer {
  try {
    checkSoundness(path)
    return { type: 'sound' }
  } catch (error) {
    return tellFailure(error)
  }
}
