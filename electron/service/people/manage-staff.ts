import type { InputOf } from '../../../shared/contract/index.ts'
import type { Outlet, Person, people } from '../../../shared/contract/people.ts'
import { AppError } from '../../../shared/errors.ts'
import { isVisitorPost } from '../../../shared/roles.ts'
import { type Call, prepared } from '../handlers.ts'
import { pinyinOf } from '../pinyin-of.ts'
import { saveCredential } from './credential-repository.ts'
import { makeOneTimePin, type OneTimePin } from './pins.ts'
import { personOf } from './read-session.ts'
import {
  findOutlet,
  findPersonByUid,
  insertOutlet,
  insertStaff,
  type NewStaff,
  type StaffMember,
  updateStaff,
} from './staff-repository.ts'

type Added = { person: Person; oneTimePin: string }

/** What only visitors have, and what only staff have. */
export const OF_STAFF = { unit: null, validUntil: null }
const OF_VISITORS = { staffNo: null, duties: [], joinedOn: null, certificateValidTo: null }

export const addPerson = prepared<InputOf<typeof people.add>, Added, OneTimePin>({
  prepare: makeOneTimePin,
  run(call, input, { pin, hash }) {
    const person = createPerson(call, { ...input, isActive: true, ...OF_STAFF }, hash)
    return { person, oneTimePin: pin }
  },
})

export const addVisitor = prepared<InputOf<typeof people.addVisitor>, Added, OneTimePin>({
  prepare: makeOneTimePin,
  run(call, input, { pin, hash }) {
    const person = createPerson(call, { ...OF_VISITORS, ...input, isActive: true }, hash)
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
  return personOf(getPerson(call, staff.uid))
}

/** Nobody becomes a visitor by an update, nor a visitor staff: what they did stays what they were. */
export function updatePerson(call: Call, { uid, ...fields }: InputOf<typeof people.update>): Person {
  return changePerson(call, getPerson(call, uid, false), { ...fields, ...OF_STAFF })
}

export function updateVisitor(call: Call, { uid, ...fields }: InputOf<typeof people.updateVisitor>): Person {
  return changePerson(call, getPerson(call, uid, true), { ...OF_VISITORS, ...fields })
}

function changePerson(call: Call, before: StaffMember, fields: PersonFields): Person {
  const { uid } = before
  updateStaff(call.database, before.id, { ...fields, uid, pinyin: pinyinOf(fields.name) })
  const person = personOf(getPerson(call, uid))
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

function getPerson({ database }: Pick<Call, 'database'>, uid: string, isVisitor?: boolean): StaffMember {
  const person = findPersonByUid(database, uid)
  if (!person || (isVisitor !== undefined && isVisitorPost(person.post) !== isVisitor))
    throw new AppError('not-found', 'personGone')
  return person
}
