import { z } from 'zod'
import { command, Done, Nothing, query } from './procedure.ts'

/** `own`: the outlet's records. `sample`: an invented outlet in a file of its own, to look around in. */
export const WorkspaceId = z.enum(['own', 'sample'])

/** Days written and days to write. */
export const SampleProgress = z.object({ done: z.int(), of: z.int() })
export type SampleProgress = z.infer<typeof SampleProgress>

export const workspaces = {
  current: query(
    'public',
    Nothing,
    z.object({
      workspace: WorkspaceId,
      /** Of the disk that holds the records. */
      freeBytes: z.int(),
      isRoomLow: z.boolean(),
    }),
  ),
  /** Moves this tab; signs it out. The first visit to the sample fills it; whoever hangs up stops that. */
  enter: command('public', z.object({ workspace: WorkspaceId }), Done, 'journal'),
  /** How many days of the sample are written; null where it is not being filled. */
  sampleProgress: query('public', Nothing, SampleProgress.nullable()),
}
