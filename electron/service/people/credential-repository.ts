import type { Database } from 'better-sqlite3'
import { forget } from '../database/remembered.ts'
import { statement } from '../database/statements.ts'

export interface Credential {
  hash: string
  mustChange: boolean
  failedTries: number
  /** Length of the wait that the last try cost; 0 where none. */
  waitMs: number
}

interface CredentialRow {
  hash: string
  must_change: number
  failed_tries: number
  wait_ms: number
}

export function findCredential(database: Database, staffId: number): Credential | undefined {
  const row = statement(database, 'SELECT * FROM credential WHERE staff_id = ?').get(staffId) as
    | CredentialRow
    | undefined
  return row
    ? {
        hash: row.hash,
        mustChange: row.must_change === 1,
        failedTries: row.failed_tries,
        waitMs: row.wait_ms,
      }
    : undefined
}

export function saveCredential(database: Database, staffId: number, hash: string, mustChange: boolean): void {
  statement(
    database,
    `INSERT INTO credential (staff_id, hash, must_change) VALUES (?, ?, ?)
     ON CONFLICT (staff_id) DO UPDATE SET hash = excluded.hash, must_change = excluded.must_change,
       failed_tries = 0, wait_ms = 0`,
  ).run(staffId, hash, mustChange ? 1 : 0)
  forget(database, 'staff/actor/')
}

export function markTries(database: Database, staffId: number, failedTries: number, waitMs: number): void {
  statement(database, 'UPDATE credential SET failed_tries = ?, wait_ms = ? WHERE staff_id = ?').run(
    failedTries,
    waitMs,
    staffId,
  )
}
