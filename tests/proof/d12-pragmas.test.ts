import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import SqliteDatabase from 'better-sqlite3'
import { expect, it } from 'vitest'
import { openDatabase, PRAGMAS } from '../../electron/service/database/open-database.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { buildProofOutlet, proofPorts } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'

const WANTED = {
  synchronous: 2,
  foreign_keys: 1,
  trusted_schema: 0,
  secure_delete: 1,
  cell_size_check: 1,
  mmap_size: 0,
  busy_timeout: 5000,
}

it('D12 sets every pragma on a file that is opened again, where SQLite alone would weaken it', async () => {
  const folder = temporaryFolder()
  await buildProofOutlet(folder)
  const bare = new SqliteDatabase(join(folder, 'chenxun.db'))
  expect(bare.pragma('synchronous', { simple: true })).toBe(1)
  bare.close()
  expect(PRAGMAS).toEqual(WANTED)
  const { database } = proofPorts(folder)
  const reader = openDatabase(join(folder, 'chenxun.db'), { readonly: true })
  let bad = 0
  for (const connection of [database, reader]) {
    for (const [name, value] of Object.entries(WANTED)) {
      const actual = connection.pragma(name, { simple: true }) ?? 0
      if (actual !== value) bad++
    }
  }
  expect(database.pragma('journal_mode', { simple: true })).toBe('wal')
  reader.close()
  database.close()
  proved({ id: 'D12', runs: 2 * Object.keys(WANTED).length, bad })
})

it('D12 knows a SQLite without the faults of older ones', () => {
  const database = openDatabase(':memory:')
  const version = String(database.prepare('SELECT sqlite_version()').pluck().get())
  database.close()
  const [major = 0, minor = 0, patch = 0] = version.split('.').map(Number)
  proved({ id: 'D12', runs: 1, bad: Number(major * 1e6 + minor * 1e3 + patch < 3_051_003) })
})

it('D12 is asked for in one place only', () => {
  const path = join(import.meta.dirname, '../../electron/service/database/open-database.ts')
  expect(existsSync(path)).toBe(true)
  expect(readFileSync(path, 'utf8')).toContain('assertSafeVersion')
})
