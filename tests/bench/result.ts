export interface Result {
  name: string
  ours: number
  bare: number
  unit: string
  ratio: number
  limit: number
  limitOf: 'ratio' | 'ours'
  ok: boolean
}

/** `bare` is 0 where there is no bare part to set beside ours. */
export function result(
  name: string,
  ours: number,
  bare: number,
  limit: number,
  limitOf: Result['limitOf'],
  unit = 'ms',
): Result {
  const ratio = bare > 0 ? ours / bare : 0
  const round = (value: number) => Math.round(value * 1000) / 1000
  const ok = (limitOf === 'ratio' ? ratio : ours) <= limit
  return { name, ours: round(ours), bare: round(bare), unit, ratio: round(ratio), limit, limitOf, ok }
}

export function print(results: readonly Result[], isJson: boolean): void {
  if (isJson) {
    console.log(JSON.stringify(results))
    return
  }
  for (const { name, ours, bare, unit, ratio, limit, limitOf, ok } of results) {
    const beside = bare > 0 ? `bare ${bare} ${unit}, ratio ${ratio}` : ''
    console.log(
      `${ok ? 'ok  ' : 'OVER'} ${name.padEnd(48)} ${String(ours).padStart(9)} ${unit.padEnd(8)} ${limitOf} ≤ ${limit}  ${beside}`,
    )
  }
}
