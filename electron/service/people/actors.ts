import type { Database } from 'better-sqlite3'
import { SYSTEM_NAME } from '../../../shared/domain/system-name.ts'
import { remembered } from '../database/remembered.ts'
import type { Actor } from '../handlers.ts'
import { findCredential } from './credential-repository.ts'
import { findPersonById, type StaffMember } from './staff-repository.ts'

const NOBODY: Actor = { role: null, staffId: null, staffUid: null, name: 'nobody' }
export const OPERATOR_ACTOR: Actor = { role: 'operator', staffId: null, staffUid: null, name: 'operator' }
export const SYSTEM_ACTOR: Actor = { role: 'system', staffId: null, staffUid: null, name: SYSTEM_NAME }

/** May sign in on this local day. */
export function isWelcome({ isActive, validUntil }: Pick<StaffMember, 'isActive' | 'validUntil'>, today: string) {
  return isActive && (validUntil === null || validUntil >= today)
}

/** The signed-in person as they stand now: a post changed or a person left takes effect with the next call. */
export function findActor(database: Database, staffId: number | undefined, today: string): Actor {
  if (staffId === undefined) return NOBODY
  return remembered(database, `staff/actor/${staffId}/${today}`, () => {
    const staff = findPersonById(database, staffId)
    if (!staff || !isWelcome(staff, today)) return NOBODY
    const hasOneTimePin = findCredential(database, staffId)?.mustChange ?? false
    return { role: staff.role, staffId: staff.id, staffUid: staff.uid, name: staff.name, hasOneTimePin }
  })
}
