import { chmodSync, existsSync, mkdirSync, readdirSync, realpathSync, statfsSync, statSync } from 'node:fs'
import { homedir } from 'node:os'
import { join, resolve } from 'node:path'

const OUR_MARK = 'chenxun.lock'
/** NFS, SMB, SMB2, CIFS, FUSE, 9p: their locks do not protect SQLite. */
const NETWORK_FILE_SYSTEMS = new Set([0x6969, 0x517b, 0xfe534d42, 0xff534d42, 0x65735546, 0x01021997])

export class UnusableDataFolderError extends Error {
  override readonly name = 'UnusableDataFolderError'
  readonly reason: 'network-folder' | 'not-writable'

  constructor(reason: UnusableDataFolderError['reason'], message: string, cause?: unknown) {
    super(message, { cause })
    this.reason = reason
  }
}

interface Surroundings {
  platform: NodeJS.Platform
  env: Record<string, string | undefined>
  home: string
}

/** Where the records lie when nobody says otherwise, by the habit of each platform. */
export function defaultDataFolder(
  { platform, env, home }: Surroundings = { platform: process.platform, env: process.env, home: homedir() },
): string {
  if (platform === 'win32') return join(env.LOCALAPPDATA ?? join(home, 'AppData', 'Local'), 'Chenxun')
  if (platform === 'darwin') return join(home, 'Library', 'Application Support', 'Chenxun')
  return join(env.XDG_DATA_HOME || join(home, '.local', 'share'), 'chenxun')
}

/**
 * Makes the folder ready and returns its real path: two names of one folder are one folder.
 * A folder that was there before and holds other things keeps its mode; what is written into it is private anyway.
 */
export function prepareDataFolder(wanted: string = defaultDataFolder()): string {
  process.umask(0o077)
  const folder = resolve(wanted)
  try {
    const isOurs = !existsSync(folder) || existsSync(join(folder, OUR_MARK)) || readdirSync(folder).length === 0
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    const real = realpathSync.native(folder)
    assertLocalDisk(real)
    if (isOurs && process.platform !== 'win32' && (statSync(real).mode & 0o077) !== 0) chmodSync(real, 0o700)
    return real
  } catch (error) {
    if (error instanceof UnusableDataFolderError) throw error
    throw new UnusableDataFolderError('not-writable', `The data folder ${folder} cannot be used`, error)
  }
}

export function assertLocalDisk(folder: string, fileSystemType: number = statfsSync(folder).type): void {
  const isShare = folder.startsWith('\\\\') && !folder.startsWith('\\\\?\\')
  if (!isShare && !NETWORK_FILE_SYSTEMS.has(fileSystemType)) return
  throw new UnusableDataFolderError(
    'network-folder',
    `The data folder ${folder} lies on a network drive, where records can be damaged; choose a folder on this machine's own disk`,
  )
}
