import { isBackupDue } from '../../../shared/domain/backup-rotation.ts'
import { statement } from '../database/statements.ts'
import type { Ports } from '../ports.ts'
import { deskOf } from './backup-desk.ts'
import { readDrill } from './backup-settings.ts'
import { bringKeysToTarget } from './keep-keys.ts'
import { isDrillDue } from './run-drill.ts'
import { lookAtBackups, rowsWritten, takeBackup } from './take-backup.ts'

const MINUTE_MS = 60_000
const RETRY_MS = 10 * MINUTE_MS

/**
 * The clockwork's part, at most once a minute and beside everything else: an hourly backup where something changed, a
 * weekly drill. Returns true where there is something new to show.
 */
export async function keepBackups(ports: Ports, drill: () => Promise<unknown>): Promise<boolean> {
  const { database, backups, clock, log } = ports
  const desk = deskOf(backups)
  const now = clock.now()
  desk.watchedFrom ??= now
  const hasRest = Math.abs(now - desk.watchedFrom) < MINUTE_MS || Math.abs(now - desk.lookedAt) < MINUTE_MS
  if (!backups.isOn || desk.isBusy || hasRest || !hasOutlet(ports)) return false
  desk.isBusy = true
  desk.lookedAt = now
  try {
    const call = { ports, database, now }
    await lookAtBackups(call)
    const isWaiting = desk.failure !== undefined && Math.abs(now - desk.failedAt) < RETRY_MS
    const isDue = isBackupDue(desk.here ?? [], now) && rowsWritten(call) !== desk.changes && !isWaiting
    if (isDue) await takeBackup(call, 'hourly')
    if (isDue) await bringKeysToTarget(call)
    const isDrillWanted = (desk.here ?? []).some(({ isGood }) => isGood) && isDrillDue(readDrill(call), now)
    if (isDrillWanted) await drill()
    return isDue || isDrillWanted
  } catch (error) {
    if (database.open) log.failure(error, 'backups')
    return true
  } finally {
    desk.isBusy = false
  }
}

function hasOutlet({ database }: Ports): boolean {
  return statement(database, 'SELECT 1 FROM outlet').get() !== undefined
}
