import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { people } from '../../../shared/contract/people.ts'
import { triesLeft, waitAfter } from '../../../shared/domain/pin-tries.ts'
import { type Call, prepared } from '../handlers.ts'
import { findActor } from './actors.ts'
import { findCredential, markTries, saveCredential } from './credential-repository.ts'
import { readSession } from './read-session.ts'
import { findStaffByUid } from './staff-repository.ts'

type Input = InputOf<typeof people.signIn>
type Output = OutputOf<typeof people.signIn>

interface Checked {
  isRight: boolean
  rehashed: string | null
}

/** Unknown person, inactive person and wrong PIN take the same time and answer alike. */
export const signIn = prepared<Input, Output, Checked>({
  async prepare({ database, ports }, { personUid, pin }) {
    const staff = findStaffByUid(database, personUid)
    const credential = staff?.isActive ? findCredential(database, staff.id) : undefined
    if (!credential) {
      await ports.pinHash.hash(pin)
      return { isRight: false, rehashed: null }
    }
    const isRight = await ports.pinHash.verify(pin, credential.hash)
    const rehashed = isRight && ports.pinHash.needsRehash(credential.hash) ? await ports.pinHash.hash(pin) : null
    return { isRight, rehashed }
  },
  run: decide,
})

function decide(call: Call, { personUid }: Input, { isRight, rehashed }: Checked): Output {
  const { database, now } = call
  const staff = findStaffByUid(database, personUid)
  const credential = staff?.isActive ? findCredential(database, staff.id) : undefined
  if (!staff || !credential) return { outcome: 'refused', triesLeft: triesLeft(1), retryAt: null }
  if (credential.retryAt !== null && credential.retryAt > now) {
    return { outcome: 'refused', triesLeft: 0, retryAt: credential.retryAt }
  }
  if (!isRight) {
    const failed = credential.failedTries + 1
    const wait = waitAfter(failed)
    const retryAt = wait > 0 ? now + wait : null
    markTries(database, staff.id, failed, retryAt)
    call.changed({ record: 'sign-in', uid: staff.uid, before: null, after: { refused: true, failed } })
    return { outcome: 'refused', triesLeft: triesLeft(failed), retryAt }
  }
  markTries(database, staff.id, 0, null)
  if (rehashed) saveCredential(database, staff.id, rehashed, credential.mustChange)
  call.changed({ record: 'sign-in', uid: staff.uid, before: null, after: { refused: false } })
  call.identify(findActor(database, staff.id))
  call.afterCommit(() => call.seats.signIn(call.seat, staff.id))
  return { outcome: 'signed-in', session: readSession(call, staff.id) }
}
