import type { Database } from 'better-sqlite3'
import type { backups } from '../../../shared/contract/backups.ts'
import { contract, type InputOf, type OutputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { forget } from '../database/remembered.ts'
import { type Call, type Preparation, prepared } from '../handlers.ts'
import { watched } from '../watched.ts'
import { deskOf } from './backup-desk.ts'
import type { BackupJobs } from './backup-jobs.ts'
import { writeUndo } from './backup-settings.ts'
import { replaceContent } from './replace-content.ts'
import { pathOfBackup, rowsWritten, takeBackup } from './take-backup.ts'

type Input = InputOf<typeof backups.restore>
type Staged = Awaited<ReturnType<BackupJobs['stage']>>

/** A checked backup beside the live database, attached to it. */
export interface Ready {
  staged: Staged
  /** Of the copy of what stood before; null where nothing did. */
  undoId: string | null
  /** When the backup was staged: nothing may be written after it. */
  rowsWritten: number
}

const TRIES = 3

/**
 * The present state is backed up, the backup is checked and brought to the newest schema beside the live database, then
 * its content takes the place of the present one in the command's own transaction: all of it or nothing.
 */
export const restoreBackup = prepared<Input, OutputOf<typeof backups.restore>, Ready & { undoId: string }>({
  prepare: (call, { id, place, key, watchId }) =>
    watched(call.ports.backups, call, watchId, async (watch) => {
      const { jobs, places, workshop } = call.ports.backups
      const path = pathOfBackup(call, place, id)
      const staged = await jobs.stage({ path, key, workshop, files: places.files }, watch)
      try {
        const before = await backUpPresent(call, watch)
        attach(call.database, staged.database)
        return { staged, ...before }
      } catch (error) {
        await jobs.dropStaged({ folder: staged.folder })
        throw error
      }
    }),
  run(call, { id }, ready) {
    return { ...takeOver(call, id, ready), undoId: ready.undoId }
  },
})

/** Puts the staged content in place of the present one, in the command's own transaction. */
export function takeOver(call: Call, id: string, { staged, undoId, rowsWritten: written }: Ready) {
  const leave = () => leaveStaged(call, staged)
  try {
    if (rowsWritten(call) !== written) throw new AppError('conflict', 'changedDuringRestore')
    const { before, after } = replaceContent(call.database, staged.backup)
    if (undoId !== null) writeUndo(call, undoId)
    forget(call.database)
    const restoredTo = staged.backup.takenAt
    call.changed({ record: 'backup', uid: id, before, after: { ...after, restoredTo, undoId } })
    for (const feature of Object.keys(contract)) call.touched(feature)
    call.afterCommit(leave)
    call.afterCommit(() => call.seats.signOutOthers(call.seat, stillThere(call)))
    return { restoredTo, lostPhotos: staged.lostPhotos }
  } catch (error) {
    // The transaction is rolled back before anything waits.
    queueMicrotask(leave)
    throw error
  }
}

/** Nothing may be written between the copy of the present state and the restore, or it would be in neither. */
async function backUpPresent(call: Preparation, watch: Parameters<typeof takeBackup>[2]) {
  for (let tries = 0; tries < TRIES; tries++) {
    const written = rowsWritten(call)
    const { made } = await takeBackup(call, 'before-restore', watch)
    if (rowsWritten(call) === written) return { undoId: made.id, rowsWritten: written }
  }
  throw new AppError('conflict', 'changedDuringRestore')
}

export function attach(database: Database, path: string): void {
  detach(database)
  database.prepare('ATTACH ? AS restored').run(path)
}

function detach(database: Database): void {
  const attached = database.pragma('database_list') as { name: string }[]
  if (attached.some(({ name }) => name === 'restored')) database.exec('DETACH restored')
}

function leaveStaged({ database, ports }: Call, staged: Staged): void {
  detach(database)
  // What was there before stays neither in the log nor in free pages.
  database.pragma('wal_checkpoint(TRUNCATE)')
  deskOf(ports.backups).changes = undefined
  void ports.backups.jobs.dropStaged({ folder: staged.folder }).catch(() => undefined)
}

/** The same person has the same number before and after; anybody else signs in again. */
function stillThere({ database, actor }: Call): boolean {
  if (actor.staffId === null) return true
  const uid = database.prepare('SELECT uid FROM staff WHERE id = ? AND is_active = 1').pluck().get(actor.staffId)
  return uid === actor.staffUid
}
