import { z } from 'zod'
import type { ThanksValue } from '../../../shared/contract/thanks.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'

const Values = z
  .object({
    limits: z.object({ a_day: z.int(), pair_in_seven_days: z.int(), undo_minutes: z.int() }),
    values: z.array(z.object({ id: z.string(), zh: z.string(), en: z.string() })).max(9),
  })
  .transform(({ limits, values }) => ({
    limits,
    values: values.map(({ id, zh, en }): ThanksValue => ({ id, name: { zh, en } })),
  }))

/** The values a card can name, and the limits of the awards file's card. */
export function readThanksValues(content: Ports['content']): z.output<typeof Values> {
  return readShipped(content, 'awards/values.json', Values)
}
