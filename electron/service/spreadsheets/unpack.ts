import { type Entry, fromBufferPromise, type ZipFile } from 'yauzl'
import { AppError } from '../../../shared/errors.ts'
import { LIMITS } from './limits.ts'
import { scanXml } from './scan-xml.ts'

export type Parts = Record<string, Uint8Array>

const WORKBOOK = 'xl/workbook.xml'
const NESTED = /\.(zip|xlsx|xlsm|docx|pptx|jar|7z|rar|gz)$/i
const EMBEDDED = /^xl\/embeddings\//i

/**
 * The only way from a zip to the workbook library: directory first, then inflating under caps that do not trust it.
 * `keep` saves memory; parts not kept are still inflated and counted.
 */
export async function unpackWorkbook(bytes: Uint8Array, keep: (name: string) => boolean): Promise<Parts> {
  const zip = await open(bytes)
  try {
    const entries = await readDirectory(zip)
    assertModest(entries)
    if (!entries.some((entry) => entry.fileName === WORKBOOK)) throw new AppError('invalid-input', 'fileNotSpreadsheet')
    return await inflateAll(zip, entries, keep)
  } finally {
    zip.close()
  }
}

/** For a zip this process has written itself: no caps, so that a large export is not refused as hostile. */
export async function unpackOwn(bytes: Uint8Array): Promise<Parts> {
  const zip = await open(bytes)
  const parts: Parts = {}
  for (const entry of await readDirectory(zip)) {
    parts[entry.fileName] = await inflate(zip, entry, Number.POSITIVE_INFINITY)
  }
  zip.close()
  return parts
}

async function open(bytes: Uint8Array): Promise<ZipFile> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  try {
    // File names are checked below: a backslash is no reason to fail without a sentence.
    return await fromBufferPromise(buffer, { lazyEntries: true, autoClose: false, validateEntrySizes: true })
  } catch (cause) {
    throw new AppError('invalid-input', 'fileDamaged', { cause })
  }
}

async function readDirectory(zip: ZipFile): Promise<Entry[]> {
  if (zip.entryCount > LIMITS.entries) throw hostile()
  const entries: Entry[] = []
  const names = new Set<string>()
  try {
    for await (const entry of zip.eachEntry()) {
      const name = entry.fileName.toLowerCase()
      if (names.has(name) || entries.length >= LIMITS.entries) throw hostile()
      names.add(name)
      entries.push(entry)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    // yauzl refuses absolute paths and `..` here, and directories that break off.
    const isPath = cause instanceof Error && /path|characters/.test(cause.message)
    throw new AppError('invalid-input', isPath ? 'fileHostile' : 'fileDamaged', { cause })
  }
  return entries
}

function assertModest(entries: readonly Entry[]): void {
  let total = 0
  for (const entry of entries) {
    if (entry.isEncrypted()) throw new AppError('invalid-input', 'fileEncrypted')
    total += entry.uncompressedSize
    const ratio = entry.uncompressedSize / Math.max(1, entry.compressedSize)
    if (entry.uncompressedSize > LIMITS.ratioFromBytes && ratio > LIMITS.ratio) throw hostile()
    if (NESTED.test(entry.fileName) && !EMBEDDED.test(entry.fileName)) throw hostile()
  }
  if (total > LIMITS.inflatedBytes) throw hostile()
  if (entries.some((entry) => isXml(entry.fileName) && entry.uncompressedSize > LIMITS.partBytes)) throw tooMany()
}

async function inflateAll(zip: ZipFile, entries: readonly Entry[], keep: (name: string) => boolean): Promise<Parts> {
  const parts: Parts = {}
  let total = 0
  let cells = 0
  for (const entry of entries) {
    if (entry.fileName.endsWith('/')) continue
    const part = await inflate(zip, entry, LIMITS.inflatedBytes - total)
    total += part.byteLength
    if (!keep(entry.fileName)) continue
    if (isXml(entry.fileName)) cells += scanXml(part).cells
    if (cells > LIMITS.cells) throw tooMany()
    parts[entry.fileName] = part
  }
  return parts
}

async function inflate(zip: ZipFile, entry: Entry, room: number): Promise<Uint8Array> {
  const chunks: Buffer[] = []
  let size = 0
  try {
    const stream = await zip.openReadStreamPromise(entry)
    for await (const chunk of stream as AsyncIterable<Buffer>) {
      size += chunk.byteLength
      if (size > room || size > entry.uncompressedSize) throw hostile()
      chunks.push(chunk)
    }
  } catch (cause) {
    if (cause instanceof AppError) throw cause
    // `validateEntrySizes`: the directory named another size than the data has.
    const isLie = cause instanceof Error && /bytes in the stream/.test(cause.message)
    throw new AppError('invalid-input', isLie ? 'fileHostile' : 'fileDamaged', { cause })
  }
  return Buffer.concat(chunks)
}

function isXml(name: string): boolean {
  return /\.(xml|rels|vml)$/i.test(name)
}

function hostile(): AppError {
  return new AppError('invalid-input', 'fileHostile')
}

function tooMany(): AppError {
  return new AppError('invalid-input', 'fileTooManyRows', { params: { limit: LIMITS.rows } })
}
