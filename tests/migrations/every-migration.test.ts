import { existsSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { DatabaseFromNewerAppError, migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'

/** These make empty tables; there is nothing before them to turn into something else. */
const MAKES_EMPTY_TABLES_ONLY = new Set([10, 20, 30, 40, 50])

describe('every migration', () => {
  it('has a test of its own where it changes what was there', () => {
    const untested = migrations.filter(
      ({ version, name }) =>
        !MAKES_EMPTY_TABLES_ONLY.has(version) && !existsSync(new URL(`./${name}.test.ts`, import.meta.url)),
    )
    expect(untested.map(({ name }) => name)).toEqual([])
  })

  it('bears its version in its name, in tens', () => {
    for (const { version, name } of migrations)
      expect(name).toMatch(new RegExp(`^${String(version).padStart(4, '0')}-`))
    expect(migrations.every(({ version }) => version % 10 === 0)).toBe(true)
  })

  it.each(migrations.map(({ version }) => version))('leaves the schema at %i when a later step fails', (version) => {
    const database = openDatabase(':memory:')
    migrate(database, migrations, version)
    const before = database.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all()
    const broken = {
      version: 9990,
      name: '9990-broken',
      up() {
        database.exec('CREATE TABLE half_done (a) STRICT')
      },
    }
    expect(() => migrate(database, [...migrations, broken])).toThrow()
    expect(database.pragma('user_version', { simple: true })).toBe(version)
    expect(database.prepare('SELECT sql FROM sqlite_schema ORDER BY name').pluck().all()).toEqual(before)
    database.close()
  })

  it('refuses a database written by a newer build', () => {
    const database = openDatabase(':memory:')
    database.pragma('user_version = 99990')
    expect(() => migrate(database, migrations)).toThrow(DatabaseFromNewerAppError)
    database.close()
  })
})
