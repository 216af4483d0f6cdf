import type { Person } from '../../../shared/contract/people.ts'
import type { Duty, Post } from '../../../shared/roles.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { pinyinOf } from '../pinyin-of.ts'
import { createPerson, OF_STAFF } from './manage-staff.ts'
import { personOf } from './read-session.ts'
import { deleteStaff, findStaffByUid, type NewStaff, updateStaff } from './staff-repository.ts'

/** One row of an imported roster. `uid` names the person it updates. */
export interface ImportedPerson {
  uid: string | null
  name: string
  staffNo: string | null
  post: Post
  duties: readonly Duty[]
  joinedOn: string | null
  certificateValidTo: string | null
}

/** Adds and updates people; returns those updated as they were before, so that an undo can put them back. */
export function importStaff(call: Call, rows: readonly ImportedPerson[], importId: number): Person[] {
  const before: Person[] = []
  for (const { uid, ...row } of rows) {
    const fields = { ...row, duties: [...row.duties], ...OF_STAFF, isActive: true }
    const known = uid === null ? undefined : findStaffByUid(call.database, uid)
    if (!known) {
      createPerson(call, fields, null, importId)
      continue
    }
    before.push(personOf(known))
    const after: NewStaff = {
      ...fields,
      staffNo: fields.staffNo ?? known.staffNo,
      joinedOn: fields.joinedOn ?? known.joinedOn,
      certificateValidTo: fields.certificateValidTo ?? known.certificateValidTo,
      uid: known.uid,
      pinyin: pinyinOf(fields.name),
    } as NewStaff
    updateStaff(call.database, known.id, after)
    call.changed({ record: 'staff', uid: known.uid, before: personOf(known), after })
    call.touched('people', known.uid)
  }
  call.touched('people')
  return before
}

/** Removes people nobody has used yet, switches the others off, and puts updated ones back. */
export function removeImportedStaff(call: Call, importId: number, before: readonly Person[]): void {
  const { database } = call
  const added = statement(database, 'SELECT uid FROM staff WHERE import_id = ?').pluck().all(importId) as string[]
  for (const uid of added) {
    const person = findStaffByUid(database, uid)
    if (!person) continue
    if (isUsed(call, person.id)) updateStaff(database, person.id, { ...personOf(person), isActive: false } as NewStaff)
    else deleteStaff(database, person.id)
    call.changed({ record: 'staff', uid, before: personOf(person), after: null })
  }
  for (const person of before) {
    const now = findStaffByUid(database, person.uid)
    if (!now) continue
    updateStaff(database, now.id, person as NewStaff)
    call.changed({ record: 'staff', uid: person.uid, before: personOf(now), after: person })
  }
  call.touched('people')
}

function isUsed({ database }: Call, staffId: number): boolean {
  const used = statement(
    database,
    `SELECT EXISTS (SELECT 1 FROM credential WHERE staff_id = @id)
       OR EXISTS (SELECT 1 FROM rectification WHERE @id IN (owner_staff, co_owner, found_by, verifier))
       OR EXISTS (SELECT 1 FROM accountability WHERE staff_id = @id)
       OR EXISTS (SELECT 1 FROM patrol WHERE @id IN (opened_by, submitted_by))
       OR EXISTS (SELECT 1 FROM patrol_answer WHERE by = @id)
       OR EXISTS (SELECT 1 FROM patrol_zone WHERE assignee = @id)
       OR EXISTS (SELECT 1 FROM meeting WHERE @id IN (host, recorder))
       OR EXISTS (SELECT 1 FROM meeting_attendance WHERE @id IN (staff_id, covered_by))
       OR EXISTS (SELECT 1 FROM meeting_line WHERE staff_id = @id)
       OR EXISTS (SELECT 1 FROM meeting_absence WHERE @id IN (staff_id, covered_by))
       OR EXISTS (SELECT 1 FROM thanks WHERE @id IN (giver, receiver))`,
  )
    .pluck()
    .get({ id: staffId })
  return used === 1
}
