import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { FileStore } from '../../service/ports.ts'
import { syncFolder, writeDurably } from './write-durably.ts'

const HASH = /^[0-9a-f]{64}$/

/** Files by content hash under two levels of folders: `ab/cd/abcd…`. */
export function createFileStore(folder: string): FileStore {
  return {
    put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = pathOf(folder, hash)
      if (existsSync(path) && hashOf(path) === hash) return hash
      makeFolderDurably(dirname(path))
      writeDurably(path, bytes)
      return hash
    },
    get(hash) {
      try {
        return readFileSync(pathOf(folder, hash))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove(hash) {
      rmSync(pathOf(folder, hash), { force: true })
    },
  }
}

function pathOf(folder: string, hash: string): string {
  if (!HASH.test(hash)) throw new Error('Not a file hash')
  return join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

function hashOf(path: string): string {
  return createHash('sha256').update(readFileSync(path)).digest('hex')
}

function makeFolderDurably(path: string): void {
  if (existsSync(path)) return
  makeFolderDurably(dirname(path))
  mkdirSync(path, { recursive: true, mode: 0o700 })
  syncFolder(dirname(path))
}
