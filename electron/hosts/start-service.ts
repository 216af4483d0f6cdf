import type { Keychain } from '../service/ports.ts'
import { createService, type Service } from '../service/service.ts'
import { createPortsFactory, type PortsFactory } from './create-ports.ts'
import { prepareDataFolder } from './data-folder.ts'
import { type FolderLock, lockFolder } from './folder-lock.ts'
import type { Shell } from './lock/control-server.ts'
import { systemClock } from './ports/system-clock.ts'
import { prepareSample } from './sample-workspace.ts'

const TICK_MS = 60_000

export interface RunningService extends Pick<PortsFactory, 'log'> {
  service: Service
  lock: FolderLock
  dataFolder: string
  /** Closes the database and lets the folder go. Calls must have ended. */
  close(): Promise<void>
}

/** The one way in which a host brings up the service: folder, lock, database, clockwork. */
export async function startService(
  wantedFolder: string | undefined,
  shell: Shell,
  keychain: Keychain | null = null,
): Promise<RunningService> {
  const dataFolder = prepareDataFolder(wantedFolder)
  const lock = await lockFolder(dataFolder, shell)
  try {
    const factory = createPortsFactory(dataFolder, systemClock, keychain)
    const { log, clock, portsOf, backupsOf } = factory
    const service = createService({
      open: portsOf,
      prepareSample: (onDay) => prepareSample(dataFolder, clock.now(), onDay),
      recovery: { backups: backupsOf('own'), clock, log },
      keepsBackups: shell !== 'command',
    })
    const tick = () => service.tick().catch((error: unknown) => void log.failure(error, 'tick'))
    const timer = setInterval(() => void tick(), TICK_MS)
    timer.unref()
    const onCrash = (error: unknown) => void log.failure(error, 'process')
    process.on('uncaughtExceptionMonitor', onCrash)
    await tick()
    log.event('started', { shell, pid: process.pid })
    return {
      service,
      lock,
      log,
      dataFolder,
      async close() {
        clearInterval(timer)
        process.off('uncaughtExceptionMonitor', onCrash)
        await factory.close()
        service.close()
        log.event('stopped', { shell })
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}
