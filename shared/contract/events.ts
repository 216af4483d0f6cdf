import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { base, READERS } from './procedure.ts'

/**
 * Says what changed, never carries the only copy. `sequence` grows by one per event of this run of the service;
 * a client that sees a gap, or a smaller number than before, refetches everything.
 */
export const ChangeEvent = z.object({
  sequence: z.int().positive(),
  feature: z.string(),
  ids: z.array(z.string()),
})
export type ChangeEvent = z.infer<typeof ChangeEvent>

export const events = {
  /** Starts with one event of feature `hello` that tells the newest sequence. */
  changes: base
    .meta({ kind: 'query', roles: [...READERS], audit: 'none' })
    .input(z.object({}))
    .output(eventIterator(ChangeEvent)),
}
