/** Items that failed again at most `days` days after an earlier fail; both fails lie in the rows given. */
export function repeatedWithin(
  rows: readonly { on: string; item: string; fails: number }[],
  days: number,
): Set<string> {
  const last = new Map<string, number>()
  const repeated = new Set<string>()
  const failed = rows.filter(({ fails }) => fails > 0).sort((a, b) => a.on.localeCompare(b.on))
  for (const { on, item, fails } of failed) {
    const day = Date.parse(`${on}T00:00:00Z`) / 86_400_000
    const before = last.get(item)
    if (fails > 1 || (before !== undefined && day - before <= days)) repeated.add(item)
    last.set(item, day)
  }
  return repeated
}
