import { z } from 'zod'
import { OwnerId } from './checklists.ts'
import { command, Instant, STAFF, Uid } from './procedure.ts'
import { TaskState } from './rectification-steps.ts'

/** Steps and acts that several tasks can take at once. */
export const BATCH_STEPS = ['assign', 'accept', 'verify', 'transfer', 'urge'] as const
export type BatchStep = (typeof BATCH_STEPS)[number]

const MOST = 100

export const BatchResult = z.object({
  uid: Uid,
  no: z.string(),
  isDone: z.boolean(),
  /** Key under `errors` where it was refused. */
  reason: z.string().nullable(),
})
export const BatchOutcome = z.object({ results: z.array(BatchResult).max(MOST), mayUndo: z.boolean() })
export type BatchOutcome = z.infer<typeof BatchOutcome>

/** Each task for itself, by the same rules as one alone: what is refused holds up nothing else. */
export const taskBatches = {
  run: command(
    [...STAFF],
    z.object({
      step: z.enum(BATCH_STEPS),
      tasks: z
        .array(z.object({ uid: Uid, from: TaskState }))
        .min(1)
        .max(MOST),
      note: z.string().trim().max(1000, 'tooLong').default(''),
      ownerUid: Uid.optional(),
      queue: OwnerId.optional(),
      dueAt: Instant.optional(),
    }),
    BatchOutcome,
    'chain',
    'rectifications',
  ),
  /** Within ten minutes, by the same person, where nothing has happened to the task since. */
  undo: command([...STAFF], z.object({ uids: z.array(Uid).min(1).max(MOST) }), BatchOutcome, 'chain', 'rectifications'),
}
