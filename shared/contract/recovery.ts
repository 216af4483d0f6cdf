import { z } from 'zod'
import { Backup, MissingSince } from './backups.ts'
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
 * The only calls that are answered while the database is damaged. Nobody can sign in then, so they take no role: the
 * first tells what happened, the second brings back a state in which one signs in again, the third writes into the data
 * folder of whoever owns it.
 */
export const recovery = {
  /** Null where nothing is wrong. */
  status: query('public', Nothing, Damage.nullable()),
  restore: command('public', z.object({ id: Backup.shape.id }), z.object({ restoredTo: Instant }), 'journal'),
  salvage: command('public', Nothing, z.object({ path: z.string(), rows: z.record(z.string(), z.int()) }), 'journal'),
}
