import type { Database } from 'better-sqlite3'
import { verifyAuditChain } from '../audit/index.ts'
import { schemaVersion } from '../database/migration.ts'
import { expectedSchema, newestSchema, schemaOf } from './expected-schema.ts'
import type { BackupManifest } from './manifest.ts'
import { assertSound, MOST_DATABASE_BYTES, withCopy } from './open-copy.ts'
import { refused } from './refuse.ts'

export type Examination = Pick<BackupManifest, 'schema' | 'counts' | 'audit' | 'outletCode'> & { photos: string[] }

/**
 * Opens a copy and checks it, in an order in which no SQL of a stranger runs: size → version → schema text → integrity
 * → references → counts and audit chain. Check constraints and views of a foreign schema would run with the third step,
 * so they never get that far.
 */
export function examineCopy(path: string, mostBytes = MOST_DATABASE_BYTES): Examination {
  return withCopy(path, mostBytes, (database) => {
    const schema = schemaOfOurs(database)
    assertSound(database)
    return readContents(database, schema)
  })
}

/** What stands in a copy of our own making, which another thread checks meanwhile with `checkSoundness`. */
export function readCopy(path: string): Examination {
  return withCopy(path, MOST_DATABASE_BYTES, (database) => readContents(database, schemaOfOurs(database)))
}

function schemaOfOurs(database: Database): number {
  const schema = schemaVersion(database)
  if (schema > newestSchema()) throw refused('backupNewer')
  const expected = expectedSchema(schema)
  const found = schemaOf(database)
  if (!expected || expected.length !== found.length || expected.some((text, index) => text !== found[index])) {
    throw refused('backupForeign')
  }
  return schema
}

function readContents(database: Database, schema: number): Examination {
  const chain = verifyAuditChain(database)
  return {
    schema,
    counts: countRows(database),
    audit: { size: chain.entries, head: chain.ok ? chain.head : '', isWhole: chain.ok },
    outletCode: String(database.prepare('SELECT code FROM outlet').pluck().get() ?? ''),
    photos: database.prepare('SELECT hash FROM attachment ORDER BY hash').pluck().all() as string[],
  }
}

/** Who said how often how they are is told by no manifest, not even as a number. */
const UNCOUNTED = /^(mood_|care_)/

/** Every table of ours but those; names come from the schema that was compared before. */
function countRows(database: Database): Record<string, number> {
  const tables = database
    .prepare("SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%' ORDER BY name")
    .pluck()
    .all() as string[]
  const counted = tables.filter((table) => !UNCOUNTED.test(table))
  return Object.fromEntries(
    counted.map((table) => [table, Number(database.prepare(`SELECT count(*) FROM "${table}"`).pluck().get())]),
  )
}
