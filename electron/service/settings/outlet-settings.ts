import { z } from 'zod'

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

/** Outlet switches by the name the checklist uses after `switch.`, `safe-boxes`. */
export const OutletSwitches = z
  .record(z.string(), z.boolean())
  .default({ 'safe-boxes': false, 'fire-panel': true, 'corporate-business': true, 'public-restroom': true })

/** Local limits that readings refer to; every one is the outlet's own, these are where it starts. */
export const OutletParameters = z.record(z.string(), z.number()).default({
  cash_limit_10k_cny: 30,
  min_open_windows: 2,
  longest_wait_alert_min: 20,
  room_temp_min_c: 18,
  room_temp_max_c: 28,
  cctv_min_days: 30,
  cctv_target_days: 90,
})
