import { z } from 'zod'
import { Clock, command, Nothing, query, READERS } from './procedure.ts'

/** Conditions of the checklist that come from the outlet, by the name that follows `switch.` there. */
export const OUTLET_SWITCHES = ['safe-boxes', 'fire-panel'] as const
export type OutletSwitch = (typeof OUTLET_SWITCHES)[number]
/** Local limits that readings refer to. */
export const OUTLET_PARAMETERS = [
  'cash_limit_10k_cny',
  'min_open_windows',
  'longest_wait_alert_min',
  'room_temp_min_c',
  'room_temp_max_c',
  'cctv_min_days',
  'cctv_target_days',
] as const
export type OutletParameter = (typeof OUTLET_PARAMETERS)[number]

export const LockMinutes = z.int().min(1).max(30)

export const OutletSettings = z.object({
  openOn: z.object({ weekday: z.boolean(), weekend: z.boolean(), makeup: z.boolean(), holiday: z.boolean() }),
  hours: z.object({ weekday: z.tuple([Clock, Clock]), weekend: z.tuple([Clock, Clock]) }),
  /** A seat nobody touches is locked after so many minutes. */
  lockAfterMinutes: LockMinutes,
  /** Each of them, and no other: a misspelt name would silence or unbind items without a word. */
  switches: z.record(z.enum(OUTLET_SWITCHES), z.boolean()),
  parameters: z.record(z.enum(OUTLET_PARAMETERS), z.number()),
})
export type OutletSettings = z.infer<typeof OutletSettings>

/** What runs here. `runtime`: what the program runs on and what that brings along, by name. */
export const About = z.object({
  version: z.string(),
  schema: z.int(),
  sqlite: z.string(),
  runtime: z.array(z.object({ name: z.string(), version: z.string() })),
})
export type About = z.infer<typeof About>

export const settings = {
  about: query([...READERS], Nothing, About),
  read: query([...READERS], Nothing, OutletSettings),
  save: command(['outlet-head', 'operator'], OutletSettings, OutletSettings),
}
