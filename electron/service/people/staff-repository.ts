import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { AnyPostId, DutyId, type Outlet, type Person } from '../../../shared/contract/people.ts'
import { isVisitorPost, ROLE_OF_POST } from '../../../shared/roles.ts'
import { forget, remembered } from '../database/remembered.ts'
import { statement } from '../database/statements.ts'

const StaffRow = z.object({
  id: z.int(),
  uid: z.string(),
  name: z.string(),
  pinyin: z.string(),
  staff_no: z.string().nullable(),
  post: AnyPostId,
  duties: z.string().transform((json) => z.array(DutyId).parse(JSON.parse(json))),
  joined_on: z.string().nullable(),
  certificate_valid_to: z.string().nullable(),
  unit: z.string().nullable(),
  valid_until: z.string().nullable(),
  is_active: z.int(),
  has_pin: z.int(),
})

export interface StaffMember extends Person {
  id: number
}

const SELECT = `SELECT staff.*, EXISTS (SELECT 1 FROM credential WHERE staff_id = staff.id) AS has_pin FROM staff`

/** Everybody who signs in: staff and visitors. */
export function listPeople(database: Database, includeInactive: boolean): StaffMember[] {
  const where = includeInactive ? '' : 'WHERE is_active = 1'
  return statement(database, `${SELECT} ${where} ORDER BY id LIMIT 2000`).all().map(toMember)
}

/** Those who work here: whoever plans, assigns, counts or reports people asks for these. */
export function listStaff(database: Database, includeInactive: boolean): StaffMember[] {
  return listPeople(database, includeInactive).filter(isStaff)
}

export function listVisitors(database: Database): StaffMember[] {
  return listPeople(database, true).filter((person) => !isStaff(person))
}

function isStaff({ post }: StaffMember): boolean {
  return !isVisitorPost(post)
}

/** Names by integer key, of everybody who was ever here. */
export function staffRefs(database: Database): ReadonlyMap<number, PersonRef> {
  return remembered(
    database,
    'staff/refs',
    () => new Map(listPeople(database, true).map(({ id, uid, name }) => [id, { uid, name }])),
  )
}

export interface PersonRef {
  uid: string
  name: string
}

export function findPersonById(database: Database, id: number): StaffMember | undefined {
  const row = statement(database, `${SELECT} WHERE id = ?`).get(id)
  return row ? toMember(row) : undefined
}

export function findPersonByUid(database: Database, uid: string): StaffMember | undefined {
  const row = statement(database, `${SELECT} WHERE uid = ?`).get(uid)
  return row ? toMember(row) : undefined
}

/** Of somebody who works here; a visitor is nobody's colleague. */
export function findStaffByUid(database: Database, uid: string): StaffMember | undefined {
  const person = findPersonByUid(database, uid)
  return person && isStaff(person) ? person : undefined
}

export type NewStaff = Omit<Person, 'role' | 'hasPin' | 'pinyin'> & { pinyin: string }

export function insertStaff(database: Database, staff: NewStaff, createdAt: number, importId: number | null = null) {
  const { lastInsertRowid } = statement(
    database,
    `INSERT INTO staff (uid, name, pinyin, staff_no, post, duties, joined_on, certificate_valid_to, unit,
       valid_until, is_active, created_at, import_id)
     VALUES (@uid, @name, @pinyin, @staffNo, @post, @duties, @joinedOn, @certificateValidTo, @unit, @validUntil,
       @isActive, @createdAt, @importId)`,
  ).run({ ...columnsOf(staff), createdAt, importId })
  forget(database, 'staff/')
  return Number(lastInsertRowid)
}

export function updateStaff(database: Database, id: number, staff: NewStaff): void {
  statement(
    database,
    `UPDATE staff SET name = @name, pinyin = @pinyin, staff_no = @staffNo, post = @post, duties = @duties,
       joined_on = @joinedOn, certificate_valid_to = @certificateValidTo, unit = @unit,
       valid_until = @validUntil, is_active = @isActive WHERE id = @id`,
  ).run({ ...columnsOf(staff), id })
  forget(database, 'staff/')
}

export function deleteStaff(database: Database, id: number): void {
  statement(database, 'DELETE FROM staff WHERE id = ?').run(id)
  forget(database, 'staff/')
}

/** The outlet, once it has been set up. */
export function findOutlet(database: Database): Outlet | null {
  const row = statement(database, 'SELECT uid, code, name, is_sample FROM outlet').get() as
    | { uid: string; code: string; name: string; is_sample: number }
    | undefined
  return row ? { uid: row.uid, code: row.code, name: row.name, isSample: row.is_sample === 1 } : null
}

export function insertOutlet(database: Database, outlet: Outlet, createdAt: number): void {
  statement(database, 'INSERT INTO outlet VALUES (1, ?, ?, ?, ?, ?)').run(
    outlet.uid,
    outlet.code,
    outlet.name,
    outlet.isSample ? 1 : 0,
    createdAt,
  )
}

function columnsOf(staff: NewStaff) {
  const { hasPin: _hasPin, role: _role, ...columns } = staff as Person & { id?: number }
  return { ...columns, duties: JSON.stringify(staff.duties), isActive: staff.isActive ? 1 : 0 }
}

function toMember(raw: unknown): StaffMember {
  const row = StaffRow.parse(raw)
  return {
    id: row.id,
    uid: row.uid,
    name: row.name,
    pinyin: row.pinyin,
    staffNo: row.staff_no,
    post: row.post,
    role: ROLE_OF_POST[row.post],
    duties: row.duties,
    joinedOn: row.joined_on,
    certificateValidTo: row.certificate_valid_to,
    unit: row.unit,
    validUntil: row.valid_until,
    isActive: row.is_active === 1,
    hasPin: row.has_pin === 1,
  }
}
