/** A rate 0…1 as a percentage with one place, rounded down: 99.96 % is not 100 %. The tiny addend undoes binary dust. */
export function ratePercent(rate: number): number {
  return Math.floor(rate * 1000 + 1e-9) / 10
}

/** `98.1%`; a dash where nothing was counted. */
export function formatRate(rate: number | null): string {
  return rate === null ? '—' : `${ratePercent(rate).toFixed(1)}%`
}
