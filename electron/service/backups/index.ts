import { isAbsolute, relative } from 'node:path'
import type { Backup, backups } from '../../../shared/contract/backups.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { AppError } from '../../../shared/errors.ts'
import { type HandlersOf, type Preparation, prepared } from '../handlers.ts'
import { readZone } from '../settings/index.ts'
import { progressOf, watched } from '../watched.ts'
import { assertAbsolute } from './assert-absolute.ts'
import { deskOf, healthOf } from './backup-desk.ts'
import type { ListedBackup, MakeOut } from './backup-jobs.ts'
import { readDrill, readTarget, readUndo, writeDrill, writeTarget } from './backup-settings.ts'
import { passOnKeys, takeKeysFrom } from './keep-keys.ts'
import { countMissingSince } from './missing-since.ts'
import { restoreBackup } from './restore-backup.ts'
import { runDrill } from './run-drill.ts'
import { asBackup, lookAtBackups, pathOfBackup, takeBackup, targetDelivery } from './take-backup.ts'

export type { BackupJobs } from './backup-jobs.ts'
export { keepBackups } from './keep-backups.ts'
export { keysAtTarget, passOnKeys } from './keep-keys.ts'
export { liveEntries } from './live-entries.ts'
export type { BackupPlaces } from './make-backup.ts'
export { makeBackupOf } from './make-backup.ts'
export { listBackupsIn, restoreFromElsewhere } from './restore-elsewhere.ts'
export { asBackup, backUpBefore, takeBackup } from './take-backup.ts'
export type { BackupToOpen } from './unpack-backup.ts'

type MakeInput = InputOf<typeof backups.make>

export const backupsHandlers: HandlersOf<'backups'> = {
  async list(call) {
    const { places } = call.ports.backups
    await lookAtBackups(call)
    const desk = deskOf(call.ports.backups)
    const here = (desk.here ?? []).map((one) => backupOf(call, one, 'here'))
    const there = (desk.target ?? []).map((one) => backupOf(call, one, 'target'))
    const target = readTarget(call)
    const undoId = readUndo(call)
    return {
      folder: places.folder,
      backups: [...here, ...there],
      target: target && { ...target, isReachable: desk.target !== null },
      health: health(call),
      drill: readDrill(call),
      undoId: here.some(({ id }) => id === undoId) ? undoId : null,
    }
  },

  async health(call) {
    if (deskOf(call.ports.backups).here === undefined) await lookAtBackups(call)
    return health(call)
  },

  async missingSince(call, { id, place }) {
    const found = await findBackup(call, id, place)
    const { takenAt, auditSize } = found
    return countMissingSince(call.database, { takenAt, auditSize, zone: readZone(call.database) })
  },

  make: prepared<MakeInput, OutputOf<typeof backups.make>, MakeOut & { folder: string | undefined }>({
    prepare: (call, { watchId, passphrase, to }) =>
      watched(call.ports.backups, call, watchId, async (watch) => {
        if (to) assertOutside(call, to.folder)
        const named = to && {
          folder: to.folder,
          ...(to.receiver === null ? {} : { receiver: to.receiver }),
          passphrase,
        }
        const made = await takeBackup(call, 'manual', watch, { to: named, passphrase })
        return { ...made, folder: named?.folder ?? targetDelivery(call)?.folder }
      }),
    run(call, _input, { made, delivered, deliveryFailure, folder }) {
      const { id, takenAt, reason, database } = made
      call.changed({
        record: 'backup',
        uid: id,
        before: null,
        after: { takenAt, reason, bytes: database.bytes, isDelivered: delivered !== null },
      })
      return {
        backup: backupOf(call, made, 'here'),
        delivered: delivered && backupOf(call, delivered, 'target'),
        deliveryFailure: deliveryFailure?.reason ?? null,
        path: `${pathOfBackup(call, 'here', id)}.json`,
        deliveredPath: delivered && folder !== undefined ? `${folder}/${delivered.id}.json` : null,
      }
    },
  }),

  progress: (call, { watchId }) => progressOf(call.ports.backups, watchId),

  setTarget: prepared<InputOf<typeof backups.setTarget>, { done: true }, void>({
    async prepare(call, { target }) {
      if (!target) return
      assertOutside(call, target.folder)
      const { folder, receiver } = target
      await call.ports.backups.jobs.tryTarget({ folder, ...(receiver === null ? {} : { receiver }) })
    },
    run(call, { target }) {
      const before = readTarget(call)
      const old = targetDelivery(call)
      writeTarget(call, target)
      if (old && old.folder !== targetDelivery(call)?.folder) {
        call.afterCommit(() => void takeKeysFrom(call.ports, old.folder))
      }
      passOnKeys(call)
      const desk = deskOf(call.ports.backups)
      desk.targetFailure = undefined
      desk.here = undefined
      call.changed({ record: 'backup-target', uid: 'outlet', before, after: target })
      return { done: true as const }
    },
  }),

  restore: restoreBackup,

  drill: prepared({
    prepare: (call: Preparation, { watchId }: InputOf<typeof backups.drill>) =>
      watched(call.ports.backups, call, watchId, (watch) => runDrill(call, watch)),
    run(call, _input, result) {
      writeDrill(call, result)
      return result
    },
  }),
}

function health(call: Pick<Preparation, 'ports' | 'database' | 'now'>) {
  const desk = deskOf(call.ports.backups)
  return healthOf(desk, call.now, readTarget(call) !== null, readDrill(call)?.isGood ?? null)
}

async function findBackup(call: Preparation, id: string, place: Backup['place']): Promise<Backup> {
  await lookAtBackups(call)
  const { here, target } = deskOf(call.ports.backups)
  const found = (place === 'here' ? here : target)?.find((one) => one.id === id)
  if (!found) throw new AppError('not-found', 'backupGone')
  return backupOf(call, found, place)
}

/** A copy inside the data folder is lost with it. */
function assertOutside(call: Pick<Preparation, 'ports'>, folder: string): void {
  assertAbsolute(folder)
  const way = relative(call.ports.backups.workshop, folder)
  if (!way.startsWith('..') && !isAbsolute(way)) throw new AppError('invalid-input', 'backupTargetInside')
}

function backupOf(
  { ports, now }: Pick<Preparation, 'ports' | 'now'>,
  listed: ListedBackup,
  place: Backup['place'],
): Backup {
  return asBackup(listed, place, now, ports.signer.publicKey())
}
