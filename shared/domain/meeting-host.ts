export interface Candidate {
  id: number
  isAbsent: boolean
}

/**
 * Who hosts next. Nobody twice in a row; whoever has hosted least this month comes first, so that everybody has within
 * the month; of those the one whose turn is longest ago. Absent ones are passed over.
 *
 * `earlier`: hosts of the kind, oldest first. `month`: `YYYY-MM` of the day asked for.
 */
export function nextHost(
  candidates: readonly Candidate[],
  earlier: readonly { on: string; host: number }[],
  month: string,
): number | null {
  const there = candidates.filter(({ isAbsent }) => !isAbsent)
  const last = earlier.at(-1)?.host
  const others = there.filter(({ id }) => id !== last)
  const pool = others.length > 0 ? others : there
  const times = (id: number) => earlier.filter(({ on, host }) => host === id && on.startsWith(month)).length
  const turn = (id: number) => earlier.findLastIndex(({ host }) => host === id)
  const sorted = [...pool].sort((a, b) => times(a.id) - times(b.id) || turn(a.id) - turn(b.id) || a.id - b.id)
  return sorted[0]?.id ?? null
}
