import type { DemonstrationJobs } from '../../service/demonstration/demonstration-jobs.ts'
import { createJobThread, type JobThread } from './job-thread.ts'

export interface DemonstrationThread extends Pick<JobThread, 'close'> {
  jobs: DemonstrationJobs
}

/** Demonstration files in a thread of their own, with a connection that only reads. */
export function createDemonstrationThread(): DemonstrationThread {
  const { run, close } = createJobThread('demonstration-worker', 'The thread of demonstration files has ended')
  return {
    jobs: {
      preview: (input, watch) => run('preview', input, watch),
      write: (input, watch) => run('write', input, watch),
    },
    close,
  }
}
