import { z } from 'zod'
import { command, Instant, LEADS, query, READERS, Uid } from './procedure.ts'

/** Within fifteen, thirty or sixty days of receipt. */
export const COMPLAINT_TERMS = ['decision', 'complex', 'special'] as const
export type ComplaintTerm = (typeof COMPLAINT_TERMS)[number]

const Words = z.string().trim().min(1, 'required').max(1000, 'tooLong')

export const ComplaintClock = z.object({
  task: z.object({ uid: Uid, no: z.string() }),
  description: z.string(),
  receivedAt: Instant,
  acknowledgeUntil: Instant,
  acknowledgedAt: Instant.nullable(),
  acknowledgedBy: z.string().nullable(),
  term: z.enum(COMPLAINT_TERMS),
  decideUntil: Instant,
  extensionReason: z.string().nullable(),
  approval: z.string().nullable(),
  decidedAt: Instant.nullable(),
  decidedBy: z.string().nullable(),
  isUpheld: z.boolean().nullable(),
  decision: z.string().nullable(),
  /** What is to be done next and by when; null once it is decided. */
  next: z.object({ step: z.enum(['acknowledge', 'decide']), until: Instant, isOverdue: z.boolean() }).nullable(),
  mayAcknowledge: z.boolean(),
  mayDecide: z.boolean(),
})
export type ComplaintClock = z.infer<typeof ComplaintClock>

/** The dates of a task that came from a complaint, beside those of its fix. */
export const complaintClocks = {
  /** Null where the task is no complaint. */
  card: query([...READERS], z.object({ taskUid: Uid }), ComplaintClock.nullable()),
  acknowledge: command([...LEADS], z.object({ taskUid: Uid }), ComplaintClock),
  /** To a longer term, with the reason told to the customer; the longest with its approval. */
  extend: command(
    ['outlet-head'],
    z.object({
      taskUid: Uid,
      term: z.enum(['complex', 'special']),
      reason: Words,
      approval: z.string().trim().max(1000, 'tooLong').default(''),
    }),
    ComplaintClock,
  ),
  decide: command(['outlet-head'], z.object({ taskUid: Uid, isUpheld: z.boolean(), decision: Words }), ComplaintClock),
}
