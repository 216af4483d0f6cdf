import { appendFileSync } from 'node:fs'

/** Long runs are for the night before a release: `npm run proof:long`. */
export const IS_LONG = process.env.CHENXUN_PROOF === 'long'

export interface Proof {
  /** As in the list of promises, `D1`. */
  id: string
  /** Cycles, injections, cells, files: what was tried. */
  runs: number
  bad: number
  limit?: number
}

/** How often a proof is tried: shortened in `npm test`. */
export function times(short: number, long: number): number {
  return IS_LONG ? long : short
}

/** For vitest and Playwright alike. Notes a figure for the table of `npm run proof` and fails where it is over its limit. */
export function proved({ id, runs, bad, limit = 0 }: Proof): void {
  const file = process.env.CHENXUN_PROOF_RESULTS
  if (file) appendFileSync(file, `${JSON.stringify({ id, runs, bad, limit, ok: runs > 0 && bad <= limit })}\n`)
  if (runs === 0) throw new Error(`${id} tried nothing`)
  if (bad > limit) throw new Error(`${id}: ${bad} of ${runs} are bad, the limit is ${limit}`)
}
