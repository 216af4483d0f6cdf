import type { Database } from 'better-sqlite3'
import type { Actor } from '../handlers.ts'
import { findStaffById } from './staff-repository.ts'

const NOBODY: Actor = { role: null, staffId: null, staffUid: null, name: 'nobody' }
export const OPERATOR_ACTOR: Actor = { role: 'operator', staffId: null, staffUid: null, name: 'operator' }
export const SYSTEM_ACTOR: Actor = { role: 'system', staffId: null, staffUid: null, name: 'system' }

/** The signed-in person as they stand now: a post changed or a person left takes effect with the next call. */
export function findActor(database: Database, staffId: number | undefined): Actor {
  const staff = staffId === undefined ? undefined : findStaffById(database, staffId)
  if (!staff?.isActive) return NOBODY
  return { role: staff.role, staffId: staff.id, staffUid: staff.uid, name: staff.name }
}
