import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Backup } from '../../../shared/contract/backups.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { recovery } from '../../../shared/contract/recovery.ts'
import { AppError } from '../../../shared/errors.ts'
import { type Preparation, prepared } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { watched } from '../watched.ts'
import { assertAbsolute } from './assert-absolute.ts'
import { bringKeys } from './bring-keys.ts'
import { attach, type Ready, takeOver } from './restore-backup.ts'
import { asBackup, rowsWritten } from './take-backup.ts'

/** Inside what a person names: an old data folder, or the disk on which a console keeps its second copies. */
const INNER = /^(backups|chenxun-.+)$/
const MOST_FOLDERS = 20

type Input = InputOf<typeof recovery.restoreFrom>

/** The backups of one outlet in a folder or right inside it, newest first; the folder with the newest where several are. */
export async function listBackupsIn(call: Preparation, folder: string): Promise<OutputOf<typeof recovery.backupsIn>> {
  assertNoRecords(call)
  const { ports, now } = call
  assertAbsolute(folder)
  const found: { folder: string; backups: Backup[] }[] = []
  for (const place of placesIn(folder)) {
    const listed = (await ports.backups.jobs.list({ folder: place })) ?? []
    const backups = listed.map((one) => asBackup(one, 'target', now, ports.signer.publicKey()))
    backups.sort((a, b) => b.takenAt - a.takenAt)
    if (backups.length > 0) found.push({ folder: place, backups })
  }
  found.sort((a, b) => (b.backups[0]?.takenAt ?? 0) - (a.backups[0]?.takenAt ?? 0))
  return found[0] ?? { folder, backups: [] }
}

/** On a new PC: only while no outlet was set up here, so that there is nothing that could be lost. */
export const restoreFromElsewhere = prepared<Input, OutputOf<typeof recovery.restoreFrom>, Ready>({
  prepare: (call, { folder, id, key, watchId }) =>
    watched(call.ports.backups, call, watchId, async (watch) => {
      assertNoRecords(call)
      assertAbsolute(folder)
      const { jobs, places, workshop } = call.ports.backups
      const staged = await jobs.stage({ path: join(folder, id), key, workshop, files: places.files }, watch)
      try {
        const written = rowsWritten(call)
        attach(call.database, staged.database)
        return { staged, undoId: null, rowsWritten: written }
      } catch (error) {
        await jobs.dropStaged({ folder: staged.folder })
        throw error
      }
    }),
  run(call, { folder, id }, ready) {
    assertNoRecords(call)
    // Keys of records that did not come must not stay.
    call.afterCommit(() => takeKeys(call, folder))
    return takeOver(call, id, ready)
  },
})

function placesIn(folder: string): string[] {
  try {
    const inner = readdirSync(folder, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && INNER.test(entry.name))
      .slice(0, MOST_FOLDERS)
    return [folder, ...inner.map(({ name }) => join(folder, name))]
  } catch (error) {
    throw new AppError('not-found', 'restoreFolderMissing', { cause: error })
  }
}

/** Sealed notes open again with the passphrase where the keys lie beside the copies. */
function takeKeys({ ports: { vault, backups } }: Pick<Preparation, 'ports'>, folder: string): void {
  const from = join(folder, vault.keyCopy)
  if (!existsSync(from) || vault.status().id !== null) return
  bringKeys({ from, to: join(backups.places.folder, vault.keyCopy) })
  vault.takeCopy()
}

function assertNoRecords({ database }: Pick<Preparation, 'database'>): void {
  if (findOutlet(database)) throw new AppError('conflict', 'restoreFolderTaken')
}
