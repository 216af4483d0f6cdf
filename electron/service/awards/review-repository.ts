import type { Database } from 'better-sqlite3'
import { statement } from '../database/statements.ts'

export interface ReviewerRow {
  staff_id: number
  /** Null until said. */
  is_relative: number | null
  handed_in_at: number | null
}

export interface ScoreRow {
  staff_id: number
  criterion: string
  points: number | null
  note: string | null
}

export interface GateRow {
  gate: string
  result: 'clear' | 'found' | 'unknown'
  records: string
  confirmed_by: number | null
  note: string | null
  at: number
}

export function listReviewers(database: Database, awardId: number): ReviewerRow[] {
  return statement(
    database,
    'SELECT staff_id, is_relative, handed_in_at FROM award_reviewer WHERE award_id = ? ORDER BY staff_id LIMIT 40',
  ).all(awardId) as ReviewerRow[]
}

export function insertReviewer(database: Database, awardId: number, staffId: number, at: number): void {
  statement(
    database,
    'INSERT INTO award_reviewer (award_id, staff_id, chosen_at) VALUES (?, ?, ?) ON CONFLICT DO NOTHING',
  ).run(awardId, staffId, at)
}

export function deleteReviewer(database: Database, awardId: number, staffId: number): void {
  statement(database, 'DELETE FROM award_score WHERE award_id = ? AND staff_id = ?').run(awardId, staffId)
  statement(database, 'DELETE FROM award_reviewer WHERE award_id = ? AND staff_id = ?').run(awardId, staffId)
}

export function setRelative(database: Database, awardId: number, staffId: number, isRelative: boolean): void {
  statement(database, 'UPDATE award_reviewer SET is_relative = ? WHERE award_id = ? AND staff_id = ?').run(
    Number(isRelative),
    awardId,
    staffId,
  )
}

export function listScores(database: Database, awardId: number): ScoreRow[] {
  return statement(
    database,
    'SELECT staff_id, criterion, points, note FROM award_score WHERE award_id = ? ORDER BY staff_id, criterion LIMIT 400',
  ).all(awardId) as ScoreRow[]
}

/** A whole sheet, in place of the one before. */
export function handIn(
  database: Database,
  awardId: number,
  staffId: number,
  scores: readonly Omit<ScoreRow, 'staff_id'>[],
  at: number,
): void {
  statement(database, 'DELETE FROM award_score WHERE award_id = ? AND staff_id = ?').run(awardId, staffId)
  for (const { criterion, points, note } of scores) {
    statement(database, 'INSERT INTO award_score VALUES (?, ?, ?, ?, ?)').run(awardId, staffId, criterion, points, note)
  }
  statement(database, 'UPDATE award_reviewer SET handed_in_at = ? WHERE award_id = ? AND staff_id = ?').run(
    at,
    awardId,
    staffId,
  )
}

export function listGates(database: Database, awardId: number): GateRow[] {
  return statement(
    database,
    'SELECT gate, result, records, confirmed_by, note, at FROM award_gate WHERE award_id = ? LIMIT 40',
  ).all(awardId) as GateRow[]
}

export function saveGate(database: Database, awardId: number, row: GateRow): void {
  statement(
    database,
    `INSERT INTO award_gate (award_id, gate, result, records, confirmed_by, note, at)
     VALUES (@awardId, @gate, @result, @records, @confirmed_by, @note, @at)
     ON CONFLICT (award_id, gate) DO UPDATE SET result = excluded.result, records = excluded.records,
       confirmed_by = excluded.confirmed_by, note = excluded.note, at = excluded.at`,
  ).run({ ...row, awardId })
}

export const REVIEW_SQL = {
  /** Sheets the person has not handed in. */
  waiting: `SELECT award.* FROM award_reviewer JOIN award ON award.id = award_id
    WHERE award_reviewer.staff_id = ? AND handed_in_at IS NULL AND (is_relative IS NULL OR is_relative = 0)
      AND award.state = 'reviewing' LIMIT 10`,
} as const
