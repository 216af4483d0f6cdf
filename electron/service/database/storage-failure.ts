import { AppError } from '../../../shared/errors.ts'

/** What libuv calls EDQUOT on Linux, for it has no name for it. */
const UNNAMED_QUOTA = 'Unknown system error -122'

/** Turns what SQLite or the disk says into something a person can act on; undefined where it is a fault of ours. */
export function storageFailure(error: unknown, incident: string): AppError | undefined {
  const code = (error as { code?: unknown } | null)?.code
  if (typeof code !== 'string') return undefined
  if (code.startsWith('SQLITE_FULL') || code === 'ENOSPC' || code === 'EDQUOT' || code === UNNAMED_QUOTA) {
    return new AppError('storage-full', 'storageFull', { incident, cause: error })
  }
  if (code.startsWith('SQLITE_CORRUPT') || code === 'SQLITE_NOTADB') {
    return new AppError('storage-corrupted', 'storageCorrupted', { incident, cause: error })
  }
  if (/^SQLITE_(IOERR|READONLY|BUSY|CANTOPEN)/.test(code) || code === 'EIO' || code === 'EROFS' || code === 'EACCES') {
    return new AppError('storage-unavailable', 'storageUnavailable', { incident, cause: error })
  }
  return undefined
}
