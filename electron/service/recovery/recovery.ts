import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { MissingSince } from '../../../shared/contract/backups.ts'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import { recovery as contract, type Damage } from '../../../shared/contract/recovery.ts'
import { DEFAULT_ZONE } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { appendAuditEntry } from '../audit/index.ts'
import { asBackup, type BackupJobs, type BackupToOpen } from '../backups/index.ts'
import { DamagedDatabaseError } from '../database/damage.ts'
import { closeWorkspaceDatabase } from '../database/open-workspace-database.ts'
import type { Actor, RecordedChange } from '../handlers.ts'
import { SYSTEM_ACTOR } from '../people/index.ts'
import type { BackupKeeper, Clock, Log, Ports } from '../ports.ts'
import { createSigner } from '../signing-key.ts'
import { findAside, type KeptAside, keepAside, putInPlace, salvagePath } from './set-aside.ts'

export interface RecoveryOptions {
  backups: BackupKeeper
  clock: Clock
  log: Log
}

type StagedRestore = Awaited<ReturnType<BackupJobs['stage']>>

/** Answers for a console whose database is damaged, until a backup was brought back. */
export interface Recovery {
  answer(name: string, input: unknown): Promise<unknown>
}

const SHEETS = ['staff', 'patrol', 'patrol_answer', 'rectification', 'attachment', 'import_run', 'audit_entry'] as const

/** Set aside now or at an earlier start; undefined where the failure is no damage. */
export function setAside({ backups, clock, log }: RecoveryOptions, failure: unknown): KeptAside | undefined {
  const { places, workshop } = backups
  if (!(failure instanceof DamagedDatabaseError)) return undefined
  log.failure(failure, 'damaged-database')
  return keepAside(places.database, workshop, clock.now())
}

export function asideBefore({ backups }: RecoveryOptions): KeptAside | undefined {
  return findAside(backups.places.database, backups.workshop)
}

/**
 * The damaged files are moved aside together first, by rename, and never opened there: what is counted or read is read
 * from a copy. `reopen` opens the database that was put in their place.
 */
export function createRecovery(
  { backups, clock, log }: RecoveryOptions,
  aside: KeptAside,
  reopen: () => Ports,
): Recovery {
  const { jobs, places, workshop } = backups
  const { folder, database, foundAt } = aside
  let missing: Promise<MissingSince | null> | undefined

  async function list() {
    const found = (await jobs.list({ folder: places.folder })) ?? []
    return found
      .filter(({ isGood, lock }) => isGood && lock.kind === 'none')
      .map((one) => asBackup(one, 'here', clock.now(), createSigner(places.signingKey).publicKey()))
  }

  async function status(): Promise<Damage> {
    const found = await list()
    const newest = found.find(({ isFutureDated }) => !isFutureDated)
    if (newest) {
      const { takenAt, auditSize } = newest
      missing ??= jobs.countMissing({ database, workshop, takenAt, auditSize, zone: DEFAULT_ZONE }).catch(() => null)
    }
    return { foundAt, keptIn: folder, backups: found, missingSince: (await missing) ?? null }
  }

  async function restore({ id }: InputOf<typeof contract.restore>): Promise<OutputOf<typeof contract.restore>> {
    if (!(await list()).some((one) => one.id === id)) throw new AppError('not-found', 'backupGone')
    const source = { path: join(places.folder, id) }
    const { backup } = await restoreInto(backups, source, reopen, SYSTEM_ACTOR, folder)
    return { restoredTo: backup.takenAt }
  }

  async function salvage(): Promise<OutputOf<typeof contract.salvage>> {
    const t = translatorFor('zh-CN')
    const sheetNames = Object.fromEntries(SHEETS.map((table) => [table, t(`audit.count.${table}`)]))
    return jobs.salvage({ database, path: salvagePath(folder), workshop, sheetNames })
  }

  return {
    async answer(name, input) {
      try {
        if (name === 'status') return await status()
        if (name === 'restore')
          return await restore(contract.restore['~orpc'].inputSchema?.parse(input) as { id: string })
        if (name === 'salvage') return await salvage()
      } catch (error) {
        if (error instanceof AppError) throw error
        throw new AppError('internal', 'internal', { incident: log.failure(error, `recovery.${name}`), cause: error })
      }
      throw new AppError('not-found', 'notFound')
    },
  }
}

/** For a folder that holds no records. */
export async function restoreIntoEmpty(
  backups: BackupKeeper,
  source: BackupToOpen,
  open: () => Ports,
  actor: Actor,
): Promise<StagedRestore> {
  const { database } = backups.places
  if (['', '-wal', '-shm'].some((part) => existsSync(`${database}${part}`))) {
    throw new AppError('conflict', 'restoreFolderTaken')
  }
  let opened: Ports | undefined
  const reopen = () => {
    opened = open()
    return opened
  }
  try {
    return await restoreInto(backups, source, reopen, actor, null)
  } finally {
    opened?.vault.close()
    if (opened) closeWorkspaceDatabase(opened.database)
  }
}

/** The chain goes on from the backup's: the entry names what was brought back and where damaged files lie, if any. */
async function restoreInto(
  { jobs, places, workshop }: BackupKeeper,
  source: BackupToOpen,
  open: () => Ports,
  actor: Actor,
  keptIn: string | null,
): Promise<StagedRestore> {
  const staged = await jobs.stage({ ...source, workshop, files: places.files })
  putInPlace(staged.database, places.database, workshop)
  await jobs.dropStaged({ folder: staged.folder })
  const { database, clock } = open()
  const { id, takenAt, audit } = staged.backup
  const after = { entries: audit.size, restoredTo: takenAt, ...(keptIn === null ? {} : { keptIn }) }
  const changes: RecordedChange[] = [{ record: 'backup', uid: id, before: null, after }]
  const entry = { at: clock.now(), actor, procedure: 'recovery.restore', changes }
  database.transaction(() => appendAuditEntry(database, entry)).immediate()
  return staged
}
