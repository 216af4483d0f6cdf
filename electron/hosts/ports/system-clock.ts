import type { Clock } from '../../service/ports.ts'

/** The machine's clock; the only place that asks it for the time of day. */
export const systemClock: Clock = { now: () => Date.now() }

/** Runs on evenly when somebody sets the machine's clock; for lifetimes, not for times of day. */
export const steadyClock: Clock = { now: () => performance.now() }
