import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOfFile, placeOfFile } from '../file-places.ts'
import { closedPhoto } from './deliver-backup.ts'
import type { BackupManifest } from './manifest.ts'
import { PHOTOS } from './photo-store.ts'
import { manifestPath } from './read-backups.ts'
import { type BackupToOpen, unpackBackup } from './unpack-backup.ts'
import { step, type Watch } from './watch.ts'

export interface VerifiedBackup {
  manifest: BackupManifest
  /** Named by the backup and not there, or no longer as they were. */
  lostPhotos: number
}

/** Opens a backup at a temporary place, checks and counts it there, looks at every photo, and removes the place. */
export async function verifyBackup(backup: BackupToOpen, workshop: string, watch: Watch = {}): Promise<VerifiedBackup> {
  const place = mkdtempSync(join(workshop, 'verify-'))
  try {
    const { manifest } = await unpackBackup(backup, join(place, 'copy.db'), watch)
    const photos = join(dirname(manifestPath(backup.path)), PHOTOS)
    const lost = manifest.photos.filter((hash, index) => {
      step(watch, 'photos', index, manifest.photos.length)
      return !isPhotoThere(photos, hash, manifest)
    })
    return { manifest, lostPhotos: lost.length }
  } finally {
    rmSync(place, { recursive: true, force: true })
  }
}

function isPhotoThere(folder: string, hash: string, { lock }: BackupManifest): boolean {
  if (lock.kind !== 'none') return existsSync(closedPhoto(folder, hash, lock.receiver))
  const path = placeOfFile(folder, hash)
  return existsSync(path) && hashOfFile(path) === hash
}
