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

/** Start order: open → newer? → verified backup → migrate → quick_check. Throws and leaves the file as it was. */
export function openWorkspaceDatabase(path: string, { backupFolder, now }: OpenOptions): Database {
  const database = openDatabase(path)
  try {
    const version = schemaVersion(database)
    if (needsMigration(database, migrations)) {
      if (version > 0) backUpBeforeMigration(database, backupFolder, backupName(version, now))
      migrate(database, migrations)
    }
    const verdict = database.pragma('quick_check', { simple: true })
    if (verdict !== 'ok') throw Object.assign(new Error(`quick_check: ${String(verdict)}`), { code: 'SQLITE_CORRUPT' })
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function backupName(version: number, now: number): string {
  const stamp = new Date(now).toISOString().replaceAll(/[:.]/g, '-')
  return `before-migration-from-${version}-${stamp}.db`
}
