import type { InputOf } from '../../../shared/contract/index.ts'
import type { people } from '../../../shared/contract/people.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Preparation, prepared } from '../handlers.ts'
import { findCredential, saveCredential } from './credential-repository.ts'
import { findPersonByUid } from './staff-repository.ts'

const ONE_TIME_PIN_DIGITS = 6

export interface OneTimePin {
  pin: string
  hash: string
}

export async function makeOneTimePin({ ports }: Pick<Preparation, 'ports'>): Promise<OneTimePin> {
  const pin = ports.ids.digits(ONE_TIME_PIN_DIGITS)
  return { pin, hash: await ports.pinHash.hash(pin) }
}

/** Whoever sits there must know the PIN of whom the seat holds; the fifth wrong one in a row signs out. */
export async function requireOwnPin({ database, actor, ports, seat, seats }: Preparation, pin: string): Promise<void> {
  const credential = actor.staffId === null ? undefined : findCredential(database, actor.staffId)
  if (credential && (await ports.pinHash.verify(pin, credential.hash))) return
  seats.missPin(seat)
  throw new AppError('forbidden', 'wrongPin')
}

export const resetPin = prepared<InputOf<typeof people.resetPin>, { oneTimePin: string }, OneTimePin>({
  prepare: makeOneTimePin,
  run(call, { uid }, { pin, hash }) {
    const staff = findPersonByUid(call.database, uid)
    if (!staff) throw new AppError('not-found', 'personGone')
    saveCredential(call.database, staff.id, hash, true)
    call.changed({ record: 'credential', uid, before: null, after: { reset: true } })
    return { oneTimePin: pin }
  },
})

export const changePin = prepared<InputOf<typeof people.changePin>, { done: true }, string>({
  async prepare(call, { oldPin, newPin }) {
    await requireOwnPin(call, oldPin)
    if (oldPin === newPin) throw new AppError('invalid-input', 'samePin')
    return call.ports.pinHash.hash(newPin)
  },
  run(call, _input, hash) {
    if (call.actor.staffId === null || call.actor.staffUid === null) throw new AppError('not-signed-in', 'notSignedIn')
    saveCredential(call.database, call.actor.staffId, hash, false)
    call.changed({ record: 'credential', uid: call.actor.staffUid, before: null, after: { changed: true } })
    return { done: true as const }
  },
})
