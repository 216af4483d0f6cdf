import { mkdirSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Database } from 'better-sqlite3'
import type { BackupReason } from '../../../shared/domain/backup-rotation.ts'
import { openDatabase } from '../database/open-database.ts'
import { hashOfFile, syncFile } from '../file-places.ts'
import { syncFolder, writeDurably } from '../write-durably.ts'
import { examineCopy } from './examine-copy.ts'
import { type BackupManifest, backupId, MANIFEST_ENDING, numberOf, UNVERIFIED } from './manifest.ts'
import { copyMissingPhotos, PHOTOS } from './photo-store.ts'
import { step, type Watch } from './watch.ts'

/** Where a workspace lies and where its backups go. */
export interface BackupPlaces {
  database: string
  files: string
  folder: string
  appVersion: string
}

export interface BackupWish {
  reason: BackupReason
  takenAt: number
}

/**
 * The one way to copy the database: SQLite writes a copy, the copy is opened and checked, comes to lie under its final
 * name with the photos it names, and counts once its manifest stands. Nothing but SQLite reads the live file.
 * `live` is a connection at hand; without it one of its own is opened.
 */
export function makeBackup(
  places: BackupPlaces,
  { reason, takenAt }: BackupWish,
  watch: Watch = {},
  live?: Database,
): BackupManifest {
  const { folder, files, appVersion } = places
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  removeUnverified(folder)
  const number = Math.max(0, ...readdirSync(folder).map(numberOf)) + 1
  const id = backupId(number, takenAt, reason)
  const file = `${id}.db`
  const path = join(folder, file)
  const unverified = `${path}${UNVERIFIED}`
  try {
    step(watch, 'copying')
    writeCopy(places.database, unverified, live)
    step(watch, 'checking')
    const { photos, ...examined } = examineCopy(unverified)
    const { size: bytes } = statSync(unverified)
    const sha256 = hashOfFile(unverified)
    syncFile(unverified)
    step(watch, 'photos', 0, photos.length)
    const lost = new Set(copyMissingPhotos(photos, files, join(folder, PHOTOS), watch))
    renameSync(unverified, path)
    syncFolder(folder)
    const manifest: BackupManifest = {
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
    writeDurably(join(folder, `${id}${MANIFEST_ENDING}`), Buffer.from(JSON.stringify(manifest)))
    return manifest
  } catch (error) {
    rmSync(unverified, { force: true })
    throw error
  }
}

function writeCopy(database: string, to: string, live: Database | undefined): void {
  const connection = live ?? openDatabase(database, { readonly: true })
  try {
    // The copy is put on disk in one piece once it has been checked.
    if (!live) connection.pragma('synchronous = OFF')
    connection.prepare('VACUUM INTO ?').run(to)
  } finally {
    if (!live) connection.close()
  }
}

/** What a stopped or failed backup left behind. */
export function removeUnverified(folder: string): void {
  for (const name of readdirSync(folder)) {
    if (name.includes(UNVERIFIED)) rmSync(join(folder, name), { force: true })
  }
}
