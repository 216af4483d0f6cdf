/** The file does not open, or its check failed. Nothing was written. */
export class DamagedDatabaseError extends Error {
  override readonly name = 'DamagedDatabaseError'
  readonly code = 'SQLITE_CORRUPT'
  readonly path: string

  constructor(path: string, cause: unknown) {
    super(`The database is damaged: ${cause instanceof Error ? cause.message : String(cause)}`, { cause })
    this.path = path
  }
}

/** What SQLite says of a file whose bytes do not fit together. A full or locked disk is no damage. */
export function isDamage(error: unknown): boolean {
  const { code, message } = Object(error) as { code?: unknown; message?: unknown }
  if (typeof code === 'string' && /^SQLITE_(CORRUPT|NOTADB|FORMAT)/.test(code)) return true
  return code === 'SQLITE_ERROR' && /no such (table|column)|malformed|unsupported file format/.test(String(message))
}
