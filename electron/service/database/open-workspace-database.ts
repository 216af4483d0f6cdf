import type { Database } from 'better-sqlite3'
import { backUpBeforeMigration } from './backup.ts'
import { migrate, needsMigration, schemaVersion } from './migration.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'

export interface OpenOptions {
  backupFolder: string
  /** UTC milliseconds, for the backup's name. */
  now: number
}

const IN_USE = 'database.inUse'
const CHECKED_AT = 'database.checkedAt'
/** A file that was closed properly is checked once a day, any other at every start. */
const CHECK_EVERY_MS = 24 * 3_600_000

/** Start order: open → newer? → verified backup → migrate → quick_check. Throws and leaves the file as it was. */
export function openWorkspaceDatabase(path: string, { backupFolder, now }: OpenOptions): Database {
  const database = openDatabase(path)
  try {
    const version = schemaVersion(database)
    if (needsMigration(database, migrations)) {
      if (version > 0) backUpBeforeMigration(database, backupFolder, backupName(version, now))
      migrate(database, migrations)
    }
    if (needsCheck(database, now)) checkIntegrity(database, now)
    writeMark(database, IN_USE, 1)
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

/** Says that nothing was left half done, and closes. */
export function closeWorkspaceDatabase(database: Database): void {
  try {
    writeMark(database, IN_USE, 0)
  } catch {
    // A full disk must not keep the file open; without the mark the next start checks it.
  } finally {
    database.close()
  }
}

function needsCheck(database: Database, now: number): boolean {
  const checkedAt = readMark(database, CHECKED_AT)
  return readMark(database, IN_USE) === 1 || checkedAt > now || now - checkedAt > CHECK_EVERY_MS
}

function checkIntegrity(database: Database, now: number): void {
  const verdict = database.pragma('quick_check', { simple: true })
  if (verdict !== 'ok') throw Object.assign(new Error(`quick_check: ${String(verdict)}`), { code: 'SQLITE_CORRUPT' })
  writeMark(database, CHECKED_AT, now)
}

function readMark(database: Database, key: string): number {
  return Number(database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) ?? 0)
}

function writeMark(database: Database, key: string, value: number): void {
  database
    .prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, String(value))
}

function backupName(version: number, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  return `before-migration-from-${version}-${stamp}.db`
}
