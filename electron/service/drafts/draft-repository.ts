import type { Database } from 'better-sqlite3'
import { statement } from '../database/statements.ts'

export interface Draft {
  text: string
  at: number
}

export function findDraft(database: Database, staffId: number, key: string): Draft | null {
  const row = statement(database, 'SELECT text, at FROM draft WHERE staff_id = ? AND key = ?').get(staffId, key)
  return (row as Draft | undefined) ?? null
}

export function saveDraft(database: Database, staffId: number, key: string, { text, at }: Draft): void {
  statement(
    database,
    `INSERT INTO draft (staff_id, key, text, at) VALUES (?, ?, ?, ?)
     ON CONFLICT (staff_id, key) DO UPDATE SET text = excluded.text, at = excluded.at`,
  ).run(staffId, key, text, at)
}

/** The connection overwrites what it deletes. */
export function deleteDraft(database: Database, staffId: number, key: string): void {
  statement(database, 'DELETE FROM draft WHERE staff_id = ? AND key = ?').run(staffId, key)
}

export function deleteOldDrafts(database: Database, before: number): void {
  statement(database, 'DELETE FROM draft WHERE at < ?').run(before)
}
