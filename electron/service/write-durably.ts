import { randomBytes } from 'node:crypto'
import { closeSync, existsSync, fsyncSync, openSync, renameSync, rmSync, statSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** All of the bytes under their final name, or nothing: temp file, fsync, rename, fsync of the folder. */
export function writeDurably(path: string, bytes: Uint8Array): void {
  const temporary = `${path}.${randomBytes(6).toString('hex')}.part`
  try {
    const file = openSync(temporary, 'wx', 0o600)
    try {
      for (let written = 0; written < bytes.length; ) {
        written += writeSync(file, bytes, written, bytes.length - written)
      }
      fsyncSync(file)
    } finally {
      closeSync(file)
    }
    renameSync(temporary, path)
  } catch (error) {
    rmSync(temporary, { force: true })
    throw error
  }
  syncFolder(dirname(path))
}

/** The same, and what lay under that name is overwritten before it goes: it held a secret. Null leaves nothing there. */
export function writeOverSecret(path: string, bytes: Uint8Array | null): void {
  // Aside first: Windows replaces no file that is open.
  const old = `${path}.old`
  wipe(old)
  if (existsSync(path)) renameSync(path, old)
  try {
    if (bytes) writeDurably(path, bytes)
  } catch (error) {
    if (existsSync(old)) renameSync(old, path)
    throw error
  }
  wipe(old)
}

function wipe(path: string): void {
  if (!existsSync(path)) return
  const file = openSync(path, 'r+')
  try {
    const { size } = statSync(path)
    writeSync(file, Buffer.alloc(size), 0, size, 0)
    fsyncSync(file)
  } finally {
    closeSync(file)
  }
  rmSync(path, { force: true })
}

/** Windows cannot open a folder for fsync; its rename is journalled by the file system. */
export function syncFolder(path: string): void {
  if (process.platform === 'win32') return
  const folder = openSync(path, 'r')
  try {
    fsyncSync(folder)
  } finally {
    closeSync(folder)
  }
}
