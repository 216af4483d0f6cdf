import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { BackupManifest } from '../../electron/service/backups/manifest.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { aPhoto, type BackupOutlet, startBackupOutlet } from '../harness/backup-outlet.ts'
import { provedByTests } from '../harness/proved-by-tests.ts'

const sha256 = (path: string) => createHash('sha256').update(readFileSync(path)).digest('hex')
const manifestOf = (outlet: BackupOutlet, id: string) =>
  BackupManifest.parse(JSON.parse(readFileSync(join(outlet.backups, `${id}.json`), 'utf8')))

describe('B1: a backup counts only once it was opened and checked', () => {
  provedByTests('B1')

  it('holds the records, the photos and a checkpoint of the audit chain, each compared by hash', async () => {
    const outlet = await startBackupOutlet()
    const { hash } = await outlet.as('teller').attachments.put({ file: aPhoto(1) })
    const { backup } = await outlet.as('outlet-head').backups.make({})
    const manifest = manifestOf(outlet, backup.id)
    expect(manifest).toMatchObject({
      outletCode: 'YZ-NP-03',
      reason: 'manual',
      takenAt: outlet.ports.clock.now(),
      photos: [hash],
      counts: { staff: 5, attachment: 1 },
      lock: { kind: 'none' },
    })
    const path = join(outlet.backups, manifest.stored.file)
    expect(statSync(path).size).toBe(manifest.database.bytes)
    expect(sha256(path)).toBe(manifest.database.sha256)
    expect(sha256(join(outlet.backups, 'photos', hash.slice(0, 2), hash.slice(2, 4), hash))).toBe(hash)
    const copy = openDatabase(path, { readonly: true })
    expect(copy.pragma('integrity_check', { simple: true })).toBe('ok')
    expect(verifyAuditChain(copy)).toEqual({ ok: true, entries: manifest.audit.size, head: manifest.audit.head })
    copy.close()
  })

  it('adds only the photos that are missing to the one store', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const first = await outlet.as('teller').attachments.put({ file: aPhoto(1) })
    await head.backups.make({})
    const place = join(outlet.backups, 'photos', first.hash.slice(0, 2), first.hash.slice(2, 4), first.hash)
    const before = statSync(place).mtimeMs
    await outlet.as('teller').attachments.put({ file: aPhoto(2) })
    const { backup } = await head.backups.make({})
    expect(backup.photoCount).toBe(2)
    expect(statSync(place).mtimeMs).toBe(before)
  })

  it('leaves nothing behind and says so where the copy does not pass its check', async () => {
    const outlet = await startBackupOutlet()
    outlet.ports.database.exec('CREATE TABLE smuggled (a TEXT) STRICT')
    await expect(outlet.as('outlet-head').backups.make({})).rejects.toMatchObject({ data: { reason: 'backupForeign' } })
    expect(readdirSync(outlet.backups)).toEqual([])
    expect((await outlet.as('outlet-head').backups.health({})).here).toEqual({ condition: 'broken', newestAt: null })
  })

  it('can be stopped between its steps and leaves no half backup', async () => {
    const outlet = await startBackupOutlet()
    const stop = new AbortController()
    const { jobs, places } = outlet.ports.backups
    const stopped = jobs.make(
      { places, wish: { reason: 'manual', takenAt: 0 }, zone: 'Asia/Shanghai' },
      { signal: stop.signal, onProgress: ({ stage }) => stage === 'checking' && stop.abort() },
    )
    await expect(stopped).rejects.toMatchObject({ code: 'cancelled' })
    await jobs.make({ places, wish: { reason: 'manual', takenAt: 1 }, zone: 'Asia/Shanghai' })
    const left = readdirSync(outlet.backups).filter((name) => name.startsWith('0') || name.includes('unverified'))
    expect(left.map((name) => name.split('.').at(-1)).sort()).toEqual(['db', 'json'])
  })

  it('sweeps away what a killed backup left, and never counts it', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await head.backups.make({})
    writeFileSync(join(outlet.backups, '000009-20261123T000000Z-hourly.db.unverified'), 'half')
    writeFileSync(join(outlet.backups, '000010-20261123T000000Z-hourly.db'), 'no manifest yet')
    expect((await head.backups.list({})).backups).toHaveLength(1)
    await head.backups.make({})
    expect(existsSync(join(outlet.backups, '000009-20261123T000000Z-hourly.db.unverified'))).toBe(false)
    expect((await head.backups.list({})).backups.map(({ isGood }) => isGood)).toEqual([true, true])
  })

  it('shows a backup whose file has gone or shrunk as incomplete', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const one = (await head.backups.make({})).backup
    const two = (await head.backups.make({})).backup
    rmSync(join(outlet.backups, `${one.id}.db`))
    writeFileSync(join(outlet.backups, `${two.id}.db`), 'short')
    expect((await head.backups.list({})).backups.map(({ isGood }) => isGood)).toEqual([false, false])
  })

  it('finds every changed byte of a backup when it is looked at again', async () => {
    const outlet = await startBackupOutlet()
    const { backup } = await outlet.as('outlet-head').backups.make({})
    const path = join(outlet.backups, `${backup.id}.db`)
    const bytes = readFileSync(path)
    const { verify } = createBackupJobs()
    await expect(verify({ path, workshop: outlet.folder })).resolves.toMatchObject({ lostPhotos: 0 })
    for (let at = 0; at < bytes.length; at += 9973) {
      const changed = Buffer.from(bytes)
      changed[at] = (changed[at] ?? 0) ^ 1
      writeFileSync(path, changed)
      await expect(verify({ path, workshop: outlet.folder })).rejects.toMatchObject({
        detail: { reason: 'backupChanged' },
      })
    }
    expect(readdirSync(outlet.folder).filter((name) => name.startsWith('verify-'))).toEqual([])
  })

  it('is not for a teller', async () => {
    const outlet = await startBackupOutlet()
    await expect(outlet.as('teller').backups.list({})).rejects.toMatchObject({ code: 'forbidden' })
    await expect(outlet.as('ops-supervisor').backups.list({})).resolves.toMatchObject({ backups: [] })
  })
})
