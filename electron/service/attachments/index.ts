import type { BinaryFile } from '../../../shared/binary-file.ts'
import { MAX_PHOTO_BYTES } from '../../../shared/contract/attachments.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import { type HandlersOf, prepared } from '../handlers.ts'

const SIGNATURES: [string, number[]][] = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/webp', [0x52, 0x49, 0x46, 0x46]],
]

export const attachmentsHandlers: HandlersOf<'attachments'> = {
  put: prepared<{ file: BinaryFile }, { hash: string }, Uint8Array>({
    async prepare(_call, { file }) {
      if (file.size > MAX_PHOTO_BYTES) throw new AppError('invalid-input', 'photoTooLarge')
      const bytes = new Uint8Array(await file.arrayBuffer())
      if (!mediaTypeOf(bytes)) throw new AppError('invalid-input', 'notAPhoto')
      return bytes
    },
    run(call, _input, bytes) {
      const hash = call.ports.files.put(bytes)
      statement(call.database, 'INSERT OR IGNORE INTO attachment VALUES (?, ?, ?, ?, ?)').run(
        hash,
        mediaTypeOf(bytes),
        bytes.length,
        call.now,
        call.actor.staffId,
      )
      return { hash }
    },
  }),

  read({ database, ports }, { hash }) {
    const mediaType = statement(database, 'SELECT media_type FROM attachment WHERE hash = ?').pluck().get(hash)
    const bytes = typeof mediaType === 'string' ? ports.files.get(hash) : undefined
    if (!bytes) throw new AppError('not-found', 'photoGone')
    return { file: new Blob([bytes as Uint8Array<ArrayBuffer>], { type: mediaType as string }) }
  },
}

/** By the first bytes, never by what the sender says. */
function mediaTypeOf(bytes: Uint8Array): string | undefined {
  return SIGNATURES.find(([, signature]) => signature.every((byte, index) => bytes[index] === byte))?.[0]
}
