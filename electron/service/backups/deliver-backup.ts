import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { AppError } from '../../../shared/errors.ts'
import { hashOfFile, makeFolderDurably, placeOfFile, syncFile } from '../file-places.ts'
import { syncFolder, writeDurably } from '../write-durably.ts'
import { assertReceiver, encryptFile, lockSecret, newKey, receiverMark, unlockSecret } from './encryption.ts'
import { type BackupPlaces, removeUnverified } from './make-backup.ts'
import { type BackupManifest, backupId, type Lock, numberOf, UNVERIFIED } from './manifest.ts'
import { copyMissingPhotos, copyVerified, PHOTOS } from './photo-store.ts'
import { refused } from './refuse.ts'
import { writeManifest } from './signed-manifest.ts'
import { step, type Watch } from './watch.ts'

/** A second place for copies. At most one of the two keys. */
export interface Delivery {
  folder: string
  receiver?: string | undefined
  passphrase?: string | undefined
}

const KEY_ENDING = '.key.age'
const SAID_EVERY = 20

/**
 * Copies a verified backup to a second place and reads it back there: the copy counts once its bytes were compared and
 * its manifest stands.
 */
export async function deliverBackup(
  { folder: from, signingKey }: Pick<BackupPlaces, 'folder' | 'signingKey'>,
  { signature: _, ...manifest }: BackupManifest,
  delivery: Delivery,
  watch: Watch = {},
): Promise<BackupManifest> {
  const { folder } = delivery
  assertReachable(folder)
  step(watch, 'delivering')
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnverified(folder)
  const lock = await lockFor(delivery)
  const number = Math.max(0, ...readdirSync(folder).map(numberOf)) + 1
  const id = backupId(number, manifest.takenAt, manifest.reason)
  const stored = await store(join(from, manifest.stored.file), folder, `${id}.db`, manifest, lock)
  const photos = await deliverPhotos(manifest.photos, join(from, PHOTOS), join(folder, PHOTOS), lock, watch)
  return writeManifest(folder, { ...manifest, id, number, stored, lock, photos }, signingKey)
}

/** The folder above it must be there: a missing disk is not replaced by an empty folder of its name. */
export function assertReachable(folder: string): void {
  const isThere = existsSync(folder) || existsSync(dirname(folder))
  if (!isThere) throw new AppError('storage-unavailable', 'backupTargetMissing')
}

/** Writes a trial file, so that a place that is read-only is refused when it is chosen. */
export async function tryTarget({ folder, receiver }: Delivery): Promise<void> {
  if (receiver !== undefined) await assertReceiver(receiver)
  assertReachable(folder)
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const trial = join(folder, `trial${UNVERIFIED}`)
    writeFileSync(trial, 'chenxun')
    rmSync(trial)
  } catch (error) {
    throw new AppError('storage-unavailable', 'backupTargetReadOnly', { cause: error })
  }
}

async function lockFor({ folder, receiver, passphrase }: Delivery): Promise<Lock> {
  if (receiver !== undefined) return { kind: 'receiver', receiver }
  if (passphrase === undefined) return { kind: 'none' }
  for (const keyFile of readdirSync(folder).filter((name) => name.endsWith(KEY_ENDING))) {
    const key = await unlockSecret(join(folder, keyFile), passphrase).catch(() => undefined)
    if (key !== undefined) return { kind: 'passphrase', receiver: await receiverOf(key), keyFile }
  }
  const { secret, receiver: own } = await newKey()
  const keyFile = `${receiverMark(own)}${KEY_ENDING}`
  writeDurably(join(folder, keyFile), await lockSecret(secret, passphrase))
  return { kind: 'passphrase', receiver: own, keyFile }
}

async function receiverOf(secret: string): Promise<string> {
  const { identityToRecipient } = await import('age-encryption')
  return identityToRecipient(secret)
}

async function store(
  source: string,
  folder: string,
  name: string,
  { database }: Pick<BackupManifest, 'database'>,
  lock: Lock,
) {
  if (lock.kind === 'none') {
    const target = join(folder, name)
    if (!copyVerified(source, target, database.sha256)) throw refused('backupChanged')
    syncFolder(folder)
    return { file: name, ...database }
  }
  const file = `${name}.age`
  const unverified = join(folder, `${file}${UNVERIFIED}`)
  const { bytes, sha256 } = await encryptFile(source, unverified, lock.receiver)
  syncFile(unverified)
  if (statSync(unverified).size !== bytes || hashOfFile(unverified) !== sha256) throw refused('backupChanged')
  renameSync(unverified, join(folder, file))
  syncFolder(folder)
  return { file, bytes, sha256 }
}

async function deliverPhotos(
  hashes: readonly string[],
  from: string,
  to: string,
  lock: Lock,
  watch: Watch,
): Promise<string[]> {
  if (lock.kind === 'none') {
    const lost = new Set(copyMissingPhotos(hashes, from, to, watch))
    return hashes.filter((hash) => !lost.has(hash))
  }
  const brought: string[] = []
  for (const [index, hash] of hashes.entries()) {
    if (index % SAID_EVERY === 0) step(watch, 'photos', index, hashes.length)
    const source = placeOfFile(from, hash)
    if (!existsSync(source)) continue
    const target = closedPhoto(to, hash, lock.receiver)
    if (!existsSync(target)) {
      makeFolderDurably(dirname(target))
      await encryptFile(source, `${target}${UNVERIFIED}`, lock.receiver)
      syncFile(`${target}${UNVERIFIED}`)
      renameSync(`${target}${UNVERIFIED}`, target)
    }
    brought.push(hash)
  }
  return brought
}

export function closedPhoto(folder: string, hash: string, receiver: string): string {
  return `${placeOfFile(folder, hash)}.${receiverMark(receiver)}.age`
}
