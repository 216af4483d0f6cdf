import type { Database } from 'better-sqlite3'
import type { ReportKind } from '../../../shared/contract/reports.ts'
import { statement } from '../database/statements.ts'

export function readTyped(database: Database, kind: ReportKind, month: string): Record<string, string> {
  const rows = statement(database, 'SELECT field, text FROM report_typed WHERE kind = ? AND month = ?').all(
    kind,
    month,
  ) as { field: string; text: string }[]
  return Object.fromEntries(rows.map(({ field, text }) => [field, text]))
}

/** An empty text takes the field back. */
export function saveTyped(
  database: Database,
  kind: ReportKind,
  month: string,
  field: string,
  text: string,
  typed: { at: number; by: string },
): void {
  if (text === '') {
    statement(database, 'DELETE FROM report_typed WHERE kind = ? AND month = ? AND field = ?').run(kind, month, field)
    return
  }
  statement(
    database,
    `INSERT INTO report_typed VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (kind, month, field) DO UPDATE SET text = excluded.text, typed_at = excluded.typed_at,
       typed_by = excluded.typed_by`,
  ).run(kind, month, field, text, typed.at, typed.by)
}
