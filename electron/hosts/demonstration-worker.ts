import { createDemonstrationJobs } from '../service/demonstration/demonstration-jobs.ts'
import { createPhotoLanes } from './ports/photo-lanes.ts'
import { printFileToPdf } from './print-to-pdf.ts'
import { serveJobs } from './serve-jobs.ts'

serveJobs(
  createDemonstrationJobs({
    ...createPhotoLanes(),
    print: (page, to, { signal }) => printFileToPdf(page, to, () => signal?.aborted ?? false),
  }),
)
