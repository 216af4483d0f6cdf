import { createHash } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, mkdirSync, openSync, readSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { syncFolder } from './write-durably.ts'

const HASH = /^[0-9a-f]{64}$/
const CHUNK_BYTES = 1 << 20

/** Files by content hash lie under two levels of folders: `ab/cd/abcd…`. */
export function placeOfFile(folder: string, hash: string): string {
  if (!HASH.test(hash)) throw new Error('Not a file hash')
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

/** Never for the live database: closing any handle of it drops SQLite's locks. */
export function hashOfFile(path: string): string {
  const hash = createHash('sha256')
  const file = openSync(path, 'r')
  try {
    const chunk = Buffer.allocUnsafe(CHUNK_BYTES)
    for (let read = readSync(file, chunk); read > 0; read = readSync(file, chunk)) hash.update(chunk.subarray(0, read))
    return hash.digest('hex')
  } finally {
    closeSync(file)
  }
}

export function syncFile(path: string): void {
  const file = openSync(path, 'r+')
  try {
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
}

export function makeFolderDurably(path: string): void {
  if (existsSync(path)) return
  makeFolderDurably(dirname(path))
  mkdirSync(path, { recursive: true, mode: 0o700 })
  syncFolder(dirname(path))
}
