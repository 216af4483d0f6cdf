import type { InputOf } from '../../../shared/contract/index.ts'
import type { Outlet, Person, people } from '../../../shared/contract/people.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Call, prepared } from '../handlers.ts'
import { pinyinOf } from '../pinyin-of.ts'
import { saveCredential } from './credential-repository.ts'
import { makeOneTimePin, type OneTimePin } from './pins.ts'
import { personOf } from './read-session.ts'
import {
  findOutlet,
  findStaffByUid,
  insertOutlet,
  insertStaff,
  type NewStaff,
  updateStaff,
} from './staff-repository.ts'

export const addPerson = prepared<InputOf<typeof people.add>, { person: Person; oneTimePin: string }, OneTimePin>({
  prepare: makeOneTimePin,
  run(call, input, { pin, hash }) {
    const person = createPerson(call, { ...input, isActive: true }, hash)
    return { person, oneTimePin: pin }
  },
})

export type PersonFields = Omit<NewStaff, 'uid' | 'pinyin'>

/** Inserts a person, with a one-time PIN where a hash is given. */
export function createPerson(
  call: Call,
  fields: PersonFields,
  oneTimeHash: string | null,
  importId: number | null = null,
): Person {
  const staff = { ...fields, uid: call.ports.ids.uid(call.now), pinyin: pinyinOf(fields.name) }
  const id = insertStaff(call.database, staff, call.now, importId)
  if (oneTimeHash) saveCredential(call.database, id, oneTimeHash, true)
  call.changed({ record: 'staff', uid: staff.uid, before: null, after: staff })
  return personOf(getStaff(call, staff.uid))
}

export function updatePerson(call: Call, { uid, ...fields }: InputOf<typeof people.update>): Person {
  const before = getStaff(call, uid)
  const after = { ...fields, uid, pinyin: pinyinOf(fields.name) }
  updateStaff(call.database, before.id, after)
  const person = personOf(getStaff(call, uid))
  call.changed({ record: 'staff', uid, before: personOf(before), after: person })
  return person
}

export function createOutlet(call: Call, code: string, name: string, isSample: boolean): Outlet {
  if (findOutlet(call.database)) throw new AppError('conflict', 'outletExists')
  const outlet = { uid: call.ports.ids.uid(call.now), code, name, isSample }
  insertOutlet(call.database, outlet, call.now)
  call.changed({ record: 'outlet', uid: outlet.uid, before: null, after: outlet })
  return outlet
}

function getStaff({ database }: Pick<Call, 'database'>, uid: string) {
  const staff = findStaffByUid(database, uid)
  if (!staff) throw new AppError('not-found', 'personGone')
  return staff
}
