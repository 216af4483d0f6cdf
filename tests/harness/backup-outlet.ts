import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { createFileStore } from '../../electron/hosts/ports/file-store.ts'
import { createVault } from '../../electron/hosts/ports/vault/vault.ts'
import { createSigner } from '../../electron/service/signing-key.ts'
import { createTestPorts, type TestPorts } from './test-ports.ts'
import { startTestOutlet, type TestOutlet } from './test-service.ts'

export interface BackupOutlet extends TestOutlet {
  /** The data folder; its neighbour `disk` is another disk. */
  folder: string
  disk: string
  backups: string
}

/** A file with a JPEG's first bytes. */
export function aPhoto(salt: number): Blob {
  return new Blob([new Uint8Array([0xff, 0xd8, 0xff, salt & 255, salt >> 8, 1, 2, 3])], { type: 'image/jpeg' })
}

/** An outlet whose database and photos are real files, with backups taken in this very thread. */
export async function startBackupOutlet(isOn = false): Promise<BackupOutlet> {
  const root = mkdtempSync(join(tmpdir(), 'chenxun-backups-'))
  onTestFinished(() => rmSync(root, { recursive: true, force: true }))
  const folder = join(root, 'data')
  const disk = join(root, 'disk')
  for (const path of [folder, disk]) mkdirSync(path)
  const ports: TestPorts = createTestPorts(join(folder, 'chenxun.db'))
  onTestFinished(() => void ports.database.close())
  const backups = join(folder, 'backups')
  const files = join(folder, 'files')
  ports.files = createFileStore(files)
  ports.backups = {
    ...ports.backups,
    places: {
      database: join(folder, 'chenxun.db'),
      files,
      folder: backups,
      appVersion: '0.0.0-test',
      signingKey: join(folder, 'audit-key.pem'),
    },
    workshop: folder,
    isOn,
  }
  ports.signer = createSigner(ports.backups.places.signingKey)
  ports.vault = createVault({
    path: join(folder, 'vault.db'),
    copyFolder: backups,
    keychain: null,
    cost: { ln: 4, r: 8, p: 1 },
    uid: () => ports.ids.uid(0),
    letters: () => 'ABCDEFGHJKMNPQRSTVWXYZ012',
    onFailure: (error) => void ports.failures.push(error),
  })
  onTestFinished(() => ports.vault.close())
  return { ...(await startTestOutlet(ports)), folder, disk, backups }
}
