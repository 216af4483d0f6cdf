import { z } from 'zod'
import { Backup, BackupProgress, MissingSince } from './backups.ts'
import { command, Instant, Nothing, query } from './procedure.ts'

/** What the console knows when its database cannot be opened. */
export const Damage = z.object({
  foundAt: Instant,
  /** Where the damaged files lie, untouched. */
  keptIn: z.string(),
  /** Newest first; those that were checked and can be brought back without a key. */
  backups: z.array(Backup).max(2000),
  /** For the newest of them; null where the damaged file does not tell. */
  missingSince: MissingSince.nullable(),
})
export type Damage = z.infer<typeof Damage>

/**
 * Getting records back where nobody can sign in, hence without a role. While the database is damaged `status`, `restore`
 * and `salvage` are the only calls answered: what happened, a state in which one signs in again, and sheets in the data
 * folder of whoever owns it. The others belong to the first start.
 */
export const recovery = {
  /** Null where nothing is wrong. */
  status: query('public', Nothing, Damage.nullable()),
  restore: command('public', z.object({ id: Backup.shape.id }), z.object({ restoredTo: Instant }), 'journal'),
  /** First start on a new PC, refused once an outlet exists: what lies in a folder or right inside it, newest first. */
  backupsIn: query(
    'public',
    z.object({ folder: z.string().min(1, 'required').max(1000) }),
    z.object({ folder: z.string(), backups: z.array(Backup).max(2000) }),
  ),
  /** Refused once an outlet exists. `key`: secret key or passphrase of an encrypted one. */
  restoreFrom: command(
    'public',
    z.object({
      folder: z.string().min(1, 'required').max(1000),
      id: Backup.shape.id,
      key: z.string().max(4000).optional(),
      watchId: z.string().max(64).optional(),
    }),
    z.object({ restoredTo: Instant, lostPhotos: z.int() }),
  ),
  /** How far the restore is that was given this `watchId`. */
  progress: query('public', z.object({ watchId: z.string().max(64) }), BackupProgress.nullable()),
  salvage: command('public', Nothing, z.object({ path: z.string(), rows: z.record(z.string(), z.int()) }), 'journal'),
}
