import type { Database, Statement } from 'better-sqlite3'

const prepared = new WeakMap<Database, Map<string, Statement>>()

/** A statement prepared once per connection. */
export function statement(database: Database, sql: string): Statement {
  let statements = prepared.get(database)
  if (!statements) {
    statements = new Map()
    prepared.set(database, statements)
  }
  let one = statements.get(sql)
  if (!one) {
    one = database.prepare(sql)
    statements.set(sql, one)
  }
  return one
}
