import { rmSync } from 'node:fs'
import type { MissingSince } from '../../../shared/contract/backups.ts'
import { AppError } from '../../../shared/errors.ts'
import { bringKeys, type KeysWish, serialOfKeys } from './bring-keys.ts'
import { assertReachable, type Delivery, deliverBackup, tryTarget } from './deliver-backup.ts'
import { type BackupPlaces, type BackupWish, makeBackup, type SoundnessCheck } from './make-backup.ts'
import type { BackupManifest } from './manifest.ts'
import { checkSoundness } from './open-copy.ts'
import { readBackups, thinOut } from './read-backups.ts'
import { type CountWish, countMissing, type SalvageWish, salvage } from './salvage.ts'
import { type StagedRestore, stageRestore } from './stage-restore.ts'
import type { BackupToOpen } from './unpack-backup.ts'
import { type VerifiedBackup, verifyBackup } from './verify-backup.ts'
import type { Watch } from './watch.ts'

/** A manifest without its photo hashes, and whether it is as it was signed and its file is there. */
export type ListedBackup = Omit<BackupManifest, 'photos'> & { photoCount: number; isGood: boolean }

export interface MakeIn {
  places: BackupPlaces
  wish: BackupWish
  zone: string
  delivery?: Delivery | undefined
  /** The second place is thinned out as the first is: only where it is the console's own. */
  thinsDelivery?: boolean | undefined
}

export interface MakeOut {
  made: ListedBackup
  delivered: ListedBackup | null
  /** Why the second place got nothing; the first place has its backup all the same. */
  deliveryFailure: { reason: string } | null
}

/** Everything about backups that takes longer than a moment; a host runs it in a thread, so all of it is plain data. */
export interface BackupJobs {
  make(input: MakeIn, watch?: Watch): Promise<MakeOut>
  /** Null where the folder cannot be reached. */
  list(input: { folder: string }, watch?: Watch): Promise<ListedBackup[] | null>
  verify(
    input: BackupToOpen & { workshop: string },
    watch?: Watch,
  ): Promise<Omit<VerifiedBackup, 'manifest'> & { backup: ListedBackup }>
  stage(
    input: BackupToOpen & { workshop: string; files: string },
    watch?: Watch,
  ): Promise<Omit<StagedRestore, 'manifest'> & { backup: ListedBackup }>
  dropStaged(input: { folder: string }, watch?: Watch): Promise<void>
  tryTarget(input: Delivery, watch?: Watch): Promise<void>
  /** In a copy of a damaged file. */
  countMissing(input: CountWish, watch?: Watch): Promise<MissingSince>
  /** Brings the copy of the vault's keys to the second place, in place of the one there. */
  bringKeys(input: KeysWish, watch?: Watch): Promise<void>
  /** Serial of the copy there; null where there is none, undefined where the place cannot be reached. */
  serialOfKeys(input: { path: string }, watch?: Watch): Promise<number | null | undefined>
  salvage(input: SalvageWish, watch?: Watch): Promise<{ rows: Record<string, number>; path: string }>
}

/** `isSound` may answer from a thread of its own, so that a backup is checked and read at the same time. */
export function createBackupJobs(isSound: SoundnessCheck = async (path) => checkSoundness(path)): BackupJobs {
  return {
    async make({ places, wish, zone, delivery, thinsDelivery = false }, watch) {
      const manifest = await makeBackup(places, wish, isSound, watch)
      thinOut(places.folder, wish.takenAt, zone)
      const answer: MakeOut = { made: listed(manifest), delivered: null, deliveryFailure: null }
      if (!delivery) return answer
      try {
        answer.delivered = listed(await deliverBackup(places, manifest, delivery, watch))
        if (thinsDelivery) thinOut(delivery.folder, wish.takenAt, zone)
      } catch (error) {
        if (error instanceof AppError && error.code === 'cancelled') throw error
        answer.deliveryFailure = { reason: reasonOf(error) }
      }
      return answer
    },
    async list({ folder }) {
      try {
        assertReachable(folder)
        return readBackups(folder).map(({ manifest, isGood }) => ({ ...listed(manifest), isGood }))
      } catch {
        return null
      }
    },
    async verify({ workshop, ...backup }, watch) {
      const { manifest, lostPhotos } = await verifyBackup(backup, workshop, watch)
      return { backup: listed(manifest), lostPhotos }
    },
    async stage({ workshop, files, ...backup }, watch) {
      const { manifest, ...staged } = await stageRestore(backup, workshop, files, watch)
      return { ...staged, backup: listed(manifest) }
    },
    async dropStaged({ folder }) {
      rmSync(folder, { recursive: true, force: true })
    },
    tryTarget,
    countMissing: async (input) => countMissing(input),
    salvage,
    bringKeys: async (input) => bringKeys(input),
    serialOfKeys: async ({ path }) => serialOfKeys(path),
  }
}

function listed({ photos, ...manifest }: BackupManifest): ListedBackup {
  return { ...manifest, photoCount: photos.length, isGood: true }
}

function reasonOf(error: unknown): string {
  if (error instanceof AppError) return error.detail.reason
  const code = String((error as { code?: unknown } | null)?.code)
  if (code === 'ENOSPC' || code === 'EDQUOT') return 'storageFull'
  return 'backupTargetReadOnly'
}
