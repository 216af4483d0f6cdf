import { statSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import { verifyAuditChain } from '../audit/index.ts'
import { schemaVersion } from '../database/migration.ts'
import { openDatabase } from '../database/open-database.ts'
import { storageFailure } from '../database/storage-failure.ts'
import { expectedSchema, newestSchema, schemaOf } from './expected-schema.ts'
import type { BackupManifest } from './manifest.ts'
import { refused } from './refuse.ts'

/** No outlet comes near it in a lifetime; a crafted file may. */
export const MOST_DATABASE_BYTES = 8_000_000_000

export type Examination = Pick<BackupManifest, 'schema' | 'counts' | 'audit' | 'outletCode'> & { photos: string[] }

/**
 * Opens a copy and checks it, in an order in which no SQL of a stranger runs: size → version → schema text → integrity
 * → references → counts and audit chain. Check constraints and views of a foreign schema would run with the third step,
 * so they never get that far.
 */
export function examineCopy(path: string, mostBytes = MOST_DATABASE_BYTES): Examination {
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
    return examine(database)
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

function examine(database: Database): Examination {
  const schema = schemaVersion(database)
  if (schema > newestSchema()) throw refused('backupNewer')
  const expected = expectedSchema(schema)
  const found = schemaOf(database)
  if (!expected || expected.length !== found.length || expected.some((text, index) => text !== found[index])) {
    throw refused('backupForeign')
  }
  const verdict = database.pragma('integrity_check(1)', { simple: true })
  if (verdict !== 'ok') throw refused('backupDamaged', new Error(String(verdict)))
  if ((database.pragma('foreign_key_check') as unknown[]).length > 0) throw refused('backupDamaged')
  const chain = verifyAuditChain(database)
  return {
    schema,
    counts: countRows(database),
    audit: { size: chain.entries, head: chain.ok ? chain.head : '', isWhole: chain.ok },
    outletCode: String(database.prepare('SELECT code FROM outlet').pluck().get() ?? ''),
    photos: database.prepare('SELECT hash FROM attachment ORDER BY hash').pluck().all() as string[],
  }
}

/** Every table of ours; names come from the schema that was compared before. */
function countRows(database: Database): Record<string, number> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[]
  return Object.fromEntries(
    tables.map((table) => [table, Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  )
}
