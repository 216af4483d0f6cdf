import { copyFileSync, existsSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { hashOfFile, makeFolderDurably, placeOfFile, syncFile } from '../file-places.ts'
import { syncFolder } from '../write-durably.ts'
import { UNVERIFIED } from './manifest.ts'
import { step, type Watch } from './watch.ts'

export const PHOTOS = 'photos'
const SAID_EVERY = 20

/**
 * Brings the missing ones from one store to another, each compared with its hash. Returns those that the source does
 * not have, or no longer as they were.
 */
export function copyMissingPhotos(hashes: readonly string[], from: string, to: string, watch: Watch): string[] {
  const lost: string[] = []
  const folders = new Set<string>()
  for (const [index, hash] of hashes.entries()) {
    if (index % SAID_EVERY === 0) step(watch, 'photos', index, hashes.length)
    const target = placeOfFile(to, hash)
    if (existsSync(target)) continue
    const source = placeOfFile(from, hash)
    if (!existsSync(source) || !copyVerified(source, target, hash)) lost.push(hash)
    else folders.add(dirname(target))
  }
  for (const folder of folders) syncFolder(folder)
  return lost
}

/** The bytes of that hash under their final name, or nothing. The caller syncs the folder. */
export function copyVerified(source: string, target: string, sha256: string): boolean {
  makeFolderDurably(dirname(target))
  const unverified = `${target}${UNVERIFIED}`
  try {
    copyFileSync(source, unverified)
    if (hashOfFile(unverified) !== sha256) return false
    syncFile(unverified)
    renameSync(unverified, target)
    return true
  } finally {
    rmSync(unverified, { force: true })
  }
}

/** Takes away photos that no backup of this place names any more. */
export function removeOrphans(folder: string, named: ReadonlySet<string>): void {
  const root = join(folder, PHOTOS)
  if (!existsSync(root)) return
  for (const entry of readdirSync(root, { recursive: true, withFileTypes: true })) {
    if (entry.isFile() && !named.has(entry.name.split('.')[0] ?? '')) rmSync(join(entry.parentPath, entry.name))
  }
}
