import { z } from 'zod'
import { RoundId, Severity } from './checklists.ts'
import { Figures } from './figures.ts'
import { Day } from './procedure.ts'

/** Rows of the heat map of items and days. */
export const HEAT_ITEMS = 20

/** Every figure of a span of days, from sums. */
export const Trends = z.object({
  days: z.array(z.object({ on: Day, figures: Figures, roundsDue: z.int(), roundsHeld: z.int() })),
  rounds: z.array(z.object({ round: RoundId, figures: Figures, roundsDue: z.int(), roundsHeld: z.int() })),
  zones: z.array(z.object({ zone: z.string(), figures: Figures })),
  total: z.object({ figures: Figures, roundsDue: z.int(), roundsHeld: z.int(), lateRounds: z.int() }),
  /** Items by fails, most first. */
  failing: z.array(
    z.object({
      item: z.string(),
      zh: z.string(),
      en: z.string(),
      zone: z.string(),
      severity: Severity,
      fails: z.int(),
      fixed: z.int(),
      notSeen: z.int(),
    }),
  ),
  /** Fails of the `HEAT_ITEMS` that failed most. */
  itemDays: z.array(z.object({ on: Day, item: z.string(), fails: z.int(), fixed: z.int() })),
})
export type Trends = z.infer<typeof Trends>
