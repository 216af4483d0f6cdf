import type { HandlersOf } from '../handlers.ts'
import { addPerson, changePin, resetPin, updatePerson } from './manage-staff.ts'
import { personOf, readSession } from './read-session.ts'
import { signIn } from './sign-in.ts'
import { listStaff } from './staff-repository.ts'

export { findActor, OPERATOR_ACTOR, SYSTEM_ACTOR } from './actors.ts'
export { type ImportedPerson, importStaff, removeImportedStaff } from './import-staff.ts'
export { createOutlet, createPerson, makeOneTimePin, type OneTimePin } from './manage-staff.ts'
export {
  findOutlet,
  findStaffById,
  findStaffByUid,
  listStaff,
  type PersonRef,
  type StaffMember,
  staffRefs,
} from './staff-repository.ts'

export const peopleHandlers: Omit<HandlersOf<'people'>, 'setUpOutlet' | 'installOutlet'> = {
  session: (call) => readSession(call, call.actor.staffId),
  signInChoices: ({ database }) =>
    listStaff(database, false)
      .filter(({ hasPin }) => hasPin)
      .map(({ uid, name, pinyin, post }) => ({ uid, name, pinyin, post })),
  signIn,
  signOut(call) {
    call.afterCommit(() => call.seats.signOut(call.seat))
    return { done: true }
  },
  list: ({ database }, { includeInactive }) => listStaff(database, includeInactive).map(personOf),
  add: addPerson,
  update: updatePerson,
  resetPin,
  changePin,
}
