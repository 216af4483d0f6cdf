import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { migrate } from '../database/migration.ts'
import { migrations } from '../database/migrations/index.ts'
import { openDatabase } from '../database/open-database.ts'
import { newestSchema } from './expected-schema.ts'
import type { BackupManifest } from './manifest.ts'
import { type BackupToOpen, unpackBackup, unpackPhotos } from './unpack-backup.ts'
import type { Watch } from './watch.ts'

export interface StagedRestore {
  /** A folder of its own, to be removed by the caller. */
  folder: string
  /** The backup's database, checked and brought to the newest schema. */
  database: string
  manifest: BackupManifest
  lostPhotos: number
}

const PREFIX = 'restore-'

/** Everything of a restore that takes time and changes nothing: the photos it brings are named by their content. */
export async function stageRestore(
  backup: BackupToOpen,
  workshop: string,
  files: string,
  watch: Watch = {},
): Promise<StagedRestore> {
  for (const name of readdirSync(workshop)) {
    if (name.startsWith(PREFIX)) rmSync(join(workshop, name), { recursive: true, force: true })
  }
  const folder = mkdtempSync(join(workshop, PREFIX))
  try {
    const database = join(folder, 'staged.db')
    const unpacked = await unpackBackup(backup, database, watch)
    if (unpacked.manifest.schema < newestSchema()) migrateStaged(database)
    const lost = await unpackPhotos(unpacked, backup.path, files, watch)
    return { folder, database, manifest: unpacked.manifest, lostPhotos: lost.length }
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    throw error
  }
}

function migrateStaged(path: string): void {
  const database = openDatabase(path)
  try {
    migrate(database, migrations)
  } finally {
    database.close()
  }
}
