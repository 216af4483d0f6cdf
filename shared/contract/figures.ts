import { z } from 'zod'

/** Counts of one round, zone, day or month; the rates follow from them (`shared/domain/patrol-figures.ts`). */
export const Figures = z.object({
  due: z.int(),
  pass: z.int(),
  fixed: z.int(),
  fail: z.int(),
  na: z.int(),
  notSeen: z.int(),
  /** Rates are 0…1, null where nothing was counted. */
  completion: z.number().nullable(),
  passRate: z.number().nullable(),
  notSeenRate: z.number().nullable(),
  /** 0…100. */
  score: z.number().nullable(),
})
export type Figures = z.infer<typeof Figures>
