import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { DatabaseFromNewerAppError, migrate } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase, PRAGMAS } from '../../electron/service/database/open-database.ts'
import { closeWorkspaceDatabase } from '../../electron/service/database/open-workspace-database.ts'
import { openWorkspace } from '../harness/open-workspace.ts'

describe('the database file', () => {
  let folder: string
  let path: string
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'chenxun-database-'))
    path = join(folder, 'chenxun.db')
  })
  afterEach(() => rmSync(folder, { recursive: true, force: true }))

  const open = () => openWorkspace(path)

  it('keeps every pragma on a file that is opened again', () => {
    open().close()
    const again = openDatabase(path)
    const actual = Object.keys(PRAGMAS).map((name) => [name, again.pragma(name, { simple: true })])
    expect(Object.fromEntries(actual)).toEqual(PRAGMAS)
    expect(again.pragma('journal_mode', { simple: true })).toBe('wal')
    again.close()
  })

  it('would fall back to a weaker sync without asking for it', () => {
    open().close()
    const bare = new SqliteDatabase(path)
    expect(bare.pragma('synchronous', { simple: true })).toBe(1)
    bare.close()
  })

  it('has only strict tables', () => {
    const database = open()
    const loose = database
      .prepare("SELECT name FROM pragma_table_list WHERE schema = 'main' AND strict = 0 AND name NOT LIKE 'sqlite_%'")
      .pluck()
      .all()
    expect(loose).toEqual([])
    database.close()
  })

  it('makes a verified backup before it migrates, and none for a new file', () => {
    open().close()
    expect(() => readdirSync(join(folder, 'backups'))).toThrow()
    for (const name of readdirSync(folder)) rmSync(join(folder, name), { recursive: true })
    const older = openDatabase(path)
    migrate(older, migrations, 40)
    older.close()
    open().close()
    const backup = readdirSync(join(folder, 'backups')).find((name) => name.endsWith('.db'))
    expect(backup).toMatch(/-before-migration\.db$/)
    const copy = openDatabase(join(folder, 'backups', backup ?? ''), { readonly: true })
    expect(copy.pragma('user_version', { simple: true })).toBe(40)
    copy.close()
  })

  it('refuses a file from a newer version and leaves every byte of it', () => {
    open().close()
    const newer = openDatabase(path)
    newer.pragma('user_version = 99990')
    newer.pragma('wal_checkpoint(TRUNCATE)')
    newer.close()
    copyFileSync(path, join(folder, 'before.db'))
    expect(open).toThrow(DatabaseFromNewerAppError)
    expect(readFileSync(path).equals(readFileSync(join(folder, 'before.db')))).toBe(true)
  })

  it('checks a file that was not closed properly, and one that has not been checked for a day', () => {
    closeWorkspaceDatabase(open())
    const damage = () => {
      const database = openDatabase(path)
      const page = database.pragma('page_size', { simple: true }) as number
      const root = database.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'staff'").pluck().get() as number
      database.pragma('wal_checkpoint(TRUNCATE)')
      database.close()
      const bytes = readFileSync(path)
      bytes.fill(0xff, (root - 1) * page, (root - 1) * page + 64)
      writeFileSync(path, bytes)
    }
    damage()
    expect(open().open).toBe(true)
    expect(open).toThrow(/quick_check|malformed/)
  })
})
