import { createBackupJobs } from '../service/backups/backup-jobs.ts'
import { isSoundElsewhere } from './ports/soundness-thread.ts'
import { serveJobs } from './serve-jobs.ts'

serveJobs(createBackupJobs(isSoundElsewhere))
