import { overtimeOf } from '../../../shared/domain/meeting-rules.ts'

interface Running {
  /** Seconds of earlier turns of the step. */
  secondsBefore: number
  stepBeganAt: number
  minutes: number
  timer: { warnAfterSeconds: number; noteAfterSeconds: number }
}

/** How the step stands by the clock: seconds left, negative once it is over. */
export function stepTime({ secondsBefore, stepBeganAt, minutes, timer }: Running, now: number) {
  const spent = secondsBefore + Math.max(0, (now - stepBeganAt) / 1000)
  return { left: minutes * 60 - spent, tone: overtimeOf(spent, minutes, timer) }
}
