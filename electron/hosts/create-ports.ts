import { join } from 'node:path'
import { openWorkspaceDatabase } from '../service/database/open-workspace-database.ts'
import type { Clock, Ports } from '../service/ports.ts'
import type { WorkspaceName } from '../service/seats.ts'
import { appRoot } from './ports/app-root.ts'
import { createDisk } from './ports/disk.ts'
import { createFileStore } from './ports/file-store.ts'
import { createFileThread } from './ports/file-thread.ts'
import { createLineLog, type LineLog } from './ports/line-log.ts'
import { createPinHash } from './ports/pin-hash.ts'
import { createContent } from './ports/shipped-content.ts'
import { systemClock } from './ports/system-clock.ts'
import { systemIds } from './ports/system-ids.ts'

const DATABASES: Record<WorkspaceName, string> = { own: 'chenxun.db', sample: 'sample.db' }
const FILES: Record<WorkspaceName, string> = { own: 'files', sample: 'sample-files' }

export interface PortsFactory {
  log: LineLog
  clock: Clock
  /** Opens the database of a workspace, so call it once per workspace. */
  portsOf(workspace: WorkspaceName): Ports
}

/** Files of one workspace inside a data folder. */
export function workspaceFiles(dataFolder: string, workspace: WorkspaceName) {
  return { database: join(dataFolder, DATABASES[workspace]), files: join(dataFolder, FILES[workspace]) }
}

/** Everything the service needs, out of one data folder. The caller holds the folder's lock. */
export function createPortsFactory(dataFolder: string, clock: Clock = systemClock): PortsFactory {
  const log = createLineLog(join(dataFolder, 'logs', 'chenxun.log'), clock)
  const content = createContent(join(appRoot(), 'resources'))
  const pinHash = createPinHash()
  const fileJobs = createFileThread()
  return {
    log,
    clock,
    portsOf: (workspace) => ({
      clock,
      ids: systemIds,
      database: openWorkspaceDatabase(join(dataFolder, DATABASES[workspace]), {
        backupFolder: join(dataFolder, 'backups'),
        now: clock.now(),
      }),
      files: createFileStore(join(dataFolder, FILES[workspace])),
      fileJobs,
      disk: createDisk(join(dataFolder, DATABASES[workspace])),
      content,
      log,
      pinHash,
    }),
  }
}
