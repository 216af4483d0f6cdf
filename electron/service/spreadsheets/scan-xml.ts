import { AppError } from '../../../shared/errors.ts'
import { LIMITS } from './limits.ts'

const LESS = 0x3c
const GREATER = 0x3e
const SLASH = 0x2f
const MARK = 0x21
const QUESTION = 0x3f
const QUOTES = new Set([0x22, 0x27])
const LETTER_C = 0x63
const LETTER_R = 0x72
const LETTER_O = 0x6f
const COLON = 0x3a
const LAST_ROW = 1_048_576
const REFERENCE = /^(?:c|row)\s(?:[^>]*\s)?r\s*=\s*["']([A-Za-z]*)(\d*)["']/
const COMMENT_END = Buffer.from('-->')
const CDATA = Buffer.from('<![CDATA[')
const CDATA_END = Buffer.from(']]>')
const COMMENT = Buffer.from('<!--')

/**
 * One pass over the tags of a part before the workbook library sees it.
 * The library takes a minute for two million nested elements and has no cap on cells. Document types are never needed.
 */
export function scanXml(part: Uint8Array): { cells: number } {
  const bytes = Buffer.from(part.buffer, part.byteOffset, part.byteLength)
  let depth = 0
  let cells = 0
  let at = bytes.indexOf(LESS)
  while (at >= 0) {
    const next = bytes[at + 1]
    let end: number
    if (next === MARK) end = endOfDeclaration(bytes, at)
    else {
      end = endOfTag(bytes, at + 1)
      if (next === SLASH) depth--
      else if (next !== QUESTION && bytes[end - 1] !== SLASH) depth++
      const start = nameStart(bytes, at + 1)
      if (bytes[start] === LETTER_C && !isLetter(bytes[start + 1])) {
        cells++
        assertWithinSheet(bytes, start, end)
      } else if (bytes[start] === LETTER_R && bytes[start + 1] === LETTER_O) assertWithinSheet(bytes, start, end)
    }
    if (depth > LIMITS.xmlDepth) throw new AppError('invalid-input', 'fileHostile')
    if (cells > LIMITS.cells) throw new AppError('invalid-input', 'fileTooManyRows', { params: { limit: LIMITS.rows } })
    at = bytes.indexOf(LESS, end)
  }
  return { cells }
}

/** The library fills the rows up to a row number it reads; one of nine digits keeps it busy for a minute. */
function assertWithinSheet(bytes: Buffer, from: number, end: number): void {
  const reference = REFERENCE.exec(bytes.toString('latin1', from, Math.min(end, from + 200)))
  if (!reference) return
  const [, letters = '', digits = ''] = reference
  if (letters.length > 3 || Number(digits) > LAST_ROW) throw new AppError('invalid-input', 'fileHostile')
}

/** Some programs write `<x:c>`. */
function nameStart(bytes: Buffer, from: number): number {
  let at = from
  while (isLetter(bytes[at])) at++
  return bytes[at] === COLON ? at + 1 : from
}

function isLetter(byte: number | undefined): boolean {
  return byte !== undefined && byte >= 0x61 && byte <= 0x7a
}

function endOfTag(bytes: Buffer, from: number): number {
  let quote = 0
  for (let at = from; at < bytes.length; at++) {
    const byte = bytes[at] ?? 0
    if (quote !== 0) {
      if (byte === quote) quote = 0
    } else if (byte === GREATER) return at
    else if (QUOTES.has(byte)) quote = byte
  }
  return bytes.length
}

function endOfDeclaration(bytes: Buffer, at: number): number {
  const [start, stop] = bytes.subarray(at, at + 9).equals(CDATA) ? [9, CDATA_END] : [4, COMMENT_END]
  if (start === 4 && !bytes.subarray(at, at + 4).equals(COMMENT)) throw new AppError('invalid-input', 'fileHostile')
  const end = bytes.indexOf(stop, at + start)
  return end < 0 ? bytes.length : end
}
