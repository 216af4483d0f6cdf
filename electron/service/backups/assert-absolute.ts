import { isAbsolute } from 'node:path'
import { AppError } from '../../../shared/errors.ts'

/** A folder of backups is named in full: the service has no folder of its own to stand in. */
export function assertAbsolute(folder: string): void {
  if (!isAbsolute(folder)) throw new AppError('invalid-input', 'backupTargetNotAbsolute')
}
