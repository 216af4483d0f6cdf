import type { Clock } from '../../service/ports.ts'

/** The machine's clock; the only place that asks it for the time of day. */
export const systemClock: Clock = { now: () => Date.now() }
