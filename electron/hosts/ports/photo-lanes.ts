import { availableParallelism } from 'node:os'
import { Worker } from 'node:worker_threads'
import type { PhotoAnswer } from '../photo-worker.ts'
import { workerFile } from './worker-file.ts'

const MOST_LANES = 4

export interface PhotoLanes {
  /** How many photos are worth giving at once. */
  lanes: number
  shrink(bytes: Uint8Array): Promise<Uint8Array>
}

interface Lane {
  worker: Worker
  waiting: Map<number, { resolve(bytes: Uint8Array): void; reject(error: unknown): void }>
}

/** Photos in threads of their own, one core left to the service where there are several; they end with this thread. */
export function createPhotoLanes(): PhotoLanes {
  const count = Math.min(MOST_LANES, Math.max(2, availableParallelism() - 1))
  const lanes: Lane[] = []
  let ids = 0

  function start(): Lane {
    const lane: Lane = { worker: new Worker(workerFile('photo-worker')), waiting: new Map() }
    lane.worker.unref()
    lane.worker.on('message', ({ id, bytes }: PhotoAnswer) => {
      const one = lane.waiting.get(id)
      lane.waiting.delete(id)
      if (lane.waiting.size === 0) lane.worker.unref()
      one?.resolve(bytes)
    })
    const lose = (cause: unknown) => {
      lanes.splice(lanes.indexOf(lane), lanes.includes(lane) ? 1 : 0)
      for (const { reject } of lane.waiting.values()) reject(cause)
      lane.waiting.clear()
    }
    lane.worker.on('error', lose)
    lane.worker.on('exit', () => lose(new Error('A thread that shrinks photos has ended')))
    lanes.push(lane)
    return lane
  }

  return {
    lanes: count,
    shrink(bytes) {
      const idle = lanes.find(({ waiting }) => waiting.size === 0)
      const lane = idle ?? (lanes.length < count ? start() : leastBusy(lanes))
      const id = ++ids
      const copy = Uint8Array.from(bytes)
      return new Promise((resolve, reject) => {
        lane.waiting.set(id, { resolve, reject })
        lane.worker.ref()
        lane.worker.postMessage({ id, bytes: copy }, [copy.buffer])
      })
    },
  }
}

function leastBusy([first, ...others]: Lane[]): Lane {
  if (!first) throw new Error('no lane')
  return others.reduce((best, lane) => (lane.waiting.size < best.waiting.size ? lane : best), first)
}
