import type { Database } from 'better-sqlite3'
import type { AwardEvent } from '../../../shared/contract/award-cards.ts'
import type { AwardState } from '../../../shared/contract/awards.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

export interface EventRow {
  act: AwardEvent['act']
  from_state: AwardState | null
  to_state: AwardState | null
  by: number | null
  on: string
  at: number | null
  reason: string | null
  detail: string | null
}

export function listEvents(database: Database, awardId: number): EventRow[] {
  return statement(database, 'SELECT * FROM award_event WHERE award_id = ? ORDER BY id LIMIT 200').all(
    awardId,
  ) as EventRow[]
}

export function insertEvent(database: Database, awardId: number, row: EventRow): void {
  statement(
    database,
    `INSERT INTO award_event (award_id, act, from_state, to_state, by, "on", at, reason, detail)
     VALUES (@awardId, @act, @from_state, @to_state, @by, @on, @at, @reason, @detail)`,
  ).run({ ...row, awardId })
}

export interface ObjectionRow {
  id: number
  uid: string
  award_id: number
  words: string
  staff_id: number | null
  received_on: string
  due_on: string
  answer: string | null
  is_upheld: number | null
  answered_by: number | null
  answered_at: number | null
}

export const OBJECTION_SQL = {
  /** Not answered, of awards that still wait for it; the next date first. */
  open: `SELECT award.*, award_objection.due_on FROM award_objection INDEXED BY award_objection_open
    JOIN award ON award.id = award_id
    WHERE answer IS NULL AND award.state = 'objected' ORDER BY due_on LIMIT 5`,
} as const

export function listObjections(database: Database, awardId: number): ObjectionRow[] {
  return statement(database, 'SELECT * FROM award_objection WHERE award_id = ? ORDER BY id LIMIT 50').all(
    awardId,
  ) as ObjectionRow[]
}

export function getObjection(database: Database, awardId: number, uid: string): ObjectionRow {
  const row = listObjections(database, awardId).find((one) => one.uid === uid)
  if (!row) throw new AppError('not-found', 'objectionGone')
  return row
}

export function insertObjection(
  database: Database,
  row: Pick<ObjectionRow, 'uid' | 'award_id' | 'words' | 'staff_id' | 'received_on' | 'due_on'>,
): void {
  statement(
    database,
    `INSERT INTO award_objection (uid, award_id, words, staff_id, received_on, due_on)
     VALUES (@uid, @award_id, @words, @staff_id, @received_on, @due_on)`,
  ).run(row)
}

export function markAnswered(
  database: Database,
  id: number,
  answered: { answer: string; isUpheld: boolean; by: number | null; at: number },
): void {
  statement(
    database,
    `UPDATE award_objection SET answer = @answer, is_upheld = @isUpheld, answered_by = @by, answered_at = @at
     WHERE id = @id`,
  ).run({ ...answered, isUpheld: Number(answered.isUpheld), id })
}

export interface RewardRow {
  uid: string
  what: string
  on: string
  noted_by: number | null
}

export function listRewards(database: Database, awardId: number): RewardRow[] {
  return statement(
    database,
    'SELECT uid, what, "on", noted_by FROM award_reward WHERE award_id = ? ORDER BY "on", id LIMIT 50',
  ).all(awardId) as RewardRow[]
}

export function insertReward(database: Database, awardId: number, row: RewardRow & { at: number }): void {
  statement(
    database,
    `INSERT INTO award_reward (uid, award_id, what, "on", noted_by, noted_at)
     VALUES (@uid, @awardId, @what, @on, @noted_by, @at)`,
  ).run({ ...row, awardId })
}

/** False where there was none. */
export function deleteReward(database: Database, awardId: number, uid: string): boolean {
  return statement(database, 'DELETE FROM award_reward WHERE award_id = ? AND uid = ?').run(awardId, uid).changes > 0
}
