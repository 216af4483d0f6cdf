import { spawn } from 'node:child_process'
import { copyFileSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { DatabaseFromNewerAppError, migrate, schemaVersion } from '../../electron/service/database/migration.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { bundled } from '../harness/bundled.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { openWorkspace } from '../harness/open-workspace.ts'
import { proved, times } from '../harness/proved.ts'
import { missing } from '../harness/tools.ts'

const RELEASED = join(import.meta.dirname, '../databases')
const NEWEST = migrations.at(-1)?.version ?? 0
/** A kill at the k-th write, sync or rename of an update, from every older schema; the newest ones at more places. */
const DEPTHS_OF_NEWEST = times(6, 40)
const DEPTHS = times(3, 40)
const NEWEST_FEW = 6
const reason = missing('strace')

describe('D7 updates a file wholly or not at all', () => {
  it.skipIf(reason)(
    `killed anywhere while it updates, it opens again complete${reason ? ` (${reason})` : ''}`,
    async () => {
      const script = await bundled(join(import.meta.dirname, '../harness/proof-operation.ts'))
      const bad: string[] = []
      let runs = 0
      const older = migrations.slice(0, -1)
      for (const [place, { version }] of older.entries()) {
        const depths = place >= older.length - NEWEST_FEW ? DEPTHS_OF_NEWEST : DEPTHS
        const template = temporaryFolder()
        const database = openDatabase(join(template, 'chenxun.db'))
        migrate(database, migrations, version)
        database.close()
        const kills = ['pwrite64', 'fdatasync', 'rename'].flatMap((call) =>
          Array.from({ length: call === 'pwrite64' ? depths : 2 }, (_, depth) => ({ call, k: 1 + depth * depth * 3 })),
        )
        for (const { call, k } of kills) {
          const folder = temporaryFolder()
          cpSync(template, folder, { recursive: true })
          await killedAt(script, folder, call, k)
          runs++
          bad.push(...faultsOf(folder, version).map((fault) => `from ${version}, ${call} ${k}: ${fault}`))
        }
      }
      expect(bad).toEqual([])
      proved({ id: 'D7', runs, bad: bad.length })
    },
    times(900_000, 3_000_000),
  )

  it('opens a file of every released schema with everything in it, a verified copy beside it', () => {
    const released = readdirSync(RELEASED).filter((name) => name.endsWith('.db'))
    for (const name of released) {
      const folder = temporaryFolder()
      copyFileSync(join(RELEASED, name), join(folder, 'chenxun.db'))
      const version = Number(name.slice(0, 4))
      const database = openWorkspace(join(folder, 'chenxun.db'))
      expect(schemaVersion(database)).toBe(NEWEST)
      expect(database.prepare('SELECT count(*) FROM staff').pluck().get()).toBe(5)
      expect(verifyAuditChain(database).ok).toBe(true)
      if (version < NEWEST) expect(copiesIn(folder)).toHaveLength(1)
      database.close()
    }
    proved({ id: 'D7', runs: released.length, bad: 0 })
  })

  it('refuses a newer file and leaves every byte of it', () => {
    const folder = temporaryFolder()
    const path = join(folder, 'chenxun.db')
    const newer = openDatabase(path)
    migrate(newer, migrations)
    newer.pragma(`user_version = ${NEWEST + 10}`)
    newer.pragma('wal_checkpoint(TRUNCATE)')
    newer.close()
    const before = readFileSync(path)
    const open = () => openWorkspace(path)
    expect(open).toThrow(DatabaseFromNewerAppError)
    expect(readFileSync(path).equals(before)).toBe(true)
    proved({ id: 'D7', runs: 1, bad: Number(existsSync(join(folder, 'backups'))) })
  })
})

function killedAt(script: string, folder: string, call: string, k: number): Promise<void> {
  mkdirSync(folder, { recursive: true })
  return new Promise((resolve) => {
    spawn(
      'strace',
      ['-f', '-qq', '-o', '/dev/null', '-e', `trace=${call}`, '-e', `inject=${call}:signal=SIGKILL:when=${k}`].concat([
        process.execPath,
        script,
        'open',
        folder,
      ]),
      { stdio: 'ignore' },
    ).once('exit', () => resolve())
  })
}

/** The file is at the old schema or at the newest, whole; the next start finishes, and a copy counts only when verified. */
function faultsOf(folder: string, from: number): string[] {
  const faults: string[] = []
  const path = join(folder, 'chenxun.db')
  const left = openDatabase(path)
  const version = schemaVersion(left)
  if (version !== from && version !== NEWEST) faults.push(`left at ${version}`)
  if (left.pragma('integrity_check', { simple: true }) !== 'ok') faults.push('damaged')
  left.close()
  if (version === NEWEST && copiesIn(folder).length === 0) faults.push('updated without a copy')
  const again = openWorkspace(path, 1)
  if (schemaVersion(again) !== NEWEST) faults.push('does not finish')
  again.close()
  return faults
}

/** Only what has its manifest counts. */
function copiesIn(folder: string): string[] {
  const backups = join(folder, 'backups')
  return existsSync(backups) ? readdirSync(backups).filter((name) => name.endsWith('.json')) : []
}
