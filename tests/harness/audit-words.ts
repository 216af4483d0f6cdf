import type { Database } from 'better-sqlite3'
import { audit } from '../../shared/messages/zh-CN/audit.ts'

/** Whose parts further down are named elsewhere, or by the outlet itself. */
const FREE = ['weather', 'day', 'hours', 'switches', 'parameters']

/** Fields in the audit chain that no word names: they would be shown as the code calls them. None where a test took the chain away. */
export function fieldsWithoutWord(database: Database): string[] {
  if (!database.prepare("SELECT 1 FROM sqlite_schema WHERE name = 'audit_entry'").get()) return []
  const fields = database
    .prepare(
      `SELECT DISTINCT json_extract(change.value, '$.record') || '.' || field.key
       FROM audit_entry, json_each(changes) change,
         json_each(coalesce(json_extract(change.value, '$.after'), json_extract(change.value, '$.before'))) field`,
    )
    .pluck()
    .all() as string[]
  return fields.filter((path) => {
    const field = path.slice(path.indexOf('.') + 1).split('.')[0] ?? ''
    return !(field in audit.field) && !FREE.includes(field)
  })
}
