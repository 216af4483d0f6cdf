import type { Database } from 'better-sqlite3'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { people } from '../../../shared/contract/people.ts'
import { type Call, prepared } from '../handlers.ts'
import { findActor, isWelcome } from './actors.ts'
import { findCredential, markTries, saveCredential } from './credential-repository.ts'
import { readSession } from './read-session.ts'
import { findPersonByUid } from './staff-repository.ts'
import { type Miss, missed, waitLeft } from './waits.ts'

type Input = InputOf<typeof people.signIn>
type Output = OutputOf<typeof people.signIn>

interface Checked {
  isRight: boolean
  rehashed: string | null
}

/** Unknown person, inactive person and wrong PIN take the same time and answer alike. */
export const signIn = prepared<Input, Output, Checked>({
  async prepare({ database, ports, today }, { personUid, pin }) {
    const staff = findPersonByUid(database, personUid)
    const credential = staff && isWelcome(staff, today) ? findCredential(database, staff.id) : undefined
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
  const { database, now, today } = call
  const staff = findPersonByUid(database, personUid)
  const credential = staff && isWelcome(staff, today) ? findCredential(database, staff.id) : undefined
  const whom = staff && credential ? `staff/${staff.id}` : `stranger/${personUid}`
  const { failedTries, waitMs } = credential ?? strangerOf(database, personUid)
  const left = waitLeft(call, whom, waitMs)
  if (left > 0) return { outcome: 'refused', triesLeft: 0, retryAt: now + left }
  if (!isRight || !staff || !credential) {
    const miss = missed(call, whom, failedTries)
    if (staff && credential) markTries(database, staff.id, miss.failedTries, miss.waitMs)
    else call.afterCommit(() => noteStranger(database, personUid, miss))
    const after = { refused: true, failed: miss.failedTries }
    call.changed({ record: 'sign-in', uid: personUid, before: null, after })
    return { outcome: 'refused', triesLeft: miss.triesLeft, retryAt: miss.waitMs > 0 ? now + miss.waitMs : null }
  }
  markTries(database, staff.id, 0, 0)
  if (rehashed) saveCredential(database, staff.id, rehashed, credential.mustChange)
  call.changed({ record: 'sign-in', uid: staff.uid, before: null, after: { refused: false } })
  call.identify(findActor(database, staff.id, today))
  call.afterCommit(() => call.seats.signIn(call.seat, staff.id))
  return { outcome: 'signed-in', session: readSession(call, staff.id) }
}

type Tries = Pick<Miss, 'failedTries' | 'waitMs'>
const strangers = new WeakMap<Database, Map<string, Tries>>()
const MOST_STRANGERS = 1_000

/** Tries on names that nobody has are counted as well, or the count would tell who is known. */
function strangerOf(database: Database, uid: string): Tries {
  return strangers.get(database)?.get(uid) ?? { failedTries: 0, waitMs: 0 }
}

function noteStranger(database: Database, uid: string, { failedTries, waitMs }: Tries): void {
  const known = strangers.get(database) ?? new Map<string, Tries>()
  strangers.set(database, known.set(uid, { failedTries, waitMs }))
  for (const oldest of known.keys()) {
    if (known.size <= MOST_STRANGERS) break
    known.delete(oldest)
  }
}
