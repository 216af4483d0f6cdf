import { z } from 'zod'
import { FileHash } from '../../../shared/contract/attachments.ts'
import { BACKUP_REASONS } from '../../../shared/domain/backup-rotation.ts'

const FileName = z.string().regex(/^[\w-]+(\.[\w-]+)*$/)
const File = z.object({ file: FileName, bytes: z.int().nonnegative(), sha256: FileHash })

/** How a backup was closed. A receiver's key is public; a passphrase is written nowhere. */
export const Lock = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('none') }),
  z.object({ kind: z.literal('receiver'), receiver: z.string().max(4000) }),
  /** The key file beside the backup opens with the passphrase and opens the rest. */
  z.object({ kind: z.literal('passphrase'), receiver: z.string().max(4000), keyFile: FileName }),
])
export type Lock = z.infer<typeof Lock>

/** What lies beside each backup and says what it holds. Names no person and holds no secret. */
export const BackupManifest = z.object({
  format: z.literal('chenxun-backup'),
  formatVersion: z.literal(1),
  id: FileName,
  number: z.int().positive(),
  outletCode: z.string().max(100),
  takenAt: z.int().nonnegative(),
  reason: z.enum(BACKUP_REASONS),
  appVersion: z.string().max(40),
  schema: z.int().nonnegative(),
  /** Size and head of the audit chain: a checkpoint outside the database. */
  audit: z.object({ size: z.int().nonnegative(), head: z.string().max(64), isWhole: z.boolean() }),
  counts: z.record(z.string().max(100), z.int().nonnegative()),
  /** The database as SQLite wrote it. */
  database: z.object({ bytes: z.int().nonnegative(), sha256: FileHash }),
  /** The file that lies here, encrypted where `lock` says so. */
  stored: File,
  lock: Lock,
  photos: z.array(FileHash).max(1_000_000),
  /** Ed25519 over everything else here, base64; null in backups of before it was signed. */
  signature: z
    .object({ publicKey: z.base64().length(44), value: z.base64().length(88) })
    .nullable()
    .default(null),
})
export type BackupManifest = z.infer<typeof BackupManifest>

/** `000012-20261123T074000Z-hourly`: sorts by number, reads by date. */
export function backupId(number: number, takenAt: number, reason: string): string {
  const stamp = new Date(takenAt).toISOString().replace(/[-:]|\.\d+/g, '')
  return `${String(number).padStart(6, '0')}-${stamp}-${reason}`
}

export function numberOf(fileName: string): number {
  return Number(/^(\d{6,})-/.exec(fileName)?.[1] ?? 0)
}

export const MANIFEST_ENDING = '.json'
export const UNVERIFIED = '.unverified'
