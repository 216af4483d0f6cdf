import { withoutHidden } from '../../../shared/personal-fields.ts'
import type { HandlersOf } from '../handlers.ts'
import { isWelcome } from './actors.ts'
import { addPerson, addVisitor, updatePerson, updateVisitor } from './manage-staff.ts'
import { changePin, resetPin } from './pins.ts'
import { personOf, readSession } from './read-session.ts'
import { recover, reissueRecovery } from './recovery.ts'
import { signIn } from './sign-in.ts'
import { listPeople, listStaff, listVisitors } from './staff-repository.ts'
import { endWaits } from './waits.ts'

export { findActor, OPERATOR_ACTOR, SYSTEM_ACTOR } from './actors.ts'
export { countPinTry, isPinOf, type PinVerdict } from './confirm-pin.ts'
export { type ImportedPerson, importStaff, removeImportedStaff } from './import-staff.ts'
export { createOutlet, createPerson, OF_STAFF } from './manage-staff.ts'
export { makeOneTimePin, type OneTimePin, requireOwnPin } from './pins.ts'
export { grouped, makeRecoveryCode, type RecoveryCode, saveRecovery } from './recovery.ts'
export {
  findOutlet,
  findPersonById,
  findStaffByUid,
  listStaff,
  type PersonRef,
  type StaffMember,
  staffRefs,
} from './staff-repository.ts'
export { hasEndedWaits } from './waits.ts'

export const peopleHandlers: Omit<HandlersOf<'people'>, 'setUpOutlet' | 'installOutlet'> = {
  session: (call) => readSession(call, call.actor.staffId),
  signInChoices: ({ database, today }) =>
    listPeople(database, false)
      .filter((person) => person.hasPin && isWelcome(person, today))
      .map(({ uid, name, pinyin, post }) => ({ uid, name, pinyin, post })),
  signIn,
  signOut(call) {
    call.afterCommit(() => call.seats.signOut(call.seat))
    return { done: true }
  },
  stay: () => ({ done: true }),
  list: ({ database, actor }, { includeInactive }) =>
    listStaff(database, includeInactive).map((staff) => withoutHidden(personOf(staff), actor)),
  visitors: ({ database }) => listVisitors(database).map(personOf),
  add: addPerson,
  update: updatePerson,
  addVisitor,
  updateVisitor,
  resetPin,
  changePin,
  recover,
  reissueRecovery,
  endWaits,
}
