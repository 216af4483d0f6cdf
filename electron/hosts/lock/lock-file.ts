import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'

export interface HeldLockFile {
  release(): void
}

/**
 * An operating-system lock on a file of its own, taken through SQLite because Node has none: it falls with the process,
 * needs no process number, and holds through symlinks and hard links. Nothing else may open this file, since closing
 * any handle of it drops the lock. A reserved lock rather than an exclusive one, so that of many starts one always wins.
 */
export function tryLockFile(folder: string): HeldLockFile | undefined {
  const database = new SqliteDatabase(join(folder, 'chenxun.lock'), { timeout: 0 })
  try {
    database.pragma('journal_mode = MEMORY')
    database.exec('BEGIN IMMEDIATE')
    return { release: () => database.close() }
  } catch (error) {
    database.close()
    if (String((error as { code?: unknown }).code).startsWith('SQLITE_BUSY')) return undefined
    throw error
  }
}
