import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { backupsToRemove } from '../../../shared/domain/backup-rotation.ts'
import { type BackupManifest, MANIFEST_ENDING } from './manifest.ts'
import { removeOrphans } from './photo-store.ts'
import { refused } from './refuse.ts'
import { readSignedManifest } from './signed-manifest.ts'

const MOST_MANIFEST_BYTES = 80_000_000

export interface FoundBackup {
  manifest: BackupManifest
  /** As it was signed, and its file has the size it should have. The bytes are compared before it is restored. */
  isGood: boolean
}

interface ReadManifest {
  manifest: BackupManifest
  /** False where it was changed after it was signed. */
  isGenuine: boolean
}

const read = new Map<string, ReadManifest & { changedAt: number }>()

/** Newest number first; what is no manifest of ours is passed over. */
export function readBackups(folder: string): FoundBackup[] {
  return manifestNames(folder)
    .flatMap((name) => {
      try {
        const { manifest, isGenuine } = readManifest(join(folder, name))
        return [{ manifest, isGood: isGenuine && isComplete(folder, manifest) }]
      } catch {
        return []
      }
    })
    .sort((a, b) => b.manifest.number - a.manifest.number)
}

export function readManifest(path: string): ReadManifest {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found?.isFile()) throw refused('backupGone')
  if (found.size > MOST_MANIFEST_BYTES) throw refused('backupTooLarge')
  const known = read.get(path)
  if (known?.changedAt === found.mtimeMs) return known
  try {
    const made = { ...readSignedManifest(readFileSync(path, 'utf8')), changedAt: found.mtimeMs }
    read.set(path, made)
    return made
  } catch (error) {
    throw refused('backupUnreadable', error)
  }
}

/** A backup is named by its manifest, its database file or both names without their ending. */
export function manifestPath(named: string): string {
  const [base] = basename(named).split('.')
  return join(dirname(named), `${base}${MANIFEST_ENDING}`)
}

/** Thins out a place. Photos go with the last backup that names them; where a manifest cannot be read none go. */
export function thinOut(folder: string, now: number, zone: string): string[] {
  const found = readBackups(folder)
  const gone = new Set(
    backupsToRemove(
      found.map(({ manifest, isGood }) => ({ ...manifest, isGood })),
      now,
      zone,
    ),
  )
  if (gone.size === 0) return []
  for (const { manifest } of found.filter(({ manifest: { id } }) => gone.has(id))) {
    rmSync(join(folder, `${manifest.id}${MANIFEST_ENDING}`), { force: true })
    rmSync(join(folder, manifest.stored.file), { force: true })
  }
  const left = readBackups(folder)
  if (left.length === manifestNames(folder).length) {
    removeOrphans(folder, new Set(left.flatMap(({ manifest }) => manifest.photos)))
  }
  return [...gone]
}

function manifestNames(folder: string): string[] {
  try {
    return readdirSync(folder).filter((name) => name.endsWith(MANIFEST_ENDING))
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return []
    throw error
  }
}

function isComplete(folder: string, { stored }: BackupManifest): boolean {
  return statSync(join(folder, stored.file), { throwIfNoEntry: false })?.size === stored.bytes
}
