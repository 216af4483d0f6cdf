import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { openDatabase } from '../database/open-database.ts'
import { storageFailure } from '../database/storage-failure.ts'
import { refused } from './refuse.ts'

/** No outlet comes near it in a lifetime; a crafted file may. */
export const MOST_DATABASE_BYTES = 8_000_000_000

/** For a copy of our own making: a stranger's is examined as a whole, its schema first. */
export function checkSoundness(path: string): void {
  withCopy(path, MOST_DATABASE_BYTES, assertSound)
}

export function assertSound(database: Database): void {
  const verdict = database.pragma('integrity_check(1)', { simple: true })
  if (verdict !== 'ok') throw refused('backupDamaged', new Error(String(verdict)))
  if ((database.pragma('foreign_key_check') as unknown[]).length > 0) throw refused('backupDamaged')
}

/** Opens a copy to look at it, and says what is wrong with one that cannot be looked at. */
export function withCopy<T>(path: string, mostBytes: number, look: (database: Database) => T): T {
  const { size } = statSync(path)
  if (size > mostBytes) throw refused('backupTooLarge')
  if (size === 0) throw refused('backupUnreadable')
  let database: Database | undefined
  try {
    database = openDatabase(path, { readonly: true })
    const [pages, pageBytes] = ['page_count', 'page_size'].map((name) =>
      Number(database?.pragma(name, { simple: true })),
    )
    if ((pages ?? 0) * (pageBytes ?? 0) !== size) throw refused('backupDamaged')
    return look(database)
  } catch (error) {
    if (error instanceof AppError || isOfTheDisk(error)) throw error
    throw refused(
      /NOTADB/.test(String((error as { code?: unknown }).code)) ? 'backupUnreadable' : 'backupDamaged',
      error,
    )
  } finally {
    database?.close()
  }
}

/** A disk that fails says nothing about the copy. */
function isOfTheDisk(error: unknown): boolean {
  const code = storageFailure(error, '')?.code
  return code !== undefined && code !== 'storage-corrupted'
}
