import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

export interface NoticeRow {
  id: number
  uid: string
  title: string
  words: string
  source: string | null
  received_on: string
  pass_by: string | null
  entered_at: number
  entered_by: number | null
  passed_at: number | null
  withdrawn_at: number | null
  withdrawn_reason: string | null
}

export interface NoticeColumns {
  uid: string
  title: string
  pinyin: string
  words: string
  source: string | null
  receivedOn: string
  passBy: string | null
}

const UNREAD = `withdrawn_at IS NULL AND NOT EXISTS (
  SELECT 1 FROM notice_reading WHERE notice_id = notice.id AND staff_id = @staffId)`
const CONDITIONS = {
  all: '1 = 1',
  waiting: 'passed_at IS NULL AND withdrawn_at IS NULL',
  unread: UNREAD,
} as const

/** Not known to this person and received since that day, newest first; at most fifty. */
export const UNREAD_SINCE = `SELECT * FROM notice WHERE received_on >= @since AND ${UNREAD}
  ORDER BY received_on DESC, id DESC LIMIT 50`

export function listUnreadSince(database: Database, staffId: number, since: string): NoticeRow[] {
  return statement(database, UNREAD_SINCE).all({ staffId, since }) as NoticeRow[]
}

/** Oldest first. */
export function listWaiting(database: Database, limit: number): NoticeRow[] {
  return statement(database, `SELECT * FROM notice WHERE ${CONDITIONS.waiting} ORDER BY received_on, id LIMIT ?`).all(
    limit,
  ) as NoticeRow[]
}

export function countWaiting(database: Database): number {
  return Number(statement(database, `SELECT count(*) FROM notice WHERE ${CONDITIONS.waiting}`).pluck().get())
}

export interface NoticeFilter {
  state: keyof typeof CONDITIONS
  search: string
  staffId: number | null
  limit: number
  offset: number
}

/** Newest first, with how many there are in all. */
export function listNotices(database: Database, filter: NoticeFilter): { rows: NoticeRow[]; total: number } {
  const { state, staffId, limit, offset } = filter
  const search = filter.search.trim().toLowerCase()
  const where = `WHERE ${CONDITIONS[state]}
    AND (@search = '' OR instr(lower(title || ' ' || pinyin || ' ' || coalesce(source, '')), @search) > 0)`
  const input = { search, staffId: staffId ?? -1 }
  const rows = statement(
    database,
    `SELECT * FROM notice ${where} ORDER BY received_on DESC, id DESC LIMIT @limit OFFSET @offset`,
  ).all({ ...input, limit, offset }) as NoticeRow[]
  const total = statement(database, `SELECT count(*) FROM notice ${where}`).pluck().get(input) as number
  return { rows, total }
}

export function getNotice(database: Database, uid: string): NoticeRow {
  const row = statement(database, 'SELECT * FROM notice WHERE uid = ?').get(uid) as NoticeRow | undefined
  if (!row) throw new AppError('not-found', 'noticeGone')
  return row
}

export function insertNotice(database: Database, notice: NoticeColumns, entered: { at: number; by: number | null }) {
  statement(
    database,
    `INSERT INTO notice (uid, title, pinyin, words, source, received_on, pass_by, entered_at, entered_by)
     VALUES (@uid, @title, @pinyin, @words, @source, @receivedOn, @passBy, @at, @by)`,
  ).run({ ...notice, ...entered })
}

export function updateNotice(database: Database, notice: NoticeColumns): void {
  statement(
    database,
    `UPDATE notice SET title = @title, pinyin = @pinyin, words = @words, source = @source, received_on = @receivedOn,
       pass_by = @passBy WHERE uid = @uid`,
  ).run(notice)
}

export function withdrawNotice(database: Database, id: number, at: number, reason: string): void {
  statement(database, 'UPDATE notice SET withdrawn_at = ?, withdrawn_reason = ? WHERE id = ?').run(at, reason, id)
}

export function markPassed(database: Database, id: number, at: number): void {
  statement(database, 'UPDATE notice SET passed_at = coalesce(passed_at, ?) WHERE id = ?').run(at, id)
}

export interface ReadingRow {
  staff_id: number
  at: number
  way: 'heard' | 'read'
}

export function listReadings(database: Database, noticeId: number): ReadingRow[] {
  return statement(
    database,
    'SELECT staff_id, at, way FROM notice_reading WHERE notice_id = ? ORDER BY staff_id LIMIT 2000',
  ).all(noticeId) as ReadingRow[]
}

/** The first time counts. */
export function insertReading(
  database: Database,
  reading: { noticeId: number; staffId: number; at: number; way: ReadingRow['way'] },
): void {
  statement(
    database,
    `INSERT INTO notice_reading (notice_id, staff_id, at, way) VALUES (@noticeId, @staffId, @at, @way)
     ON CONFLICT DO NOTHING`,
  ).run(reading)
}
