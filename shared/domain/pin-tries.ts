export const FREE_TRIES = 5
const LONGEST_WAIT_MINUTES = 15

/** Milliseconds to wait after so many failed tries in a row: none for four, then 1, 2, 4 … up to 15 minutes. */
export function waitAfter(failedTries: number): number {
  if (failedTries < FREE_TRIES) return 0
  return Math.min(2 ** (failedTries - FREE_TRIES), LONGEST_WAIT_MINUTES) * 60_000
}

export function triesLeft(failedTries: number): number {
  return Math.max(FREE_TRIES - failedTries, 0)
}
