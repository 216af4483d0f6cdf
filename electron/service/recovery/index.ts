import { AppError } from '../../../shared/errors.ts'
import { listBackupsIn, restoreFromElsewhere } from '../backups/index.ts'
import type { HandlersOf } from '../handlers.ts'
import { progressOf } from '../watched.ts'

export {
  asideBefore,
  createRecovery,
  type Recovery,
  type RecoveryOptions,
  restoreIntoEmpty,
  setAside,
} from './recovery.ts'

/** While the database is well: nothing to tell, nothing to bring back. */
export const recoveryHandlers: HandlersOf<'recovery'> = {
  status: () => null,
  backupsIn: (call, { folder }) => listBackupsIn(call, folder),
  restoreFrom: restoreFromElsewhere,
  progress: (call, { watchId }) => progressOf(call.ports.backups, watchId),
  restore() {
    throw new AppError('not-allowed-now', 'nothingDamaged')
  },
  salvage() {
    throw new AppError('not-allowed-now', 'nothingDamaged')
  },
}
