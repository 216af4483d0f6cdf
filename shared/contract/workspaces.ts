import { z } from 'zod'
import { command, Done, Nothing, query } from './procedure.ts'

/** `own`: the outlet's records. `sample`: an invented outlet in a file of its own, to look around in. */
export const WorkspaceId = z.enum(['own', 'sample'])

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
  /** Moves this tab; signs it out. The first visit to the sample fills it. */
  enter: command('public', z.object({ workspace: WorkspaceId }), Done, 'journal'),
}
