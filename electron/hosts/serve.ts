import { join } from 'node:path'
import { startLoopback } from './loopback.ts'
import { appRoot } from './ports/app-root.ts'
import { steadyClock } from './ports/system-clock.ts'
import { startService } from './start-service.ts'

export { defaultDataFolder, prepareDataFolder } from './data-folder.ts'
export { FolderInUseError } from './folder-lock.ts'

export interface ServeOptions {
  dataFolder?: string
  port?: number
}

export interface Serving {
  /** With a fresh one-use launch code. */
  url: string
  newLaunchUrl(): string
  close(): Promise<void>
}

/** The browser shell: the service and the built page on loopback. Throws `FolderInUseError` where one is running. */
export async function serve({ dataFolder, port = 0 }: ServeOptions = {}): Promise<Serving> {
  const running = await startService(dataFolder, 'browser')
  try {
    const loopback = await startLoopback({
      service: running.service,
      clock: steadyClock,
      pageFolder: join(appRoot(), 'out', 'renderer'),
      port,
      onFailure: (error) => void running.log.failure(error, 'loopback'),
    })
    running.lock.offer({ router: running.service.router, launchUrl: loopback.newLaunchUrl }, loopback.url)
    return {
      url: loopback.newLaunchUrl(),
      newLaunchUrl: loopback.newLaunchUrl,
      async close() {
        await loopback.close()
        await running.close()
      },
    }
  } catch (error) {
    await running.close()
    throw error
  }
}
