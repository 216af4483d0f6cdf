import { join } from 'node:path'
import type { Backup, BackupPlace } from '../../../shared/contract/backups.ts'
import { type BackupReason, isFutureDated } from '../../../shared/domain/backup-rotation.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import { storageFailure } from '../database/storage-failure.ts'
import type { Preparation } from '../handlers.ts'
import { readZone } from '../settings/index.ts'
import { deskOf } from './backup-desk.ts'
import type { ListedBackup, MakeOut } from './backup-jobs.ts'
import { readTarget } from './backup-settings.ts'
import type { Delivery } from './deliver-backup.ts'
import type { Watch } from './watch.ts'

type Place = Pick<Preparation, 'ports' | 'database' | 'now'>

/** A backup here and at the second place, if one is chosen; what the console knows of its copies is brought up to date. */
export async function takeBackup(
  call: Place,
  reason: BackupReason,
  watch: Watch = {},
  delivery: { to?: Delivery | undefined; passphrase?: string | undefined } = {},
): Promise<MakeOut> {
  const { ports, database, now } = call
  const { jobs, places } = ports.backups
  const desk = deskOf(ports.backups)
  const target = targetDelivery(call)
  const to =
    delivery.to ?? (target && delivery.passphrase ? { folder: target.folder, passphrase: delivery.passphrase } : target)
  const changes = rowsWritten(call)
  try {
    const result = await jobs.make(
      {
        places,
        wish: { reason, takenAt: now },
        zone: readZone(database),
        delivery: to,
        thinsDelivery: delivery.to === undefined,
      },
      watch,
    )
    desk.failure = undefined
    desk.changes = changes
    if (target && !delivery.to) desk.targetFailure = result.deliveryFailure?.reason
    await lookAtBackups(call)
    return result
  } catch (error) {
    if (!(error instanceof AppError && error.code === 'cancelled')) {
      desk.failure = (error instanceof AppError ? error : storageFailure(error, ''))?.detail.reason ?? 'internal'
      desk.failedAt = now
    }
    throw error
  }
}

/** Before something large: without its backup it does not happen. */
export async function backUpBefore(call: Preparation, reason: BackupReason): Promise<void> {
  if (call.ports.backups.isOn) await takeBackup(call, reason, { signal: call.signal })
}

/** Grows with every row this service writes. */
export function rowsWritten({ database }: Pick<Preparation, 'database'>): number {
  return Number(statement(database, 'SELECT total_changes()').pluck().get())
}

/** Reads both places anew. */
export async function lookAtBackups(call: Place): Promise<void> {
  const { jobs, places } = call.ports.backups
  const desk = deskOf(call.ports.backups)
  const target = targetDelivery(call)
  const [here, there] = await Promise.all([
    jobs.list({ folder: places.folder }),
    target ? jobs.list({ folder: target.folder }) : null,
  ])
  desk.here = here ?? []
  desk.target = there
}

/** In a folder of the outlet's own, so that several outlets may share a disk. */
export function targetDelivery(call: Pick<Preparation, 'database'>): Delivery | undefined {
  const target = readTarget(call)
  if (!target) return undefined
  const code = String(statement(call.database, 'SELECT code FROM outlet').pluck().get() ?? '').replace(/[^\w-]/g, '_')
  return {
    folder: join(target.folder, `chenxun-${code}`),
    ...(target.receiver === null ? {} : { receiver: target.receiver }),
  }
}

/** Where a listed backup's files lie, without their ending. */
export function pathOfBackup(call: Pick<Preparation, 'ports' | 'database'>, place: BackupPlace, id: string): string {
  const folder = place === 'here' ? call.ports.backups.places.folder : targetDelivery(call)?.folder
  if (folder === undefined) throw new AppError('not-found', 'backupGone')
  return join(folder, id)
}

/** `publicKey` is the one that signs here. */
export function asBackup(listed: ListedBackup, place: BackupPlace, now: number, publicKey: Uint8Array): Backup {
  const { id, takenAt, reason, database, photoCount, appVersion, schema, audit, counts, isGood, lock } = listed
  return {
    id,
    place,
    takenAt,
    reason,
    bytes: database.bytes,
    photoCount,
    appVersion,
    schema,
    auditSize: audit.size,
    isChainWhole: audit.isWhole,
    rows: Object.values(counts).reduce((sum, count) => sum + count, 0),
    isGood,
    lock: lock.kind,
    signature: whoseSignature(listed, publicKey),
    isFutureDated: isFutureDated(listed, now),
  }
}

function whoseSignature({ signature }: ListedBackup, publicKey: Uint8Array): Backup['signature'] {
  if (signature === null) return 'none'
  return signature.publicKey === Buffer.from(publicKey).toString('base64') ? 'own' : 'other'
}
