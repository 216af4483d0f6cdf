const HIGHEST_PART = 999
const LOWEST_PART = 1

/**
 * A rate 0…1 as a percentage with one place, to the nearest: 15/16 is 93.8. Only a whole is 100.0 and only nothing is
 * 0.0: 99.96 % reads 99.9. The tiny addend undoes binary dust. The one rule for every rate that is shown.
 */
export function ratePercent(rate: number): number {
  if (rate <= 0 || rate >= 1) return Math.round(rate * 1000) / 10
  return Math.min(HIGHEST_PART, Math.max(LOWEST_PART, Math.round(rate * 1000 + 1e-9))) / 10
}

/** `98.1%`; a dash where nothing was counted. */
export function formatRate(rate: number | null): string {
  return rate === null ? '—' : `${ratePercent(rate).toFixed(1)}%`
}
