import { createHash } from 'node:crypto'
import {
  copyFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileStore } from '../../electron/hosts/ports/file-store.ts'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import type { BackupKeeper } from '../../electron/service/ports.ts'
import { createRandom } from '../../electron/service/samples/index.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { openWorkspace } from '../harness/open-workspace.ts'
import { proved, times } from '../harness/proved.ts'
import { createTestPorts } from '../harness/test-ports.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const DAMAGES = times(60, 500)
const MOST_BYTES = 512
const NOW = Date.parse('2026-11-23T00:00:00Z')

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')

describe('D6: a damaged database is kept aside untouched and the console offers the ways back', () => {
  let root: string
  let template: string
  let backupId: string

  /** As a kill leaves it: the file, a `-wal` with acknowledged records, a good backup of an earlier moment. */
  beforeAll(async () => {
    root = mkdtempSync(join(tmpdir(), 'chenxun-damage-'))
    const made = join(root, 'made')
    template = join(root, 'template')
    mkdirSync(made)
    const ports = createTestPorts(join(made, 'chenxun.db'), NOW)
    ports.files = createFileStore(join(made, 'files'))
    ports.backups = keeperOf(made)
    const outlet = await startTestOutlet(ports)
    const head = outlet.as('outlet-head')
    backupId = (await head.backups.make({})).backup.id
    ports.database.pragma('wal_checkpoint(TRUNCATE)')
    ports.database.exec("INSERT INTO setting VALUES ('database.inUse', '1') ON CONFLICT DO UPDATE SET value = '1'")
    ports.setNow(NOW + 60_000)
    const { patrols } = await head.patrols.day({})
    const sheet = await head.patrols.start({ uid: patrols[0]?.uid ?? '' })
    const answers = sheet.items.slice(0, 20).map(({ id, reading }) => ({
      item: id,
      value: reading ? ('not-seen' as const) : ('pass' as const),
      basedOn: 0,
    }))
    await head.patrols.answer({ uid: sheet.patrol.uid, answers })
    cpSync(made, template, { recursive: true })
    ports.database.close()
    expect(statSync(join(template, 'chenxun.db-wal')).size).toBeGreaterThan(10_000)
  })
  afterAll(() => rmSync(root, { recursive: true, force: true }))

  function keeperOf(folder: string): BackupKeeper {
    const places = {
      database: join(folder, 'chenxun.db'),
      files: join(folder, 'files'),
      folder: join(folder, 'backups'),
      appVersion: 'test',
      signingKey: join(folder, 'audit-key.pem'),
    }
    return { jobs: createBackupJobs(), places, workshop: folder, isOn: false }
  }

  function start(folder: string) {
    const backups = keeperOf(folder)
    const failures: unknown[] = []
    const log = { failure: (error: unknown) => `incident-${failures.push(error)}`, slow() {}, recent: () => [] }
    const clock = { now: () => NOW + 120_000 }
    const service = createService({
      open: () => ({
        ...createTestPorts(':memory:', NOW),
        clock,
        log,
        backups,
        database: openWorkspace(join(folder, 'chenxun.db'), NOW + 120_000),
      }),
      recovery: { backups, clock, log },
    })
    const client = createRouterClient(service.router, { context: { seat: 'operator', as: 'operator' } }) as Client
    return { service, client }
  }

  function damaged(change: (folder: string) => void): string {
    const folder = mkdtempSync(join(root, 'case-'))
    cpSync(template, folder, { recursive: true })
    change(folder)
    return folder
  }

  async function faultsOf(folder: string): Promise<string[]> {
    const faults: string[] = []
    const parts = ['chenxun.db', 'chenxun.db-wal'].map((name) => ({ name, hash: sha256(join(folder, name)) }))
    const { service, client } = start(folder)
    const damage = await client.recovery.status({})
    if (!damage) {
      // What SQLite takes for whole must be whole: what a torn `-wal` ends with was not.
      const { integrity, chain } = await client.audit.verify({})
      service.close()
      return integrity === 'ok' || /missing from index|wrong # of entries/.test(integrity)
        ? chain.ok
          ? []
          : ['chain']
        : [integrity]
    }
    for (const { name, hash } of parts) {
      if (sha256(join(damage.keptIn, name)) !== hash) faults.push(`${name} was changed`)
    }
    if (damage.backups[0]?.id !== backupId) faults.push('no backup offered')
    const refusal = await client.people.list({}).catch((error) => error)
    if (refusal?.data?.reason !== 'inRecovery') faults.push('answers from a damaged file')
    // Quit: the next start comes back to the same.
    service.close()
    const again = start(folder)
    if ((await again.client.recovery.status({}))?.keptIn !== damage.keptIn) faults.push('forgot the damage')
    const { path } = await again.client.recovery.salvage({})
    if (readFileSync(path).subarray(0, 2).toString() !== 'PK') faults.push('no spreadsheet')
    await again.client.recovery.restore({ id: backupId })
    if ((await again.client.recovery.status({})) !== null) faults.push('still damaged after the restore')
    const { entries } = await again.client.audit.list({ limit: 1 })
    if (entries[0]?.procedure !== 'recovery.restore') faults.push('the audit does not tell')
    const after = await again.client.audit.verify({})
    if (after.integrity !== 'ok' || !after.chain.ok) faults.push('restored badly')
    for (const { name, hash } of parts) {
      if (sha256(join(damage.keptIn, name)) !== hash) faults.push(`${name} was changed later`)
    }
    again.service.close()
    return faults
  }

  it(
    'whatever bytes were damaged',
    async () => {
      const { next: random } = createRandom(20261123)
      const bad: string[] = []
      let recovered = 0
      for (let count = 0; count < DAMAGES; count++) {
        const name = count % 4 === 3 ? 'chenxun.db-wal' : 'chenxun.db'
        let what = ''
        const folder = damaged((place) => {
          const path = join(place, name)
          const bytes = readFileSync(path)
          const length = 1 + Math.floor(random() * MOST_BYTES)
          const at = count % 10 === 0 ? Math.floor(random() * 100) : Math.floor(random() * (bytes.length - length))
          for (let index = at; index < at + length; index++) bytes[index] = Math.floor(random() * 256)
          writeFileSync(path, bytes)
          what = `${name} ${at}+${length}`
        })
        const faults = await faultsOf(folder).catch((error) => [String(error)])
        bad.push(...faults.map((fault) => `${what}: ${fault}`))
        if (existsSync(join(folder, 'damaged'))) recovered++
        rmSync(folder, { recursive: true, force: true })
      }
      expect(bad).toEqual([])
      expect(recovered).toBeGreaterThan(DAMAGES / 10)
      proved({ id: 'D6', runs: DAMAGES, bad: bad.length })
    },
    times(300_000, 3_000_000),
  )

  it('a file cut short, and one of zeros', async () => {
    const cut = damaged((place) => {
      const path = join(place, 'chenxun.db')
      writeFileSync(path, readFileSync(path).subarray(0, 50_000))
      rmSync(`${path}-wal`)
      writeFileSync(`${path}-wal`, '')
    })
    const zeros = damaged((place) => {
      const path = join(place, 'chenxun.db')
      writeFileSync(path, Buffer.alloc(statSync(path).size))
      writeFileSync(`${path}-wal`, '')
    })
    expect(await faultsOf(cut)).toEqual([])
    expect(await faultsOf(zeros)).toEqual([])
  })

  it('tells what is missing since the backup and writes what can be read', async () => {
    const folder = damaged((place) => {
      const path = join(place, 'chenxun.db')
      const whole = join(place, 'whole.db')
      copyFileSync(path, whole)
      const copy = openDatabase(whole)
      const page = Number(
        copy.prepare("SELECT rootpage FROM sqlite_schema WHERE name = 'checklist_wording'").pluck().get(),
      )
      copy.close()
      const bytes = readFileSync(path)
      bytes.fill(0xff, (page - 1) * 4096, page * 4096)
      writeFileSync(path, bytes)
    })
    const { service, client } = start(folder)
    const damage = await client.recovery.status({})
    expect(damage?.missingSince?.find(({ kind }) => kind === 'answers')?.count).toBe(20)
    const { rows } = await client.recovery.salvage({})
    expect(rows).toMatchObject({ staff: 5, patrol_answer: 20 })
    expect(rows).not.toHaveProperty('credential')
    expect(readdirSync(folder).filter((name) => name.startsWith('salvage-'))).toEqual([])
    service.close()
  })

  it('a good file is not moved, and nothing can be brought back over it', async () => {
    const folder = damaged(() => undefined)
    const { service, client } = start(folder)
    expect(await client.recovery.status({})).toBeNull()
    await expect(client.recovery.restore({ id: backupId })).rejects.toMatchObject({ code: 'not-allowed-now' })
    service.close()
    expect(existsSync(join(folder, 'damaged'))).toBe(false)
    const left = openDatabase(join(folder, 'chenxun.db'))
    expect(verifyAuditChain(left).ok).toBe(true)
    left.close()
  })
})
