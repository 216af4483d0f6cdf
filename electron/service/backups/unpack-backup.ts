import { copyFileSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOfFile, makeFolderDurably, placeOfFile, syncFile } from '../file-places.ts'
import { closedPhoto } from './deliver-backup.ts'
import { decryptFile, unlockSecret } from './encryption.ts'
import { type Examination, examineCopy } from './examine-copy.ts'
import { type BackupManifest, UNVERIFIED } from './manifest.ts'
import { MOST_DATABASE_BYTES } from './open-copy.ts'
import { copyMissingPhotos, PHOTOS } from './photo-store.ts'
import { manifestPath, readManifest } from './read-backups.ts'
import { refused } from './refuse.ts'
import { step, type Watch } from './watch.ts'

export interface Unpacked {
  manifest: BackupManifest
  examined: Examination
  /** Opens what is encrypted here; undefined where nothing is. */
  secret: string | undefined
}

/** `key`: the secret key or the passphrase, by how the backup is closed. */
export interface BackupToOpen {
  path: string
  key?: string | undefined
  mostBytes?: number | undefined
}

/** A plain copy of a backup's database at `to`, compared with its manifest and fully checked. Any doubt is a refusal. */
export async function unpackBackup(
  { path, key, mostBytes = MOST_DATABASE_BYTES }: BackupToOpen,
  to: string,
  watch: Watch = {},
): Promise<Unpacked> {
  step(watch, 'checking')
  const place = manifestPath(path)
  const { manifest, isGenuine } = readManifest(place)
  if (!isGenuine) throw refused('backupChanged')
  const stored = join(dirname(place), manifest.stored.file)
  const found = statSync(stored, { throwIfNoEntry: false })
  if (!found?.isFile()) throw refused('backupGone')
  if (found.size > mostBytes) throw refused('backupTooLarge')
  if (found.size !== manifest.stored.bytes || hashOfFile(stored) !== manifest.stored.sha256)
    throw refused('backupChanged')
  const secret = await secretFor(manifest, dirname(place), key)
  mkdirSync(dirname(to), { recursive: true, mode: 0o700 })
  if (secret === undefined) copyFileSync(stored, to)
  else await decryptFile(stored, to, secret)
  if (hashOfFile(to) !== manifest.database.sha256) throw refused('backupChanged')
  step(watch, 'checking')
  const examined = examineCopy(to, mostBytes)
  const agrees =
    examined.schema === manifest.schema && JSON.stringify(examined.counts) === JSON.stringify(manifest.counts)
  if (!agrees || examined.audit.head !== manifest.audit.head) throw refused('backupChanged')
  return { manifest, examined, secret }
}

async function secretFor(
  { lock }: BackupManifest,
  folder: string,
  key: string | undefined,
): Promise<string | undefined> {
  if (lock.kind === 'none') return undefined
  if (key === undefined || key === '') throw refused('backupLocked')
  return lock.kind === 'receiver' ? key.trim() : unlockSecret(join(folder, lock.keyFile), key)
}

/** Brings a backup's photos into a store. Returns those it names and does not have. */
export async function unpackPhotos(
  { manifest, secret }: Unpacked,
  path: string,
  to: string,
  watch: Watch = {},
): Promise<string[]> {
  const from = join(dirname(manifestPath(path)), PHOTOS)
  const { lock, photos } = manifest
  if (lock.kind === 'none' || secret === undefined) return copyMissingPhotos(photos, from, to, watch)
  const lost: string[] = []
  for (const [index, hash] of photos.entries()) {
    step(watch, 'photos', index, photos.length)
    const target = placeOfFile(to, hash)
    if (existsSync(target)) continue
    const source = closedPhoto(from, hash, lock.receiver)
    if (!existsSync(source) || !(await openPhoto(source, target, hash, secret))) lost.push(hash)
  }
  return lost
}

async function openPhoto(source: string, target: string, hash: string, secret: string): Promise<boolean> {
  makeFolderDurably(dirname(target))
  const unverified = `${target}${UNVERIFIED}`
  try {
    await decryptFile(source, unverified, secret)
    if (hashOfFile(unverified) !== hash) return false
    syncFile(unverified)
    renameSync(unverified, target)
    return true
  } catch {
    return false
  } finally {
    rmSync(unverified, { force: true })
  }
}
