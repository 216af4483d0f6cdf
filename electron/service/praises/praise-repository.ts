import type { Database } from 'better-sqlite3'
import type { PraiseChannel } from '../../../shared/contract/praises.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

/** As stored; names are those of the columns. */
export interface PraiseRow {
  id: number
  uid: string
  on: string
  channel: PraiseChannel
  words: string
  search: string
  entered_by: number
  entered_at: number
  withdrawn_at: number | null
  withdrawn_by: number | null
  withdrawn_reason: string | null
}

export interface PraiseFilter {
  from: string
  to: string
  isWithdrawn: number
  search: string
}

const NEWEST_FIRST = 'ORDER BY "on" DESC, id DESC'
const MATCHES = `"on" BETWEEN @from AND @to AND (withdrawn_at IS NOT NULL) = @isWithdrawn
  AND (@search = '' OR instr(search, @search) > 0)`
const OF_ALL = `FROM praise WHERE ${MATCHES}`
const OF_PERSON = `FROM praise_person CROSS JOIN praise ON praise.id = praise_id
  WHERE staff_id = @person AND ${MATCHES}`

export const PRAISE_SQL = {
  all: `SELECT * ${OF_ALL} ${NEWEST_FIRST} LIMIT @limit OFFSET @offset`,
  allCount: `SELECT count(*) ${OF_ALL}`,
  person: `SELECT praise.* ${OF_PERSON} ${NEWEST_FIRST} LIMIT @limit OFFSET @offset`,
  personCount: `SELECT count(*) ${OF_PERSON}`,
  entered: `SELECT * FROM praise WHERE withdrawn_at IS NULL AND entered_at > @since AND entered_at <= @until
    ORDER BY entered_at DESC LIMIT @limit`,
  enteredCount: `SELECT count(*) FROM praise
    WHERE withdrawn_at IS NULL AND entered_at > @since AND entered_at <= @until`,
} as const

/** Newest first, of a person or of all, with how many there are. */
export function listPraises(
  database: Database,
  filter: PraiseFilter,
  { person, limit, offset }: { person: number | null; limit: number; offset: number },
): { rows: PraiseRow[]; total: number } {
  const wish = person === null ? filter : { ...filter, person }
  const [rows, count] =
    person === null ? [PRAISE_SQL.all, PRAISE_SQL.allCount] : [PRAISE_SQL.person, PRAISE_SQL.personCount]
  return {
    rows: statement(database, rows).all({ ...wish, limit, offset }) as PraiseRow[],
    total: Number(statement(database, count).pluck().get(wish)),
  }
}

/** Entered after `since` and by `until`, newest first; at most `limit` of `total`. */
export function listEntered(
  database: Database,
  { limit, ...span }: { since: number; until: number; limit: number },
): { rows: PraiseRow[]; total: number } {
  return {
    rows: statement(database, PRAISE_SQL.entered).all({ ...span, limit }) as PraiseRow[],
    total: Number(statement(database, PRAISE_SQL.enteredCount).pluck().get(span)),
  }
}

export function getPraise(database: Database, uid: string): PraiseRow {
  const row = statement(database, 'SELECT * FROM praise WHERE uid = ?').get(uid) as PraiseRow | undefined
  if (!row) throw new AppError('not-found', 'praiseGone')
  return row
}

export function listPraised(database: Database, id: number): number[] {
  return statement(database, 'SELECT staff_id FROM praise_person WHERE praise_id = ? ORDER BY staff_id LIMIT 20')
    .pluck()
    .all(id) as number[]
}

export function insertPraise(
  database: Database,
  praise: Omit<PraiseRow, 'id' | 'withdrawn_at' | 'withdrawn_by' | 'withdrawn_reason'>,
  people: readonly number[],
): void {
  const { lastInsertRowid } = statement(
    database,
    `INSERT INTO praise (uid, "on", channel, words, search, entered_by, entered_at)
     VALUES (@uid, @on, @channel, @words, @search, @entered_by, @entered_at)`,
  ).run(praise)
  for (const person of people) {
    statement(database, 'INSERT INTO praise_person VALUES (?, ?)').run(Number(lastInsertRowid), person)
  }
}

export function markWithdrawn(database: Database, id: number, end: { at: number; by: number | null; reason: string }) {
  statement(
    database,
    'UPDATE praise SET withdrawn_at = @at, withdrawn_by = @by, withdrawn_reason = @reason WHERE id = @id',
  ).run({ id, ...end })
}
