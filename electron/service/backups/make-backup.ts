import { closeSync, mkdirSync, openSync, readdirSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupReason } from '../../../shared/domain/backup-rotation.ts'
import { openDatabase } from '../database/open-database.ts'
import { hashOfFile, syncFile } from '../file-places.ts'
import { syncFolder } from '../write-durably.ts'
import { type Examination, examineCopy, readCopy } from './examine-copy.ts'
import { leaveUnsealedOut } from './leave-unsealed-out.ts'
import { type BackupManifest, backupId, numberOf, UNVERIFIED } from './manifest.ts'
import { copyMissingPhotos, PHOTOS } from './photo-store.ts'
import { type UnsignedManifest, writeManifest } from './signed-manifest.ts'
import { step, type Watch } from './watch.ts'

/** Where a workspace lies and where its backups go. */
export interface BackupPlaces {
  database: string
  files: string
  folder: string
  appVersion: string
  /** Path of the workspace's own key, which signs each backup. */
  signingKey: string
}

export interface BackupWish {
  reason: BackupReason
  takenAt: number
}

/** A copy on its way: its place in the row of backups, and the name it has until it was checked. */
interface NewCopy {
  id: string
  number: number
  unverified: string
}

/** Resolves when the copy there is sound, rejects with what is wrong with it. */
export type SoundnessCheck = (path: string) => Promise<void>

/** Pages of a step, between which the copy can be stopped: 16 MB. */
const STEP_PAGES = 4096
/** In the header of a SQLite file: https://www.sqlite.org/fileformat.html §1.3. */
const VERSIONS_AT = 18

/**
 * The one way to copy the database: SQLite writes a copy, the copy is opened and checked, comes to lie under its final
 * name with the photos it names, and counts once its manifest stands. Nothing but SQLite reads the live file.
 */
export async function makeBackup(
  places: BackupPlaces,
  wish: BackupWish,
  checkSoundness: SoundnessCheck,
  watch: Watch = {},
): Promise<BackupManifest> {
  const copy = beginCopy(places, wish)
  try {
    step(watch, 'copying')
    await copyPages(places.database, copy.unverified, watch)
    step(watch, 'checking')
    const [soundness, found] = await Promise.allSettled([checkSoundness(copy.unverified), readWhole(copy.unverified)])
    if (soundness.status === 'rejected') throw soundness.reason
    if (found.status === 'rejected') throw found.reason
    return keepCopy(places, wish, copy, found.value, watch)
  } catch (error) {
    rmSync(copy.unverified, { force: true })
    throw error
  }
}

/** The same at once, through a connection at hand: a start waits for it. */
export function makeBackupOf(live: Database, places: BackupPlaces, wish: BackupWish): BackupManifest {
  const copy = beginCopy(places, wish)
  try {
    live.prepare('VACUUM INTO ?').run(copy.unverified)
    if (leaveUnsealedOut(copy.unverified)) standAlone(copy.unverified)
    const examined = examineCopy(copy.unverified)
    return keepCopy(places, wish, copy, { examined, sha256: hashOfFile(copy.unverified) })
  } catch (error) {
    rmSync(copy.unverified, { force: true })
    throw error
  }
}

function beginCopy({ folder }: BackupPlaces, { reason, takenAt }: BackupWish): NewCopy {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnverified(folder)
  const number = Math.max(0, ...readdirSync(folder).map(numberOf)) + 1
  const id = backupId(number, takenAt, reason)
  return { id, number, unverified: join(folder, `${id}.db${UNVERIFIED}`) }
}

async function copyPages(database: string, to: string, watch: Watch): Promise<void> {
  const live = openDatabase(database, { readonly: true })
  try {
    // Reads one state all along: what others write meanwhile neither gets in nor starts the copy anew.
    live.exec('BEGIN')
    live.prepare('SELECT count(*) FROM sqlite_schema').get()
    await live.backup(to, {
      progress({ totalPages, remainingPages }) {
        step(watch, 'copying', totalPages - remainingPages, totalPages)
        return STEP_PAGES
      },
    })
  } finally {
    live.close()
  }
  standAlone(to)
  if (leaveUnsealedOut(to)) standAlone(to)
}

/** A copy has no log beside it, so its header must not promise one: format and read version 1 instead of 2. */
function standAlone(path: string): void {
  const file = openSync(path, 'r+')
  try {
    writeSync(file, Uint8Array.of(1, 1), 0, 2, VERSIONS_AT)
  } finally {
    closeSync(file)
  }
}

/** What stands in a copy, and the hash of its bytes. */
interface Found {
  examined: Examination
  sha256: string
}

async function readWhole(path: string): Promise<Found> {
  return { examined: readCopy(path), sha256: hashOfFile(path) }
}

function keepCopy(
  { folder, files, appVersion, signingKey }: BackupPlaces,
  { reason, takenAt }: BackupWish,
  { id, number, unverified }: NewCopy,
  { examined: { photos, ...examined }, sha256 }: Found,
  watch: Watch = {},
): BackupManifest {
  const file = `${id}.db`
  const { size: bytes } = statSync(unverified)
  syncFile(unverified)
  step(watch, 'photos', 0, photos.length)
  const lost = new Set(copyMissingPhotos(photos, files, join(folder, PHOTOS), watch))
  renameSync(unverified, join(folder, file))
  syncFolder(folder)
  const manifest: UnsignedManifest = {
    format: 'chenxun-backup',
    formatVersion: 1,
    id,
    number,
    takenAt,
    reason,
    appVersion,
    ...examined,
    database: { bytes, sha256 },
    stored: { file, bytes, sha256 },
    lock: { kind: 'none' },
    photos: photos.filter((hash) => !lost.has(hash)),
  }
  return writeManifest(folder, manifest, signingKey)
}

/** What a stopped or failed backup left behind. */
export function removeUnverified(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes(UNVERIFIED)) rmSync(join(folder, name), { force: true })
  }
}
