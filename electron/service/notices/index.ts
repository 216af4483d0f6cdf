import type { Notice } from '../../../shared/contract/notices.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { findStaffByUid, listStaff, type StaffMember, staffRefs } from '../people/index.ts'
import { pinyinOf } from '../pinyin-of.ts'
import {
  countWaiting,
  getNotice,
  insertNotice,
  insertReading,
  listNotices,
  listReadings,
  listUnreadSince,
  listWaiting,
  markPassed,
  type NoticeRow,
  type ReadingRow,
  updateNotice,
  withdrawNotice,
} from './notice-repository.ts'

const UNREAD_DAYS = 60

type Fields = Pick<Notice, 'title' | 'words' | 'source' | 'receivedOn' | 'passBy'>

/** Whoever works here now and had joined when it came; what was before a newcomer's time is not held against it. */
function isFor({ received_on }: NoticeRow, { joinedOn, isActive }: StaffMember): boolean {
  return isActive && (joinedOn === null || joinedOn <= received_on)
}

function contractNotice(call: Call, row: NoticeRow): Notice {
  const staff = new Set(
    listStaff(call.database, false)
      .filter((person) => isFor(row, person))
      .map(({ id }) => id),
  )
  const readings = listReadings(call.database, row.id)
  return {
    uid: row.uid,
    title: row.title,
    words: row.words,
    source: row.source,
    receivedOn: row.received_on,
    passBy: row.pass_by,
    enteredAt: row.entered_at,
    enteredBy: staffRefs(call.database).get(row.entered_by ?? -1)?.name ?? '',
    passedAt: row.passed_at,
    withdrawnReason: row.withdrawn_reason,
    knownBy: readings.filter(({ staff_id }) => staff.has(staff_id)).length,
    staffCount: staff.size,
    isKnownToMe: readings.some(({ staff_id }) => staff_id === call.actor.staffId),
  }
}

/** Not passed on yet, oldest first: what the next meeting has to say. At most `limit` of `total`. */
export function readWaitingNotices(call: Call, limit: number): { notices: Notice[]; total: number } {
  const rows = listWaiting(call.database, limit)
  return { notices: rows.map((row) => contractNotice(call, row)), total: countWaiting(call.database) }
}

/**
 * Of the last two months, for the signed-in person to read: passed on while they were away, or on its last day.
 * `first` is the oldest of them.
 */
export function readUnreadNotices(call: Call): {
  count: number
  first: { uid: string; title: string; passBy: string | null } | undefined
} {
  const me = listStaff(call.database, false).find(({ id }) => id === call.actor.staffId)
  if (!me) return { count: 0, first: undefined }
  const due = listUnreadSince(call.database, me.id, addDays(call.today, -UNREAD_DAYS)).filter(
    (row) => isFor(row, me) && (row.passed_at !== null || (row.pass_by !== null && row.pass_by <= call.today)),
  )
  const oldest = due.at(-1)
  return { count: due.length, first: oldest && { uid: oldest.uid, title: oldest.title, passBy: oldest.pass_by } }
}

/** Tells a notice to these people; whoever knows it already keeps the first time. */
export function passOn(call: Call, { uid, people }: { uid: string; people: readonly string[] }): Notice {
  const row = currentNotice(call, uid)
  for (const person of people) {
    const staff = findStaffByUid(call.database, person)
    if (!staff) throw new AppError('not-found', 'personGone')
    insertReading(call.database, { noticeId: row.id, staffId: staff.id, at: call.now, way: 'heard' })
  }
  markPassed(call.database, row.id, call.now)
  call.changed({ record: 'notice', uid, before: null, after: { title: row.title, heardBy: people.length } })
  call.touched('notices', uid)
  return contractNotice(call, getNotice(call.database, uid))
}

/** Not withdrawn. */
function currentNotice(call: Call, uid: string): NoticeRow {
  const row = getNotice(call.database, uid)
  if (row.withdrawn_at !== null) throw new AppError('conflict', 'noticeWithdrawn')
  return row
}

function assertSound({ receivedOn, passBy }: Fields, today: string): void {
  if (receivedOn > today) {
    throw new AppError('invalid-input', 'receivedInFuture', { fields: { receivedOn: 'receivedInFuture' } })
  }
  if (passBy !== null && passBy < receivedOn) {
    throw new AppError('invalid-input', 'passByBeforeReceived', { fields: { passBy: 'passByBeforeReceived' } })
  }
}

const told = ({ title, source, receivedOn, passBy }: Fields) => ({ title, source, receivedOn, passBy })

function readersOf(call: Call, row: NoticeRow) {
  const known = new Map<number, ReadingRow>(listReadings(call.database, row.id).map((one) => [one.staff_id, one]))
  return listStaff(call.database, true)
    .filter((person) => isFor(row, person) || known.has(person.id))
    .map(({ id, uid, name }) => ({ uid, name, at: known.get(id)?.at ?? null, way: known.get(id)?.way ?? null }))
}

export const noticesHandlers: HandlersOf<'notices'> = {
  list(call, input) {
    const { rows, total } = listNotices(call.database, { ...input, staffId: call.actor.staffId })
    return { notices: rows.map((row) => contractNotice(call, row)), total }
  },

  card(call, { uid }) {
    const row = getNotice(call.database, uid)
    return { notice: contractNotice(call, row), readers: readersOf(call, row).slice(0, 200) }
  },

  add(call, fields) {
    assertSound(fields, call.today)
    const uid = call.ports.ids.uid(call.now)
    const entered = { at: call.now, by: call.actor.staffId }
    insertNotice(call.database, { ...fields, uid, pinyin: pinyinOf(fields.title) }, entered)
    call.changed({ record: 'notice', uid, before: null, after: told(fields) })
    return contractNotice(call, getNotice(call.database, uid))
  },

  update(call, { uid, ...fields }) {
    const row = currentNotice(call, uid)
    if (row.passed_at !== null || listReadings(call.database, row.id).length > 0) {
      throw new AppError('conflict', 'noticeKnown')
    }
    assertSound(fields, call.today)
    updateNotice(call.database, { ...fields, uid, pinyin: pinyinOf(fields.title) })
    call.changed({ record: 'notice', uid, before: told(contractNotice(call, row)), after: told(fields) })
    return contractNotice(call, getNotice(call.database, uid))
  },

  withdraw(call, { uid, reason }) {
    const row = currentNotice(call, uid)
    withdrawNotice(call.database, row.id, call.now, reason)
    call.changed({ record: 'notice', uid, before: { title: row.title }, after: { title: row.title, reason } })
    return contractNotice(call, getNotice(call.database, uid))
  },

  passOn,

  read(call, { uid }) {
    const row = currentNotice(call, uid)
    const { staffId } = call.actor
    if (staffId === null) throw new AppError('not-found', 'personGone')
    insertReading(call.database, { noticeId: row.id, staffId, at: call.now, way: 'read' })
    call.changed({ record: 'notice', uid, before: null, after: { title: row.title, readBy: call.actor.name } })
    return contractNotice(call, getNotice(call.database, uid))
  },
}
