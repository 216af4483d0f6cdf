import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { command, query, READERS, WRITERS } from './procedure.ts'

/** Lower-case hex SHA-256 of the bytes. */
export const FileHash = z.string().regex(/^[0-9a-f]{64}$/)
export const MAX_PHOTO_BYTES = 8_000_000

/** Photos by content hash. In the browser shell these two travel by fetch, never over the socket. */
export const attachments = {
  /** JPEG, PNG or WebP up to MAX_PHOTO_BYTES; the screen shrinks photos before it sends them. */
  put: command([...WRITERS], z.object({ file: BinaryFileSchema }), z.object({ hash: FileHash }), 'journal'),
  read: query([...READERS], z.object({ hash: FileHash }), z.object({ file: BinaryFileSchema })),
}
