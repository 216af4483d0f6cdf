import { z } from 'zod'
import { command, Done, Instant, query, WRITERS } from './procedure.ts'

export const MOST_DRAFT_BYTES = 20_000

/** Which form, and of which record: `task/new`, `person/<uid>`. */
const DraftKey = z
  .string()
  .min(1)
  .max(120)
  .regex(/^[\w./:-]+$/)
const DraftText = z
  .string()
  .min(1)
  .refine((text) => bytesOf(text) <= MOST_DRAFT_BYTES, 'draftTooLong')

/** In UTF-8. */
function bytesOf(text: string): number {
  return [...text].reduce((sum, letter) => {
    const point = letter.codePointAt(0) ?? 0
    return sum + (point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x1_0000 ? 3 : 4)
  }, 0)
}

/** What a person is typing and has not saved. Each sees the own ones only. */
export const drafts = {
  put: command([...WRITERS], z.object({ key: DraftKey, text: DraftText }), Done, 'journal'),
  find: query([...WRITERS], z.object({ key: DraftKey }), z.object({ text: z.string(), at: Instant }).nullable()),
  discard: command([...WRITERS], z.object({ key: DraftKey }), Done, 'journal'),
}
