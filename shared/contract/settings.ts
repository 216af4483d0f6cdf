import { z } from 'zod'
import { command, Nothing, query, READERS } from './procedure.ts'

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clockFormat')

export const OutletSettings = z.object({
  openOn: z.object({ weekday: z.boolean(), weekend: z.boolean(), makeup: z.boolean(), holiday: z.boolean() }),
  hours: z.object({ weekday: z.tuple([Clock, Clock]), weekend: z.tuple([Clock, Clock]) }),
  /** `safe-boxes`, `fire-panel` … : conditions that come from the outlet, not from the day. */
  switches: z.record(z.string(), z.boolean()),
  /** Local limits by name; every threshold is the outlet's own. */
  parameters: z.record(z.string(), z.number()),
})
export type OutletSettings = z.infer<typeof OutletSettings>

export const settings = {
  read: query([...READERS], Nothing, OutletSettings),
  save: command(['outlet-head', 'operator'], OutletSettings, OutletSettings),
}
