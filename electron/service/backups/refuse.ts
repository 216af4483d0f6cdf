import { AppError } from '../../../shared/errors.ts'

/** Why a backup is not taken; each names a sentence. */
export type Refusal =
  | 'backupGone'
  | 'backupTooLarge'
  | 'backupUnreadable'
  | 'backupNewer'
  | 'backupForeign'
  | 'backupDamaged'
  | 'backupChanged'
  | 'backupLocked'
  | 'backupWrongKey'

export function refused(reason: Refusal, cause?: unknown): AppError {
  return new AppError(reason === 'backupGone' ? 'not-found' : 'invalid-input', reason, { cause })
}
