import type { Preparation } from '../handlers.ts'
import { deskOf } from './backup-desk.ts'
import type { Watch } from './watch.ts'

/** Runs work that its caller may watch by `watchId` and stop by hanging up. */
export async function watched<T>(
  { ports, signal }: Preparation,
  watchId: string | undefined,
  work: (watch: Watch) => Promise<T>,
): Promise<T> {
  if (watchId === undefined) return work({ signal })
  const { progress } = deskOf(ports.backups)
  progress.set(watchId, { stage: 'waiting', done: 0, of: 0 })
  try {
    return await work({ signal, onProgress: (said) => void progress.set(watchId, said) })
  } finally {
    progress.delete(watchId)
  }
}

/** How far the call is that was given this `watchId`; null where it is not under way. */
export function progressOf({ ports }: Pick<Preparation, 'ports'>, watchId: string) {
  return deskOf(ports.backups).progress.get(watchId) ?? null
}
