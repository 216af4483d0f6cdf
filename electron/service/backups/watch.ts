import type { BackupProgress } from '../../../shared/contract/backups.ts'
import type { Watch as WatchOf } from '../watched.ts'

export { step } from '../watched.ts'
export type Watch = WatchOf<BackupProgress['stage']>
