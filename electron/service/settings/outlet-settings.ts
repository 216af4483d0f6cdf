import { z } from 'zod'
import {
  OUTLET_PARAMETERS,
  OUTLET_SWITCHES,
  type OutletParameter,
  type OutletSwitch,
} from '../../../shared/contract/settings.ts'

/** Which kinds of day the outlet opens on, and its hours. Weekends and holidays are closed until the head says so. */
export const OpeningRules = z
  .object({
    openOn: z.object({ weekday: z.boolean(), weekend: z.boolean(), makeup: z.boolean(), holiday: z.boolean() }),
    hours: z.object({ weekday: z.tuple([z.string(), z.string()]), weekend: z.tuple([z.string(), z.string()]) }),
  })
  .default({
    openOn: { weekday: true, weekend: false, makeup: true, holiday: false },
    hours: { weekday: ['09:00', '17:00'], weekend: ['09:30', '16:00'] },
  })

const START_SWITCHES: Record<OutletSwitch, boolean> = { 'safe-boxes': false, 'fire-panel': true }
const START_PARAMETERS: Record<OutletParameter, number> = {
  cash_limit_10k_cny: 30,
  min_open_windows: 2,
  longest_wait_alert_min: 20,
  room_temp_min_c: 18,
  room_temp_max_c: 28,
  cctv_min_days: 30,
  cctv_target_days: 90,
}

/** As saved; a name that is new starts as ours, one that no item knows is not carried on. */
export const OutletSwitches = z
  .record(z.string(), z.boolean())
  .default({})
  .transform((saved) => knownOf(OUTLET_SWITCHES, START_SWITCHES, saved))

/** Every limit is the outlet's own; ours is only where it starts. */
export const OutletParameters = z
  .record(z.string(), z.number())
  .default({})
  .transform((saved) => knownOf(OUTLET_PARAMETERS, START_PARAMETERS, saved))

function knownOf<Name extends string, Value>(
  names: readonly Name[],
  start: Record<Name, Value>,
  saved: Record<string, Value>,
): Record<Name, Value> {
  return Object.fromEntries(names.map((name) => [name, saved[name] ?? start[name]])) as Record<Name, Value>
}
