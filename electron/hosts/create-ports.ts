import { join } from 'node:path'
import { makeBackupOf } from '../service/backups/index.ts'
import { openWorkspaceDatabase } from '../service/database/open-workspace-database.ts'
import type { BackupKeeper, Clock, Keychain, Ports } from '../service/ports.ts'
import type { WorkspaceName } from '../service/seats.ts'
import { createSigner } from '../service/signing-key.ts'
import { appRoot, appVersion } from './ports/app-root.ts'
import { createBackupThread } from './ports/backup-thread.ts'
import { createDemonstrationThread } from './ports/demonstration-thread.ts'
import { createDisk } from './ports/disk.ts'
import { createFileStore } from './ports/file-store.ts'
import { createFileThread } from './ports/file-thread.ts'
import { createLineLog, type LineLog } from './ports/line-log.ts'
import { thisMachine } from './ports/machine.ts'
import { createPinHash } from './ports/pin-hash.ts'
import { createContent } from './ports/shipped-content.ts'
import { steadyClock, systemClock } from './ports/system-clock.ts'
import { systemIds } from './ports/system-ids.ts'
import { OPEN_KEYCHAIN } from './ports/vault/open-keychain.ts'
import { createVault } from './ports/vault/vault.ts'

const DATABASES: Record<WorkspaceName, string> = { own: 'chenxun.db', sample: 'sample.db' }
const BACKUPS: Record<WorkspaceName, string> = { own: 'backups', sample: 'sample-backups' }
/** Each workspace signs with a key of its own. */
const KEYS: Record<WorkspaceName, string> = { own: 'audit-key.pem', sample: 'sample-audit-key.pem' }
const VAULTS: Record<WorkspaceName, string> = { own: 'vault.db', sample: 'sample-vault.db' }
const FILES: Record<WorkspaceName, string> = { own: 'files', sample: 'sample-files' }

export interface PortsFactory {
  log: LineLog
  clock: Clock
  /** Opens the database of a workspace, so call it once per workspace. */
  portsOf(workspace: WorkspaceName): Ports
  backupsOf(workspace: WorkspaceName): BackupKeeper
  /** Ends the threads; a backup under way ends at its next step. */
  close(): Promise<void>
}

/** Files of one workspace inside a data folder. */
export function workspaceFiles(dataFolder: string, workspace: WorkspaceName) {
  return { database: join(dataFolder, DATABASES[workspace]), files: join(dataFolder, FILES[workspace]) }
}

/**
 * Everything the service needs, out of one data folder. The caller holds the folder's lock. Where the clock is another
 * than the machine's, idle times follow it too.
 */
export function createPortsFactory(
  dataFolder: string,
  clock: Clock = systemClock,
  keychain: Keychain | null = null,
): PortsFactory {
  const steady = clock === systemClock ? steadyClock : clock
  const log = createLineLog(join(dataFolder, 'logs', 'chenxun.log'), clock)
  const content = createContent(join(appRoot(), 'resources'))
  const pinHash = createPinHash()
  const fileJobs = createFileThread()
  const thread = createBackupThread()
  const demonstration = createDemonstrationThread()
  const backupsOf = (workspace: WorkspaceName): BackupKeeper => ({
    jobs: thread.jobs,
    places: {
      ...workspaceFiles(dataFolder, workspace),
      folder: join(dataFolder, BACKUPS[workspace]),
      appVersion: appVersion(),
      signingKey: join(dataFolder, KEYS[workspace]),
    },
    workshop: dataFolder,
    isOn: workspace === 'own',
  })
  return {
    log,
    clock,
    backupsOf,
    close: async () => void (await Promise.all([thread.close(), demonstration.close()])),
    portsOf: (workspace) => ({
      clock,
      steady,
      ids: systemIds,
      database: openWorkspaceDatabase(join(dataFolder, DATABASES[workspace]), {
        now: clock.now(),
        backUpBeforeMigration: (live) =>
          void makeBackupOf(live, backupsOf(workspace).places, { reason: 'before-migration', takenAt: clock.now() }),
      }),
      files: createFileStore(join(dataFolder, FILES[workspace])),
      fileJobs,
      demonstration: demonstration.jobs,
      disk: createDisk(join(dataFolder, DATABASES[workspace])),
      backups: backupsOf(workspace),
      content,
      log,
      machine: thisMachine,
      pinHash,
      signer: createSigner(join(dataFolder, KEYS[workspace])),
      vault: createVault({
        path: join(dataFolder, VAULTS[workspace]),
        copyFolder: join(dataFolder, BACKUPS[workspace]),
        keychain: workspace === 'sample' ? OPEN_KEYCHAIN : keychain,
        uid: () => systemIds.uid(clock.now()),
        letters: () => systemIds.letters(25),
        onFailure: (error) => void log.failure(error, 'vault'),
      }),
      program: { version: appVersion(), runtime: runtimeVersions() },
    }),
  }
}

function runtimeVersions(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.versions).filter((one): one is [string, string] => Boolean(one[1])))
}
