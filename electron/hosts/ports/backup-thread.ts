import type { BackupJobs } from '../../service/backups/backup-jobs.ts'
import { createJobThread, type JobThread } from './job-thread.ts'

export interface BackupThread extends Pick<JobThread, 'close'> {
  jobs: BackupJobs
}

/** Copies, checks and restores in a thread of their own, with their own connection of the same SQLite. */
export function createBackupThread(): BackupThread {
  const { run, close } = createJobThread('backup-worker', 'The thread that keeps backups has ended')
  return {
    jobs: {
      make: (input, watch) => run('make', input, watch),
      list: (input, watch) => run('list', input, watch),
      verify: (input, watch) => run('verify', input, watch),
      stage: (input, watch) => run('stage', input, watch),
      dropStaged: (input, watch) => run('dropStaged', input, watch),
      tryTarget: (input, watch) => run('tryTarget', input, watch),
      bringKeys: (input, watch) => run('bringKeys', input, watch),
      serialOfKeys: (input, watch) => run('serialOfKeys', input, watch),
      salvage: (input, watch) => run('salvage', input, watch),
      countMissing: (input, watch) => run('countMissing', input, watch),
    },
    close,
  }
}
