import { existsSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { DamagedDatabaseError, isDamage } from './damage.ts'
import { DatabaseFromNewerAppError, migrate, needsMigration, schemaVersion } from './migration.ts'
import { migrations } from './migrations/index.ts'
import { openDatabase } from './open-database.ts'

export interface OpenOptions {
  /** UTC milliseconds. */
  now: number
  /** Makes a verified copy through the given connection, or throws. */
  backUpBeforeMigration(database: Database): void
}

const IN_USE = 'database.inUse'
const CHECKED_AT = 'database.checkedAt'
/** A file that was closed properly is checked once a day, any other at every start. */
const CHECK_EVERY_MS = 24 * 3_600_000

/**
 * Start order: look at it without writing (newer? intact?) → open → verified backup → migrate → serve. Throws and leaves
 * every byte as it was where it is newer or damaged.
 */
export function openWorkspaceDatabase(path: string, { now, backUpBeforeMigration }: OpenOptions): Database {
  const isChecked = existsSync(path) && lookAt(path, now)
  const database = openDatabase(path)
  try {
    const version = schemaVersion(database)
    if (needsMigration(database, migrations)) {
      if (version > 0) backUpBeforeMigration(database)
      migrate(database, migrations)
    }
    if (isChecked) writeMark(database, CHECKED_AT, now)
    writeMark(database, IN_USE, 1)
    return database
  } catch (error) {
    database.close()
    throw isDamage(error) ? new DamagedDatabaseError(path, error) : error
  }
}

/**
 * Through a connection that may only read: closing it neither takes the `-wal` into the file nor removes it, so what is
 * damaged stays as it was found. True where the whole file was checked.
 */
function lookAt(path: string, now: number): boolean {
  let database: Database | undefined
  try {
    database = openDatabase(path, { readonly: true })
    const isUnfinished = needsMigration(database, migrations)
    if (schemaVersion(database) === 0) return false
    if (!isUnfinished && !needsCheck(database, now)) return false
    const verdict = database.pragma('quick_check(1)', { simple: true })
    if (verdict !== 'ok') throw new DamagedDatabaseError(path, new Error(`quick_check: ${String(verdict)}`))
    return true
  } catch (error) {
    if (error instanceof DatabaseFromNewerAppError && database && isIntact(database)) throw error
    throw isDamage(error) || error instanceof DatabaseFromNewerAppError ? new DamagedDatabaseError(path, error) : error
  } finally {
    database?.close()
  }
}

/** A damaged version number is not a newer version. */
function isIntact(database: Database): boolean {
  try {
    return database.pragma('quick_check(1)', { simple: true }) === 'ok'
  } catch {
    return false
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

function readMark(database: Database, key: string): number {
  return Number(database.prepare('SELECT value FROM setting WHERE key = ?').pluck().get(key) ?? 0)
}

function writeMark(database: Database, key: string, value: number): void {
  database
    .prepare('INSERT INTO setting VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value')
    .run(key, String(value))
}
