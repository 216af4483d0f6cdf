import type { Database } from 'better-sqlite3'

export interface Migration {
  /** Grows by 10, so a hot fix can be slotted between two releases. */
  readonly version: number
  readonly name: string
  up(database: Database): void
}

export class DatabaseFromNewerAppError extends Error {
  override readonly name = 'DatabaseFromNewerAppError'
  readonly found: number
  readonly newestKnown: number

  constructor(found: number, newestKnown: number) {
    super(`The data was written by a newer version (schema ${found}; this one knows up to ${newestKnown})`)
    this.found = found
    this.newestKnown = newestKnown
  }
}

export function schemaVersion(database: Database): number {
  return database.pragma('user_version', { simple: true }) as number
}

/** True where `migrate` would change something. Throws on a database from a newer build. */
export function needsMigration(database: Database, migrations: readonly Migration[]): boolean {
  const current = schemaVersion(database)
  const newestKnown = migrations.at(-1)?.version ?? 0
  if (current > newestKnown) throw new DatabaseFromNewerAppError(current, newestKnown)
  return current < newestKnown
}

/**
 * Brings a database to the newest schema, or leaves it exactly as it was: all pending steps run in one transaction,
 * which the runner owns together with the version number.
 */
export function migrate(database: Database, migrations: readonly Migration[], upTo = Infinity): void {
  assertStrictlyGrowing(migrations)
  needsMigration(database, migrations)
  database
    .transaction(() => {
      const current = schemaVersion(database)
      for (const { version, up } of migrations) {
        if (version <= current || version > upTo) continue
        up(database)
        database.pragma(`user_version = ${version}`)
      }
    })
    .immediate()
}

function assertStrictlyGrowing(migrations: readonly Migration[]): void {
  for (const [index, { version, name }] of migrations.entries()) {
    const previous = migrations[index - 1]?.version ?? 0
    if (version <= previous) throw new Error(`Migration ${name} has version ${version}, not above ${previous}`)
  }
}
