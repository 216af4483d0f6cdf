import type { Database } from 'better-sqlite3'
import type { EvidenceKind } from '../../../shared/contract/award-evidence.ts'
import { statement } from '../database/statements.ts'

export interface EvidenceRow {
  id: number
  uid: string
  award_id: number
  criterion: string
  source: string
  /** Only what the contract lets in. */
  record_kind: EvidenceKind | null
  record_uid: string | null
  words: string | null
  figure: string | null
  unit: string | null
  on_day: string
  added_by: number
  added_at: number
}

export interface OtherAward {
  id: number
  uid: string
  no: string | null
  kind: string
  staff_id: number | null
  team_name: string | null
  subject_kind: string
}

export const EVIDENCE_SQL = {
  of: 'SELECT * FROM award_evidence WHERE award_id = ? ORDER BY on_day, id LIMIT 100',
  /** Nominated and not taken back, of the same level, at a time that overlaps. */
  elsewhere: `SELECT DISTINCT award.id, award.uid, award.no, award.kind, award.staff_id, award.team_name,
      award.subject_kind
    FROM award_evidence JOIN award ON award.id = award_id
    WHERE record_kind = @kind AND record_uid = @uid AND award.id <> @award AND award.level = @level
      AND award.state NOT IN ('draft', 'withdrawn', 'revoked')
      AND award.period_from <= @to AND award.period_to >= @from LIMIT 10`,
} as const

export function listEvidence(database: Database, awardId: number): EvidenceRow[] {
  return statement(database, EVIDENCE_SQL.of).all(awardId) as EvidenceRow[]
}

/** Other awards that lean on the same record. */
export function listElsewhere(
  database: Database,
  record: { kind: string; uid: string },
  award: { id: number; level: string; period_from: string; period_to: string },
): OtherAward[] {
  return statement(database, EVIDENCE_SQL.elsewhere).all({
    ...record,
    ...{ award: award.id, level: award.level, from: award.period_from, to: award.period_to },
  }) as OtherAward[]
}

export function insertEvidence(database: Database, row: Omit<EvidenceRow, 'id'>): void {
  statement(
    database,
    `INSERT INTO award_evidence (uid, award_id, criterion, source, record_kind, record_uid, words, figure, unit, on_day,
       added_by, added_at)
     VALUES (@uid, @award_id, @criterion, @source, @record_kind, @record_uid, @words, @figure, @unit, @on_day,
       @added_by, @added_at)`,
  ).run(row)
}

/** False where there was none. */
export function deleteEvidence(database: Database, awardId: number, uid: string): boolean {
  return statement(database, 'DELETE FROM award_evidence WHERE award_id = ? AND uid = ?').run(awardId, uid).changes > 0
}

export function deleteAllEvidence(database: Database, awardId: number): void {
  statement(database, 'DELETE FROM award_evidence WHERE award_id = ?').run(awardId)
}
