import type { Database } from 'better-sqlite3'
import type { MeetingKind } from '../../../shared/contract/meetings.ts'
import { statement } from '../database/statements.ts'

export interface ReasonRow {
  on: string
  kind: MeetingKind
  reason: string
  by: number | null
}

export function listReasons(database: Database, from: string, to: string): ReasonRow[] {
  return statement(
    database,
    'SELECT "on", kind, reason, by FROM meeting_day_reason WHERE "on" BETWEEN ? AND ? ORDER BY "on" LIMIT 1000',
  ).all(from, to) as ReasonRow[]
}

export function saveReason(database: Database, row: ReasonRow & { at: number }): void {
  statement(
    database,
    `INSERT INTO meeting_day_reason VALUES (@on, @kind, @reason, @at, @by)
     ON CONFLICT ("on", kind) DO UPDATE SET reason = excluded.reason, at = excluded.at, by = excluded.by`,
  ).run(row)
}

export function deleteReason(database: Database, on: string, kind: MeetingKind): void {
  statement(database, 'DELETE FROM meeting_day_reason WHERE "on" = ? AND kind = ?').run(on, kind)
}

export function findSwap(database: Database, on: string, kind: MeetingKind): number | undefined {
  return statement(database, 'SELECT host FROM meeting_host_swap WHERE "on" = ? AND kind = ?').pluck().get(on, kind) as
    | number
    | undefined
}

export function saveSwap(
  database: Database,
  swap: { on: string; kind: MeetingKind; host: number; at: number; by: number | null },
): void {
  statement(
    database,
    `INSERT INTO meeting_host_swap VALUES (@on, @kind, @host, @at, @by)
     ON CONFLICT ("on", kind) DO UPDATE SET host = excluded.host, at = excluded.at, by = excluded.by`,
  ).run(swap)
}

export function deleteSwap(database: Database, on: string, kind: MeetingKind): void {
  statement(database, 'DELETE FROM meeting_host_swap WHERE "on" = ? AND kind = ?').run(on, kind)
}

export interface AbsenceRow {
  on: string
  staff_id: number
  reason: string
  covered_by: number | null
  /** When it was first announced. */
  at: number
}

export function listAbsences(database: Database, on: string): AbsenceRow[] {
  return statement(
    database,
    'SELECT "on", staff_id, reason, covered_by, at FROM meeting_absence WHERE "on" = ? LIMIT 500',
  ).all(on) as AbsenceRow[]
}

export function saveAbsence(database: Database, row: AbsenceRow & { by: number | null }): void {
  statement(
    database,
    `INSERT INTO meeting_absence VALUES (@on, @staff_id, @reason, @covered_by, @at, @by)
     ON CONFLICT ("on", staff_id) DO UPDATE SET reason = excluded.reason, covered_by = excluded.covered_by,
       by = excluded.by`,
  ).run(row)
}

export function deleteAbsence(database: Database, on: string, staffId: number): number {
  return statement(database, 'DELETE FROM meeting_absence WHERE "on" = ? AND staff_id = ?').run(on, staffId).changes
}
