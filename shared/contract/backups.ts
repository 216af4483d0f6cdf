import { z } from 'zod'
import { BACKUP_REASONS } from '../domain/backup-rotation.ts'
import { command, Done, Instant, Nothing, query } from './procedure.ts'

/** `here`: in the data folder. `target`: at the second place. */
export const BackupPlace = z.enum(['here', 'target'])
export type BackupPlace = z.infer<typeof BackupPlace>

export const BACKUP_STAGES = ['waiting', 'copying', 'checking', 'photos', 'delivering', 'reading'] as const
export const BackupProgress = z.object({
  stage: z.enum(BACKUP_STAGES),
  /** Photos or tables; 0 of 0 where there is nothing to count. */
  done: z.int(),
  of: z.int(),
})
export type BackupProgress = z.infer<typeof BackupProgress>

const BackupName = z.string().regex(/^[\w-]{1,120}$/, 'backupGone')

export const Backup = z.object({
  id: BackupName,
  place: BackupPlace,
  takenAt: Instant,
  reason: z.enum(BACKUP_REASONS),
  /** The database alone. */
  bytes: z.int(),
  photoCount: z.int(),
  appVersion: z.string(),
  schema: z.int(),
  /** Entries of the audit chain it holds. */
  auditSize: z.int(),
  isChainWhole: z.boolean(),
  rows: z.int(),
  /** Its files are there and complete. */
  isGood: z.boolean(),
  lock: z.enum(['none', 'receiver', 'passphrase']),
  /** Whose key signed it: this console's, another's, or nobody's where it is older than signatures. */
  signature: z.enum(['own', 'other', 'none']),
  /** Dated after now by this machine's clock. */
  isFutureDated: z.boolean(),
})
export type Backup = z.infer<typeof Backup>

/** `missing`: the place cannot be reached now. `late`: older than three days. `broken`: somebody must act. */
export const BACKUP_CONDITIONS = ['good', 'late', 'missing', 'broken'] as const
const Condition = z.enum(BACKUP_CONDITIONS)

export const BackupHealth = z.object({
  here: z.object({ condition: Condition, newestAt: Instant.nullable() }),
  /** Null where no second place was chosen. */
  target: z.object({ condition: Condition, newestAt: Instant.nullable() }).nullable(),
})
export type BackupHealth = z.infer<typeof BackupHealth>

export const DrillResult = z.object({
  at: Instant,
  backupId: z.string(),
  takenAt: Instant,
  isGood: z.boolean(),
  rows: z.int(),
  photos: z.int(),
  lostPhotos: z.int(),
  /** Key under `errors.` where it failed. */
  reason: z.string().nullable(),
})
export type DrillResult = z.infer<typeof DrillResult>

export const BackupTarget = z.object({
  folder: z.string().max(1000),
  /** Public key of whoever may open what lies there; null for none. */
  receiver: z.string().max(4000).nullable(),
})
export type BackupTarget = z.infer<typeof BackupTarget>

/** What has been recorded since a backup; `changes` are entries of the audit chain. */
export const MISSING_KINDS = ['rounds', 'answers', 'tasks', 'people', 'photos', 'imports', 'changes'] as const
export const MissingSince = z.array(z.object({ kind: z.enum(MISSING_KINDS), count: z.int() }))
export type MissingSince = z.infer<typeof MissingSince>

const KEEPERS = ['outlet-head', 'ops-supervisor', 'operator'] as const
const Key = z.string().max(4000)
const WatchId = { watchId: z.string().max(64).optional() }

export const backups = {
  list: query(
    [...KEEPERS],
    Nothing,
    z.object({
      folder: z.string(),
      backups: z.array(Backup).max(2000),
      target: BackupTarget.extend({ isReachable: z.boolean() }).nullable(),
      health: BackupHealth,
      drill: DrillResult.nullable(),
      /** The copy of what stood before the last restore, as long as it can be brought back. */
      undoId: z.string().nullable(),
    }),
  ),
  /** Without looking at the disk again. */
  health: query([...KEEPERS], Nothing, BackupHealth),
  missingSince: query([...KEEPERS], z.object({ id: BackupName, place: BackupPlace }), MissingSince),
  /** A copy here and, where one is chosen, at the second place. A passphrase is used and forgotten. */
  make: command(
    [...KEEPERS],
    z.object({
      ...WatchId,
      passphrase: z.string().min(10, 'passphraseShort').max(1000).optional(),
      /** Instead of the chosen second place. */
      to: BackupTarget.optional(),
    }),
    z.object({
      backup: Backup,
      delivered: Backup.nullable(),
      /** Key under `errors.` where the second place got nothing. */
      deliveryFailure: z.string().nullable(),
      path: z.string(),
      deliveredPath: z.string().nullable(),
    }),
  ),
  /** How far the call is that was given this `watchId`. */
  progress: query([...KEEPERS], z.object({ watchId: z.string().max(64) }), BackupProgress.nullable()),
  setTarget: command(['outlet-head', 'operator'], z.object({ target: BackupTarget.nullable() }), Done),
  /** What stands now is backed up first. The audit chain goes on. `key`: secret key or passphrase of an encrypted one. */
  restore: command(
    ['outlet-head', 'operator'],
    z.object({ id: BackupName, place: BackupPlace, key: Key.optional(), ...WatchId }),
    z.object({ restoredTo: Instant, undoId: z.string(), lostPhotos: z.int() }),
  ),
  /** Opens the newest backup at a temporary place, checks and counts it there, and removes the place. */
  drill: command([...KEEPERS, 'system'], z.object({ ...WatchId }), DrillResult, 'journal'),
}
