import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { generateX25519Identity, identityToRecipient } from 'age-encryption'
import { describe, expect, it } from 'vitest'
import { createBackupJobs } from '../../electron/service/backups/backup-jobs.ts'
import { writeManifest } from '../../electron/service/backups/signed-manifest.ts'
import { aPhoto, type BackupOutlet, startBackupOutlet } from '../harness/backup-outlet.ts'
import { provedByTests } from '../harness/proved-by-tests.ts'

const DAY = 24 * 3_600_000
const PASSPHRASE = 'correct horse battery staple'

const bytesUnder = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)))

const targetOf = async (outlet: BackupOutlet) => (await outlet.as('outlet-head').backups.list({})).health.target

describe('B4: a second copy elsewhere, with an age of its own', () => {
  provedByTests('B4')

  it('is read back where it lies, and restores without the first', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await outlet.as('teller').attachments.put({ file: aPhoto(3) })
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const { delivered, deliveryFailure } = await head.backups.make({})
    expect(deliveryFailure).toBeNull()
    rmSync(outlet.backups, { recursive: true })
    rmSync(join(outlet.folder, 'files'), { recursive: true })
    const restored = await head.backups.restore({ id: delivered?.id ?? '', place: 'target' })
    expect(restored.lostPhotos).toBe(0)
  })

  it('says that the place is missing, goes on here, and catches up once it is back', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    await head.backups.make({})
    expect((await targetOf(outlet))?.condition).toBe('good')
    renameSync(outlet.disk, `${outlet.disk}-away`)
    expect(await head.backups.make({})).toMatchObject({ delivered: null, deliveryFailure: 'backupTargetMissing' })
    expect((await targetOf(outlet))?.condition).toBe('missing')
    expect((await head.backups.list({})).health.here.condition).toBe('good')
    expect(() => readdirSync(outlet.disk)).toThrow()
    renameSync(`${outlet.disk}-away`, outlet.disk)
    await head.backups.make({})
    expect((await targetOf(outlet))?.condition).toBe('good')
  })

  it('warns after three days, by the age of each copy', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const { backup } = await head.backups.make({})
    outlet.ports.advance(3 * DAY)
    expect((await targetOf(outlet))?.condition).toBe('good')
    outlet.ports.advance(1)
    const { health } = await head.backups.list({})
    expect(health).toEqual({
      here: { condition: 'late', newestAt: backup.takenAt },
      target: { condition: 'late', newestAt: backup.takenAt },
    })
    outlet.ports.advance(-30 * DAY)
    expect((await head.backups.list({})).health.here).toEqual({ condition: 'late', newestAt: null })
  })

  it('encrypts for a receiver: nothing readable lies there, and only the secret key opens it', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const secret = await generateX25519Identity()
    const receiver = await identityToRecipient(secret)
    const { hash } = await outlet.as('teller').attachments.put({ file: aPhoto(4) })
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver } })
    const { delivered } = await head.backups.make({})
    expect(delivered?.lock).toBe('receiver')
    for (const bytes of bytesUnder(outlet.disk)) {
      expect(bytes.includes('林予安')).toBe(false)
      expect(bytes.includes('SQLite format 3')).toBe(false)
    }
    const restore = (key?: string) =>
      head.backups.restore({ id: delivered?.id ?? '', place: 'target', ...(key ? { key } : {}) })
    await expect(restore()).rejects.toMatchObject({ data: { reason: 'backupLocked' } })
    await expect(restore(await generateX25519Identity())).rejects.toMatchObject({ data: { reason: 'backupWrongKey' } })
    outlet.ports.files.remove(hash)
    expect(await restore(secret)).toMatchObject({ lostPhotos: 0 })
    expect(outlet.ports.files.get(hash)).toHaveLength(8)
  })

  it('encrypts by a passphrase on demand and keeps it nowhere', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    await outlet.as('teller').attachments.put({ file: aPhoto(5) })
    const first = await head.backups.make({ passphrase: PASSPHRASE })
    const second = await head.backups.make({ passphrase: PASSPHRASE })
    expect(second.delivered?.lock).toBe('passphrase')
    const place = join(outlet.disk, 'chenxun-YZ-NP-03')
    expect(readdirSync(place).filter((name) => name.endsWith('.key.age'))).toHaveLength(1)
    const path = join(place, `${first.delivered?.id}.json`)
    const { verify } = createBackupJobs()
    await expect(verify({ path, key: 'wrong passphrase', workshop: outlet.folder })).rejects.toMatchObject({
      detail: { reason: 'backupWrongKey' },
    })
    await expect(verify({ path, key: PASSPHRASE, workshop: outlet.folder })).resolves.toMatchObject({ lostPhotos: 0 })
    outlet.ports.database.pragma('wal_checkpoint(TRUNCATE)')
    for (const bytes of [...bytesUnder(outlet.folder), ...bytesUnder(outlet.disk)]) {
      expect(bytes.includes(PASSPHRASE)).toBe(false)
    }
  })

  it('is signed: one letter changed is refused, and another key than ours is named', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const { backup, delivered } = await head.backups.make({})
    expect([backup.signature, delivered?.signature]).toEqual(['own', 'own'])
    const path = join(outlet.disk, 'chenxun-YZ-NP-03', `${delivered?.id}.json`)
    const signed = readFileSync(path, 'utf8')
    const found = async () => (await head.backups.list({})).backups.find(({ place }) => place === 'target')
    const restored = () => head.backups.restore({ id: delivered?.id ?? '', place: 'target' })
    for (const [from, to] of [
      ['"takenAt":1', '"takenAt":2'],
      ['"isWhole":true', '"isWhole":false'],
      ['"number":1', '"number":7'],
    ] as const) {
      expect(signed).toContain(from)
      writeFileSync(path, signed.replace(from, to))
      expect(await found()).toMatchObject({ isGood: false })
      await expect(restored()).rejects.toMatchObject({ data: { reason: 'backupChanged' } })
    }
    const { signature: _, ...manifest } = JSON.parse(signed)
    writeManifest(dirname(path), manifest, join(outlet.folder, 'another-key.pem'))
    expect(await found()).toMatchObject({ isGood: true, signature: 'other' })
    writeFileSync(path, JSON.stringify(manifest))
    expect(await found()).toMatchObject({ isGood: true, signature: 'none' })
    writeFileSync(path, signed)
    expect(await found()).toMatchObject({ isGood: true, signature: 'own' })
    await expect(restored()).resolves.toMatchObject({ lostPhotos: 0 })
  })

  it('refuses a place inside the data folder, a bare name and a key that is none', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const set = (folder: string, receiver: string | null = null) =>
      head.backups.setTarget({ target: { folder, receiver } })
    await expect(set('usb')).rejects.toMatchObject({ data: { reason: 'backupTargetNotAbsolute' } })
    await expect(set(join(outlet.folder, 'inside'))).rejects.toMatchObject({ data: { reason: 'backupTargetInside' } })
    await expect(set(outlet.folder)).rejects.toMatchObject({ data: { reason: 'backupTargetInside' } })
    await expect(set(join(outlet.disk, 'no', 'where'))).rejects.toMatchObject({
      data: { reason: 'backupTargetMissing' },
    })
    await expect(set(outlet.disk, 'age1nonsense')).rejects.toMatchObject({ data: { reason: 'backupWrongKey' } })
    mkdirSync(join(outlet.disk, 'usb'))
    await expect(set(join(outlet.disk, 'usb'))).resolves.toEqual({ done: true })
  })
})
