import type { Database } from 'better-sqlite3'
import { AppError } from '../../../shared/errors.ts'
import type { ListedBackup } from './backup-jobs.ts'
import { KEPT_SETTINGS } from './backup-settings.ts'
import { schemaOf } from './expected-schema.ts'

interface Chain {
  entries: number
  head: string
}

/**
 * Every table of the attached `restored` in place of the present one; runs inside the caller's transaction. The audit
 * chain stays as long as it is where it goes on from the backup's: a restore must be no way to lose its end.
 */
export function replaceContent(database: Database, { audit }: ListedBackup): { before: Chain; after: Chain } {
  const before = chainOf(database, 'main')
  const after = chainOf(database, 'restored')
  if (after.entries !== audit.size) throw new AppError('invalid-input', 'backupChanged')
  const ours = schemaOf(database)
  const theirs = database
    .prepare("SELECT type || '\n' || name || '\n' || tbl_name || '\n' || coalesce(sql, '') FROM restored.sqlite_schema")
    .pluck()
    .all() as string[]
  if (JSON.stringify(ours) !== JSON.stringify(theirs.sort())) throw new AppError('invalid-input', 'backupForeign')
  database.pragma('defer_foreign_keys = ON')
  const keepsChain = continues(database, after)
  const tables = parentsFirst(database).filter((table) => !(table === 'audit_entry' && keepsChain))
  const triggers = dropTriggers(database)
  for (const table of [...tables].reverse()) database.exec(`DELETE FROM main."${table}"${onlyTheirs(table)}`)
  // SQLite copies whole pages where a table is empty and both are of one shape, hence the star.
  for (const table of tables) {
    database.exec(`INSERT INTO main."${table}" SELECT * FROM restored."${table}"${onlyTheirs(table)}`)
  }
  for (const trigger of triggers) database.exec(trigger)
  replaceSequences(database)
  return { before, after }
}

/** Triggers keep signed records from people, not from a restore; they are back before the commit, word for word. */
function dropTriggers(database: Database): string[] {
  const triggers = database
    .prepare("SELECT name, sql FROM main.sqlite_schema WHERE type = 'trigger' ORDER BY rowid")
    .all() as { name: string; sql: string }[]
  for (const { name } of triggers) database.exec(`DROP TRIGGER main."${name}"`)
  return triggers.map(({ sql }) => sql)
}

/** What is about this machine stays. */
function onlyTheirs(table: string): string {
  return table === 'setting' ? ` WHERE NOT (${KEPT_SETTINGS})` : ''
}

/** A table comes after those it refers to, so that no reference dangles on the way. */
function parentsFirst(database: Database): string[] {
  const tables = database
    .prepare("SELECT name FROM main.sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'")
    .pluck()
    .all() as string[]
  const parents = database.prepare('SELECT DISTINCT "table" FROM pragma_foreign_key_list(?)').pluck()
  const sorted = new Set<string>()
  const visit = (table: string, under: readonly string[]) => {
    if (sorted.has(table) || under.includes(table)) return
    for (const parent of parents.all(table) as string[]) visit(parent, [...under, table])
    sorted.add(table)
  }
  for (const table of tables) visit(table, [])
  return [...sorted]
}

/** Numbers that are for life are never given again, also those given after the backup. */
function replaceSequences(database: Database): void {
  database.exec(`UPDATE main.sqlite_sequence SET seq = max(seq, coalesce(
    (SELECT seq FROM restored.sqlite_sequence AS theirs WHERE theirs.name = main.sqlite_sequence.name), 0))`)
  database.exec(`INSERT INTO main.sqlite_sequence SELECT name, seq FROM restored.sqlite_sequence
    WHERE name NOT IN (SELECT name FROM main.sqlite_sequence)`)
}

function chainOf(database: Database, schema: 'main' | 'restored'): Chain {
  const last = database
    .prepare(`SELECT sequence, hex(hash) AS head FROM ${schema}.audit_entry ORDER BY sequence DESC LIMIT 1`)
    .get() as { sequence: number; head: string } | undefined
  return { entries: last?.sequence ?? 0, head: last?.head.toLowerCase() ?? '' }
}

/** The backup's last entry is one of ours. */
function continues(database: Database, { entries, head }: Chain): boolean {
  if (entries === 0) return true
  const ours = database.prepare('SELECT hex(hash) FROM main.audit_entry WHERE sequence = ?').pluck().get(entries)
  return typeof ours === 'string' && ours.toLowerCase() === head
}
