import SqliteDatabase, { type Database } from 'better-sqlite3'

/** Set on every connection and read back: WAL silently reopens at NORMAL in this build of SQLite. */
export const PRAGMAS = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
} as const

const OLDEST_SAFE_SQLITE = [3, 51, 3] as const

/** Opens a database with the house rules, or throws before anything is written. */
export function openDatabase(path: string, options: { readonly?: boolean } = {}): Database {
  const database = new SqliteDatabase(path, { readonly: options.readonly ?? false })
  try {
    assertSafeVersion(database)
    if (!options.readonly && path !== ':memory:') {
      const mode = database.pragma('journal_mode = WAL', { simple: true })
      if (mode !== 'wal') throw new Error(`journal_mode is ${String(mode)}, not wal`)
    }
    for (const [name, value] of Object.entries(PRAGMAS)) {
      database.pragma(`${name} = ${value}`)
      const actual = database.pragma(name, { simple: true })
      if (actual !== value && !(name === 'mmap_size' && actual === undefined)) {
        throw new Error(`PRAGMA ${name} is ${String(actual)}, not ${value}`)
      }
    }
    return database
  } catch (error) {
    database.close()
    throw error
  }
}

function assertSafeVersion(database: Database): void {
  const version = database.prepare('SELECT sqlite_version()').pluck().get() as string
  const parts = version.split('.').map(Number)
  for (const [index, least] of OLDEST_SAFE_SQLITE.entries()) {
    const part = parts[index] ?? 0
    if (part > least) return
    if (part < least) throw new Error(`SQLite ${version} has a known fault in WAL; 3.51.3 or newer is needed`)
  }
}
