import { statfsSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import type { Disk } from '../../service/ports.ts'

/** Asks for sizes only: the live file is opened by nothing but SQLite. */
export function createDisk(databasePath: string): Disk {
  return {
    room() {
      const { bavail, bsize } = statfsSync(dirname(databasePath))
      return {
        freeBytes: bavail * bsize,
        fileBytes: statSync(databasePath, { throwIfNoEntry: false })?.size ?? 0,
      }
    },
  }
}
