import type { Session } from '../../../shared/contract/people.ts'
import type { Call } from '../handlers.ts'
import { readLockMinutes, readZone } from '../settings/index.ts'
import { findCredential } from './credential-repository.ts'
import { findOutlet, findPersonById, type StaffMember } from './staff-repository.ts'

export function readSession(call: Pick<Call, 'database' | 'now' | 'today'>, staffId: number | null): Session {
  const staff = staffId === null ? undefined : findPersonById(call.database, staffId)
  return {
    outlet: findOutlet(call.database),
    person: staff ? personOf(staff) : null,
    mustChangePin: staff !== undefined && findCredential(call.database, staff.id)?.mustChange === true,
    today: call.today,
    now: call.now,
    zone: readZone(call.database),
    lockAfterMinutes: readLockMinutes(call.database),
  }
}

/** What leaves the service: without the integer key. */
export function personOf({ id: _id, ...person }: StaffMember) {
  return person
}
