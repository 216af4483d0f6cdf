import type { Database } from 'better-sqlite3'
import { migrate } from '../database/migration.ts'
import { migrations } from '../database/migrations/index.ts'
import { openDatabase } from '../database/open-database.ts'

const known = new Map<number, readonly string[]>()

/** What a database of this schema version consists of; undefined where no version of ours bears that number. */
export function expectedSchema(version: number): readonly string[] | undefined {
  if (!migrations.some((migration) => migration.version === version)) return undefined
  let schema = known.get(version)
  if (!schema) {
    const database = openDatabase(':memory:')
    try {
      migrate(database, migrations, version)
      schema = schemaOf(database)
    } finally {
      database.close()
    }
    known.set(version, schema)
  }
  return schema
}

/** Reads the texts only; nothing they say is run. */
export function schemaOf(database: Database): string[] {
  const rows = database
    .prepare("SELECT type || '\n' || name || '\n' || tbl_name || '\n' || coalesce(sql, '') FROM sqlite_schema")
    .pluck()
    .all() as string[]
  return rows.sort()
}

export function newestSchema(): number {
  return migrations.at(-1)?.version ?? 0
}
