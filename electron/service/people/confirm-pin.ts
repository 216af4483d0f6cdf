import { AppError } from '../../../shared/errors.ts'
import type { Call, Preparation } from '../handlers.ts'
import { findCredential, markTries } from './credential-repository.ts'
import { missed, waitLeft } from './waits.ts'

export type PinVerdict = { outcome: 'right' } | { outcome: 'refused'; triesLeft: number; retryAt: number | null }

/** Whether the PIN is that person's, who need not be signed in. Throws where the person has none of their own. */
export async function isPinOf(
  { database, ports }: Preparation,
  { id, name }: { id: number; name: string },
  pin: string,
): Promise<boolean> {
  const credential = findCredential(database, id)
  if (!credential || credential.mustChange) throw new AppError('not-allowed-now', 'noOwnPin', { params: { name } })
  return ports.pinHash.verify(pin, credential.hash)
}

/** Counts the try as one at the door: the same waits, whichever way somebody guesses. */
export function countPinTry(call: Call, { id, uid }: { id: number; uid: string }, isRight: boolean): PinVerdict {
  const { database, now } = call
  const whom = `staff/${id}`
  const credential = findCredential(database, id)
  const left = waitLeft(call, whom, credential?.waitMs ?? 0)
  if (left > 0) return { outcome: 'refused', triesLeft: 0, retryAt: now + left }
  if (isRight) {
    markTries(database, id, 0, 0)
    return { outcome: 'right' }
  }
  const miss = missed(call, whom, credential?.failedTries ?? 0)
  markTries(database, id, miss.failedTries, miss.waitMs)
  call.changed({ record: 'sign-in', uid, before: null, after: { refused: true, failed: miss.failedTries } })
  return { outcome: 'refused', triesLeft: miss.triesLeft, retryAt: miss.waitMs > 0 ? now + miss.waitMs : null }
}
