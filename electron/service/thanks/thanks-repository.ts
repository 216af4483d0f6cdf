import type { Database } from 'better-sqlite3'
import type { ThanksBox } from '../../../shared/contract/thanks.ts'
import { statement } from '../database/statements.ts'

/** As stored; names are those of the columns. */
export interface ThanksRow {
  id: number
  uid: string
  giver: number
  receiver: number
  words: string
  search: string
  value: string
  is_private: number
  on: string
  at: number
  withdrawn_at: number | null
  withdrawn_by: number | null
  withdrawn_reason: string | null
}

const NEWEST_FIRST = 'ORDER BY "on" DESC, at DESC, id DESC'
const OF_BOX: Record<ThanksBox, string> = {
  wall: 'is_private = 0 AND withdrawn_at IS NULL',
  received: 'receiver = @me AND withdrawn_at IS NULL',
  given: 'giver = @me',
}

const whereOf = (box: ThanksBox) => `WHERE ${OF_BOX[box]} AND "on" BETWEEN @from AND @to
  AND (@search = '' OR instr(search, @search) > 0)`

const SHOWN = 'is_private = 0 AND withdrawn_at IS NULL AND "on" BETWEEN @from AND @to AND at > @since AND at <= @until'

export const THANKS_SQL = {
  wall: `SELECT * FROM thanks ${whereOf('wall')} ${NEWEST_FIRST} LIMIT @limit OFFSET @offset`,
  received: `SELECT * FROM thanks ${whereOf('received')} ${NEWEST_FIRST} LIMIT @limit OFFSET @offset`,
  given: `SELECT * FROM thanks ${whereOf('given')} ${NEWEST_FIRST} LIMIT @limit OFFSET @offset`,
  onDay: 'SELECT count(*) FROM thanks WHERE giver = ? AND "on" = ?',
  ofPair: `SELECT count(*) FROM thanks WHERE "on" >= @from
    AND ((giver = @a AND receiver = @b) OR (giver = @b AND receiver = @a))`,
  lastValue: 'SELECT value FROM thanks WHERE giver = ? ORDER BY "on" DESC, at DESC LIMIT 1',
  unseen: `SELECT count(*) AS count, max("on") AS "on" FROM thanks WHERE receiver = @me AND "on" >= @from
    AND withdrawn_at IS NULL AND at > coalesce((SELECT until FROM thanks_seen WHERE staff_id = @me), -1)`,
  /** Public ones, withdrawn or not, by the person or to them. */
  withOthers: `SELECT receiver AS other, "on", 1 AS isGiven FROM thanks
      WHERE giver = @person AND is_private = 0 AND "on" BETWEEN @from AND @to
    UNION ALL SELECT giver, "on", 0 FROM thanks
      WHERE receiver = @person AND is_private = 0 AND "on" BETWEEN @from AND @to
    ORDER BY 2 LIMIT 5000`,
  shown: `SELECT * FROM thanks WHERE ${SHOWN} ${NEWEST_FIRST} LIMIT @limit`,
  shownCount: `SELECT count(*) FROM thanks WHERE ${SHOWN}`,
} as const

export interface BoxFilter {
  me: number
  from: string
  to: string
  search: string
  limit: number
  offset: number
}

/** Newest first, with how many there are in all. */
export function listBox(database: Database, box: ThanksBox, filter: BoxFilter): { rows: ThanksRow[]; total: number } {
  const { limit: _limit, offset: _offset, ...counted } = filter
  const { me: _me, ...ofAll } = filter
  const rows = statement(database, THANKS_SQL[box]).all(box === 'wall' ? ofAll : filter) as ThanksRow[]
  const { me: _alsoMe, ...countedOfAll } = counted
  const total = statement(database, `SELECT count(*) FROM thanks ${whereOf(box)}`)
    .pluck()
    .get(box === 'wall' ? countedOfAll : counted)
  return { rows, total: Number(total) }
}

export function findThanks(database: Database, uid: string): ThanksRow | undefined {
  return statement(database, 'SELECT * FROM thanks WHERE uid = ?').get(uid) as ThanksRow | undefined
}

export function insertThanks(
  database: Database,
  card: Omit<ThanksRow, 'id' | 'withdrawn_at' | 'withdrawn_by' | 'withdrawn_reason'>,
): void {
  statement(
    database,
    `INSERT INTO thanks (uid, giver, receiver, words, search, value, is_private, "on", at)
     VALUES (@uid, @giver, @receiver, @words, @search, @value, @is_private, @on, @at)`,
  ).run(card)
}

export function deleteThanks(database: Database, id: number): void {
  statement(database, 'DELETE FROM thanks WHERE id = ?').run(id)
}

export function withdrawThanks(database: Database, id: number, end: { at: number; by: number | null; reason: string }) {
  statement(
    database,
    'UPDATE thanks SET withdrawn_at = @at, withdrawn_by = @by, withdrawn_reason = @reason WHERE id = @id',
  ).run({ id, ...end })
}

/** Given on that day, withdrawn ones too. */
export function countGivenOn(database: Database, giver: number, on: string): number {
  return Number(statement(database, THANKS_SQL.onDay).pluck().get(giver, on))
}

/** Between the two, either way, since that day; withdrawn ones too. */
export function countOfPair(database: Database, a: number, b: number, from: string): number {
  return Number(statement(database, THANKS_SQL.ofPair).pluck().get({ a, b, from }))
}

export function findLastValue(database: Database, giver: number): string | null {
  return (statement(database, THANKS_SQL.lastValue).pluck().get(giver) as string | undefined) ?? null
}

/** Public cards of these days given after `since` and by `until`, newest first; at most `limit` of `total`. */
export function listShown(
  database: Database,
  { limit, ...span }: { from: string; to: string; since: number; until: number; limit: number },
) {
  return {
    rows: statement(database, THANKS_SQL.shown).all({ ...span, limit }) as ThanksRow[],
    total: Number(statement(database, THANKS_SQL.shownCount).pluck().get(span)),
  }
}

/** Given to the person since that day and after they last looked. */
export function findUnseen(database: Database, me: number, from: string): { count: number; on: string | null } {
  return statement(database, THANKS_SQL.unseen).get({ me, from }) as { count: number; on: string | null }
}

export function markSeen(database: Database, staffId: number, until: number): void {
  statement(
    database,
    'INSERT INTO thanks_seen VALUES (?, ?) ON CONFLICT (staff_id) DO UPDATE SET until = max(until, excluded.until)',
  ).run(staffId, until)
}

/** Public praise between a person and somebody else: by the person (1) or of them (0). */
export interface Exchanged {
  other: number
  on: string
  isGiven: 0 | 1
}

/** Public cards by the person or to them; the oldest first. */
export function listWithOthers(database: Database, wish: { person: number; from: string; to: string }): Exchanged[] {
  return statement(database, THANKS_SQL.withOthers).all(wish) as Exchanged[]
}
