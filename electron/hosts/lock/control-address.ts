import { createHash } from 'node:crypto'
import { lstatSync, mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'

/** 104 on macOS and 108 on Linux, less the closing zero and some room. */
const MAX_SOCKET_PATH_BYTES = 100

/** Where the holder of a data folder listens for later starts and the command line. `folder` is its real path. */
export function controlAddress(folder: string, platform: NodeJS.Platform = process.platform): string {
  if (platform === 'win32') return `\\\\.\\pipe\\chenxun-${shortHash(folder.toLowerCase())}`
  const inside = join(folder, 'control.sock')
  if (Buffer.byteLength(inside) <= MAX_SOCKET_PATH_BYTES) return inside
  return join(privateRuntimeFolder(), `${shortHash(folder)}.sock`)
}

function shortHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 24)
}

function privateRuntimeFolder(): string {
  const { uid } = userInfo()
  const folder = join(process.env.XDG_RUNTIME_DIR || tmpdir(), `chenxun-${uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const found = lstatSync(folder)
  if (!found.isDirectory() || found.uid !== uid || (found.mode & 0o077) !== 0) {
    throw new Error(`${folder} is not private to this user`)
  }
  return folder
}
