/** Present and late of those due; `needed` is half of them, rounded up. */
export interface Quorum {
  due: number
  present: number
  needed: number
  isReached: boolean
}

/** Fewer than the share of those due is no meeting. Nobody due cannot be enough. */
export function quorumOf(due: number, present: number, share: number): Quorum {
  const needed = Math.max(1, Math.ceil(due * share))
  return { due, present, needed, isReached: present >= needed }
}

/** How far a step is over its time: a soft warning first, then a note in the log. */
export function overtimeOf(
  seconds: number,
  minutes: number,
  timer: { warnAfterSeconds: number; noteAfterSeconds: number },
): 'in-time' | 'warn' | 'note' {
  const over = seconds - minutes * 60
  if (over >= timer.noteAfterSeconds) return 'note'
  return over >= timer.warnAfterSeconds ? 'warn' : 'in-time'
}

const MINUTE_MS = 60_000

/**
 * Minutes of a meeting between the two times that are shown: 08:08 to 08:21 is 13, whatever the seconds were. Both are
 * instants.
 */
export function minutesHeld(startedAt: number, endedAt: number): number {
  return Math.floor(endedAt / MINUTE_MS) - Math.floor(startedAt / MINUTE_MS)
}
