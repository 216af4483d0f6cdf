import { createHash } from 'node:crypto'
import { existsSync, readFileSync, rmSync } from 'node:fs'
import { dirname } from 'node:path'
import { hashOfFile, makeFolderDurably, placeOfFile } from '../../service/file-places.ts'
import type { FileStore } from '../../service/ports.ts'
import { writeDurably } from '../../service/write-durably.ts'

/** Files by content hash under two levels of folders: `ab/cd/abcd…`. */
export function createFileStore(folder: string): FileStore {
  return {
    put(bytes) {
      const hash = createHash('sha256').update(bytes).digest('hex')
      const path = placeOfFile(folder, hash)
      if (existsSync(path) && hashOfFile(path) === hash) return hash
      makeFolderDurably(dirname(path))
      writeDurably(path, bytes)
      return hash
    },
    get(hash) {
      try {
        return readFileSync(placeOfFile(folder, hash))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove(hash) {
      rmSync(placeOfFile(folder, hash), { force: true })
    },
  }
}
