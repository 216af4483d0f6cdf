import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { makeBackup } from '../../electron/service/backups/index.ts'
import { openWorkspaceDatabase } from '../../electron/service/database/open-workspace-database.ts'

/** As a console opens it: backups lie in `backups` beside it. */
export function openWorkspace(path: string, now = 0): Database {
  const folder = dirname(path)
  return openWorkspaceDatabase(path, {
    now,
    backUpBeforeMigration: (live) =>
      void makeBackup(
        { database: path, files: join(folder, 'files'), folder: join(folder, 'backups'), appVersion: 'test' },
        { reason: 'before-migration', takenAt: now },
        {},
        live,
      ),
  })
}
