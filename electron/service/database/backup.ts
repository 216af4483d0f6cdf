import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { openDatabase } from './open-database.ts'

/**
 * Writes a verified copy and returns its path. The copy counts only after it was opened and checked; nothing but
 * SQLite reads the live file.
 */
export function backUpBeforeMigration(database: Database, folder: string, name: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, name)
  const unverified = `${path}.unverified`
  rmSync(unverified, { force: true })
  database.prepare('VACUUM INTO ?').run(unverified)
  assertIntact(unverified)
  const copy = openSync(unverified, 'r+')
  fsyncSync(copy)
  closeSync(copy)
  renameSync(unverified, path)
  return path
}

function assertIntact(path: string): void {
  const copy = openDatabase(path, { readonly: true })
  try {
    const verdict = copy.pragma('integrity_check', { simple: true })
    if (verdict !== 'ok') throw new Error(`The backup is damaged: ${String(verdict)}`)
    if ((copy.pragma('foreign_key_check') as unknown[]).length > 0) throw new Error('The backup has dangling records')
  } finally {
    copy.close()
  }
}
