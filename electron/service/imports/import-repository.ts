import type { Database } from 'better-sqlite3'
import { z } from 'zod'
import { ImportKindId } from '../../../shared/contract/imports.ts'
import { Person } from '../../../shared/contract/people.ts'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import type { ColumnMapping } from '../../../shared/domain/imports/decisions.ts'
import { statement } from '../database/statements.ts'

const ImportRow = z.object({
  id: z.int(),
  uid: z.string(),
  kind: ImportKindId,
  file_name: z.string(),
  file_hash: z.string(),
  at: z.int(),
  by: z.string(),
  accepted: z.int(),
  skipped: z.int(),
  undone_at: z.int().nullable(),
  changed: z.string().transform((text) => z.array(Person).parse(JSON.parse(text))),
})
export type ImportRow = z.infer<typeof ImportRow>

export function insertImport(
  database: Database,
  run: Pick<ImportRow, 'uid' | 'kind' | 'file_name' | 'file_hash' | 'at' | 'by' | 'accepted' | 'skipped'>,
): number {
  return Number(
    statement(
      database,
      `INSERT INTO import_run (uid, kind, file_name, file_hash, at, by, accepted, skipped, changed)
       VALUES (@uid, @kind, @file_name, @file_hash, @at, @by, @accepted, @skipped, '[]')`,
    ).run(run).lastInsertRowid,
  )
}

export function saveChanged(database: Database, id: number, changed: readonly Person[]): void {
  statement(database, 'UPDATE import_run SET changed = ? WHERE id = ?').run(JSON.stringify(changed), id)
}

export function findImport(database: Database, uid: string): ImportRow | undefined {
  const row = statement(database, 'SELECT * FROM import_run WHERE uid = ?').get(uid)
  return row === undefined ? undefined : ImportRow.parse(row)
}

export function listImports(database: Database): ImportRow[] {
  return statement(database, 'SELECT * FROM import_run ORDER BY id DESC LIMIT 500')
    .all()
    .map((row) => ImportRow.parse(row))
}

/** When the very same bytes were brought in and not taken back. */
export function importedBefore(database: Database, hash: string): number | null {
  const at = statement(database, 'SELECT max(at) FROM import_run WHERE file_hash = ? AND undone_at IS NULL')
    .pluck()
    .get(hash)
  return typeof at === 'number' ? at : null
}

export function markUndone(database: Database, id: number, at: number): void {
  statement(database, 'UPDATE import_run SET undone_at = ? WHERE id = ?').run(at, id)
}

export function readMapping(database: Database, kind: ImportKind): ColumnMapping {
  const text = statement(database, 'SELECT mapping FROM import_mapping WHERE kind = ?').pluck().get(kind)
  return typeof text === 'string' ? z.record(z.string(), z.string()).parse(JSON.parse(text)) : {}
}

export function saveMapping(database: Database, kind: ImportKind, mapping: ColumnMapping): void {
  statement(
    database,
    'INSERT INTO import_mapping VALUES (?, ?) ON CONFLICT (kind) DO UPDATE SET mapping = excluded.mapping',
  ).run(kind, JSON.stringify(mapping))
}
