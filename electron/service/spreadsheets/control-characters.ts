import { ZipFile } from 'yazl'
import { type Parts, unpackOwn } from './unpack.ts'

/**
 * XML turns a carriage return into a line feed and forbids most control characters; the workbook library drops them.
 * The format's own escape is `_x000D_`, which the library would escape again. So they travel through it as
 * noncharacters, which no text may hold, and are written as that escape afterwards.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const CONTROLS = /[\u0000-\u0008\u000B-\u001F]/g
const STAND_INS = /[\uFDD0-\uFDEF]/g
const FIRST_STAND_IN = 0xfdd0

export function hasControls(text: string): boolean {
  return text.search(CONTROLS) >= 0
}

export function hideControls(text: string): string {
  return text
    .replace(STAND_INS, '\uFFFD')
    .replace(CONTROLS, (sign) => String.fromCharCode(FIRST_STAND_IN + sign.charCodeAt(0)))
}

const TEXT_PARTS = /^xl\/(sharedStrings|worksheets\/[^/]+)\.xml$/

/** Only for bytes the library has just written. */
export async function restoreControls(workbook: Uint8Array): Promise<Uint8Array> {
  const parts = await unpackOwn(workbook)
  for (const [name, part] of Object.entries(parts)) {
    if (TEXT_PARTS.test(name)) parts[name] = Buffer.from(escapeStandIns(Buffer.from(part).toString()))
  }
  return packParts(parts)
}

function escapeStandIns(xml: string): string {
  return xml.replace(STAND_INS, (sign) => {
    const code = (sign.charCodeAt(0) - FIRST_STAND_IN).toString(16).toUpperCase().padStart(4, '0')
    return `_x${code}_`
  })
}

async function packParts(parts: Parts): Promise<Uint8Array> {
  const zip = new ZipFile()
  // A fixed time keeps the same table the same bytes.
  for (const [name, part] of Object.entries(parts)) zip.addBuffer(Buffer.from(part), name, { mtime: new Date(0) })
  zip.end()
  const chunks: Buffer[] = []
  for await (const chunk of zip.outputStream as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}
