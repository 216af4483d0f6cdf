import { AppError } from '../../../shared/errors.ts'

const OLE2 = [0xd0, 0xcf, 0x11, 0xe0]
const ZIP = [0x50, 0x4b]
/** PDF, PNG, JPEG, GIF, RAR, 7z, gzip, Windows program. */
const OTHERS = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x52, 0x61, 0x72, 0x21],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x1f, 0x8b],
  [0x4d, 0x5a, 0x90],
]
/** The names a compound file gives its streams, in its own UTF-16. */
const ENCRYPTED_STREAM = Buffer.from('EncryptedPackage', 'utf16le')

/** Decides by content; the ending of a name is only a wish. */
export function sniff(bytes: Uint8Array): 'zip' | 'text' {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  if (startsWith(bytes, OLE2)) {
    throw new AppError('invalid-input', buffer.includes(ENCRYPTED_STREAM) ? 'fileEncrypted' : 'fileOldXls')
  }
  if (startsWith(bytes, ZIP)) return 'zip'
  if (OTHERS.some((magic) => startsWith(bytes, magic))) throw new AppError('invalid-input', 'fileNotSpreadsheet')
  const head = buffer
    .subarray(0, 2_000)
    .toString('latin1')
    .replace(/^\u00EF\u00BB\u00BF/, '')
    .trimStart()
  if (/^<(!doctype|html|table|meta|head|\?xml|workbook)/i.test(head)) {
    throw new AppError('invalid-input', 'fileWebPage')
  }
  return 'text'
}

function startsWith(bytes: Uint8Array, magic: readonly number[]): boolean {
  return magic.every((byte, index) => bytes[index] === byte)
}
