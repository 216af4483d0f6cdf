const WINDOW_MS = 60_000
export const MOST_DEATHS = 3

/** A service that dies three times in a minute will die again; then a person must decide. */
export function mayRestart(deaths: readonly number[], now: number): boolean {
  return deaths.filter((at) => now - at < WINDOW_MS).length < MOST_DEATHS
}
