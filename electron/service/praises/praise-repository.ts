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
  search: string
}

const NEWEST_FIRST = 'ORDER BY "on" DESC, id DESC'
const MATCHES = `"on" BETWEEN @from AND @to AND (@search = '' OR instr(search, @search) > 0)`
/** Written out, so that each has its own index. */
const STANDING = 'withdrawn_at IS NULL'
const WITHDRAWN = 'withdrawn_at IS NOT NULL'
const ofAll = (which: string) => `FROM praise WHERE ${which} AND ${MATCHES}`
const ofPerson = (which: string) => `FROM praise_person CROSS JOIN praise ON praise.id = praise_id
  WHERE staff_id = @person AND ${which} AND ${MATCHES}`
const PAGE = `${NEWEST_FIRST} LIMIT @limit OFFSET @offset`

export const PRAISE_SQL = {
  all: `SELECT * ${ofAll(STANDING)} ${PAGE}`,
  allCount: `SELECT count(*) ${ofAll(STANDING)}`,
  allWithdrawn: `SELECT * ${ofAll(WITHDRAWN)} ${PAGE}`,
  allWithdrawnCount: `SELECT count(*) ${ofAll(WITHDRAWN)}`,
  person: `SELECT praise.* ${ofPerson(STANDING)} ${PAGE}`,
  personCount: `SELECT count(*) ${ofPerson(STANDING)}`,
  personWithdrawn: `SELECT praise.* ${ofPerson(WITHDRAWN)} ${PAGE}`,
  personWithdrawnCount: `SELECT count(*) ${ofPerson(WITHDRAWN)}`,
  entered: `SELECT * FROM praise WHERE withdrawn_at IS NULL AND entered_at > @since AND entered_at <= @until
    ORDER BY entered_at DESC LIMIT @limit`,
  enteredCount: `SELECT count(*) FROM praise
    WHERE withdrawn_at IS NULL AND entered_at > @since AND entered_at <= @until`,
} as const

/** Newest first, of a person or of all, with how many there are. */
export function listPraises(
  database: Database,
  filter: PraiseFilter,
  {
    person,
    isWithdrawn,
    limit,
    offset,
  }: {
    person: number | null
    isWithdrawn: boolean
    limit: number
    offset: number
  },
): { rows: PraiseRow[]; total: number } {
  const wish = person === null ? filter : { ...filter, person }
  const whose = person === null ? 'all' : 'person'
  const list = isWithdrawn ? (`${whose}Withdrawn` as const) : whose
  return {
    rows: statement(database, PRAISE_SQL[list]).all({ ...wish, limit, offset }) as PraiseRow[],
    total: Number(statement(database, PRAISE_SQL[`${list}Count`]).pluck().get(wish)),
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
