import { parentPort } from 'node:worker_threads'
import { createPhotoShrinker } from './ports/photo-shrinker.ts'

export interface PhotoRequest {
  id: number
  bytes: Uint8Array<ArrayBuffer>
}
export type PhotoAnswer = PhotoRequest

/** The thread's own side: one photo after another. */
const shrink = createPhotoShrinker()
let last: Promise<void> = Promise.resolve()

parentPort?.on('message', ({ id, bytes }: PhotoRequest) => {
  last = last.then(async () => {
    const small = Uint8Array.from(await shrink(bytes))
    parentPort?.postMessage({ id, bytes: small } satisfies PhotoAnswer, [small.buffer])
  })
})
