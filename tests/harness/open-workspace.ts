import { dirname, join } from 'node:path'
import type { Database } from 'better-sqlite3'
import { makeBackupOf } from '../../electron/service/backups/index.ts'
import { openWorkspaceDatabase } from '../../electron/service/database/open-workspace-database.ts'

/** As a console opens it: backups lie in `backups` beside it. */
export function openWorkspace(path: string, now = 0): Database {
  const folder = dirname(path)
  return openWorkspaceDatabase(path, {
    now,
    backUpBeforeMigration: (live) =>
      void makeBackupOf(
        live,
        {
          database: path,
          files: join(folder, 'files'),
          folder: join(folder, 'backups'),
          appVersion: 'test',
          signingKey: join(folder, 'audit-key.pem'),
        },
        { reason: 'before-migration', takenAt: now },
      ),
  })
}
