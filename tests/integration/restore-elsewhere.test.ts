import { existsSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { aPhoto, startBackupOutlet } from '../harness/backup-outlet.ts'

const PASSPHRASE = '柳岸路 的 春天 1987'

/** A console on another machine, with nothing in it. */
function openNewPc() {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-new-pc-'))
  const { portsOf, close } = createPortsFactory(folder)
  const ports = portsOf('own')
  const service = createService({ open: () => ports })
  onTestFinished(async () => {
    await service.close()
    await close()
    rmSync(folder, { recursive: true, force: true })
  })
  const client = createRouterClient(service.router, { context: { seat: 'window' } }) as Client
  const operator = createRouterClient(service.router, { context: { seat: 'x', as: 'operator' } }) as Client
  return { ports, client, operator }
}

describe('a new PC', () => {
  it('gets the records, photos and sealed notes from the second place, and goes on with the audit chain', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    const { hash } = await outlet.as('teller').attachments.put({ file: aPhoto(9) })
    await head.vault.setUp({ passphrase: PASSPHRASE })
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const uid = outlet.people.teller ?? ''
    const cell = { table: 'draft', row: 'note/1', column: 'text' }
    await head.drafts.put({ key: 'note/1', text: outlet.ports.vault.seal(uid, cell, '谈心的话') })
    const { backup, delivered } = await head.backups.make({})
    const { code } = (await head.people.session({})).outlet ?? {}
    await head.vault.changePassphrase({ passphrase: PASSPHRASE })
    await expect.poll(async () => (await head.vault.status({})).copyAtTarget).toBe('current')

    const { client, operator, ports } = openNewPc()
    const found = await client.recovery.backupsIn({ folder: outlet.disk })
    expect(found.backups).toMatchObject([{ id: delivered?.id, isGood: true, signature: 'other' }])
    const id = delivered?.id ?? ''
    expect(await client.recovery.restoreFrom({ folder: found.folder, id })).toEqual({
      restoredTo: backup.takenAt,
      lostPhotos: 0,
    })
    expect((await client.people.session({})).outlet?.code).toBe(code)
    expect(await client.people.signInChoices({})).not.toEqual([])
    expect(ports.files.get(hash)).toHaveLength(8)
    expect(await operator.audit.compare({})).toMatchObject({ ok: true, entries: backup.auditSize + 1 })
    await ports.vault.unlock({ passphrase: PASSPHRASE })
    const sealed = ports.database.prepare("SELECT text FROM draft WHERE key = 'note/1'").pluck().get() as string
    expect(ports.vault.open(uid, cell, sealed)).toBe('谈心的话')

    const again = { folder: found.folder, id }
    await expect(client.recovery.restoreFrom(again)).rejects.toMatchObject({ data: { reason: 'restoreFolderTaken' } })
    await expect(client.recovery.backupsIn({ folder: outlet.disk })).rejects.toMatchObject({
      data: { reason: 'restoreFolderTaken' },
    })
  })

  it('says what is wrong with the place or the key, and stays empty', async () => {
    const outlet = await startBackupOutlet()
    const head = outlet.as('outlet-head')
    await head.backups.setTarget({ target: { folder: outlet.disk, receiver: null } })
    const { delivered } = await head.backups.make({ passphrase: PASSPHRASE })
    const { client, ports } = openNewPc()
    const look = (folder: string) => client.recovery.backupsIn({ folder })
    await expect(look('usb')).rejects.toMatchObject({ data: { reason: 'backupTargetNotAbsolute' } })
    await expect(look(join(outlet.disk, 'none'))).rejects.toMatchObject({ data: { reason: 'restoreFolderMissing' } })
    expect(await look(dirname(outlet.folder))).toMatchObject({ backups: [] })
    const { folder, backups } = await look(outlet.disk)
    expect(backups).toMatchObject([{ lock: 'passphrase' }])
    const from = (key?: string) =>
      client.recovery.restoreFrom({ folder, id: delivered?.id ?? '', ...(key ? { key } : {}) })
    writeFileSync(join(folder, 'vault.keys'), '{}')
    await expect(from()).rejects.toMatchObject({ data: { reason: 'backupLocked' } })
    await expect(from('another passphrase')).rejects.toMatchObject({ data: { reason: 'backupWrongKey' } })
    renameSync(join(folder, `${delivered?.id}.db.age`), join(folder, 'away'))
    await expect(from(PASSPHRASE)).rejects.toMatchObject({ data: { reason: 'backupGone' } })
    expect((await client.people.session({})).outlet).toBeNull()
    expect(existsSync(join(ports.backups.places.folder, 'vault.keys'))).toBe(false)
    rmSync(join(folder, 'vault.keys'))
    renameSync(join(folder, 'away'), join(folder, `${delivered?.id}.db.age`))
    await expect(from(PASSPHRASE)).resolves.toMatchObject({ lostPhotos: 0 })
  })

  it('finds the backups inside an old data folder', async () => {
    const outlet = await startBackupOutlet()
    const { backup } = await outlet.as('outlet-head').backups.make({})
    const { client } = openNewPc()
    const { folder, backups } = await client.recovery.backupsIn({ folder: outlet.folder })
    expect(folder).toBe(outlet.backups)
    expect(backups).toMatchObject([{ id: backup.id }])
  })
})
