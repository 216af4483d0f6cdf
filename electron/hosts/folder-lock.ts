import { userInfo } from 'node:os'
import { setTimeout as wait } from 'node:timers/promises'
import { controlAddress } from './lock/control-address.ts'
import { type ControlClient, createControlClient } from './lock/control-client.ts'
import { type Abilities, type Holder, type Shell, startControlServer } from './lock/control-server.ts'
import { type HeldLockFile, tryLockFile } from './lock/lock-file.ts'

export interface FolderLock {
  /** Later starts and the command line may now be answered. */
  offer(abilities: Abilities, url?: string): void
  release(): Promise<void>
}

/** Another process holds the folder. `control` asks it for things. */
export class FolderInUseError extends Error {
  override readonly name = 'FolderInUseError'
  readonly holder: Holder | undefined
  readonly control: ControlClient

  constructor(folder: string, control: ControlClient, holder: Holder | undefined) {
    super(`${folder} is in use by ${holder ? `process ${holder.pid} of ${holder.user}` : 'another process'}`)
    this.holder = holder
    this.control = control
  }
}

const PATIENCE_MS = 8_000
const RETRY_MS = 50

/** One process per data folder. `folder` is a real path, as `prepareDataFolder` returns it. */
export async function lockFolder(folder: string, shell: Shell): Promise<FolderLock> {
  const control = createControlClient(controlAddress(folder))
  for (let waited = 0; ; waited += RETRY_MS) {
    const file = tryLockFile(folder)
    if (file) return await hold(folder, file, shell)
    const holder = await control.holder().catch(() => undefined)
    if (holder || waited >= PATIENCE_MS) throw new FolderInUseError(folder, control, holder)
    await wait(RETRY_MS)
  }
}

/** The running console of a folder, if there is one. */
export async function findRunning(folder: string): Promise<ControlClient | undefined> {
  const control = createControlClient(controlAddress(folder))
  return control.holder().then(
    () => control,
    () => undefined,
  )
}

async function hold(folder: string, file: HeldLockFile, shell: Shell): Promise<FolderLock> {
  let resolve: (abilities: Abilities) => void = () => {}
  const promise = new Promise<Abilities>((done) => {
    resolve = done
  })
  const holder: Holder = { pid: process.pid, user: userName(), shell, url: null }
  try {
    const server = await startControlServer(controlAddress(folder), () => holder, promise)
    return {
      offer(abilities, url) {
        holder.url = url ?? null
        resolve(abilities)
      },
      async release() {
        await server.close()
        file.release()
      },
    }
  } catch (error) {
    file.release()
    throw error
  }
}

function userName(): string {
  try {
    return userInfo().username
  } catch {
    return String(process.getuid?.() ?? 'unknown')
  }
}
