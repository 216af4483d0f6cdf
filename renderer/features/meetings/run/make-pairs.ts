interface Pair {
  a: string
  b: string
}

/** Neighbours by two, turned by `turn` so that pairs change; with an odd number the last joins the first. */
export function makePairs(people: readonly string[], turn: number): Pair[] {
  if (people.length < 2) return []
  const shift = turn % people.length
  const ring = [...people.slice(shift), ...people.slice(0, shift)]
  const pairs: Pair[] = []
  for (let index = 0; index + 1 < ring.length; index += 2) {
    pairs.push({ a: ring[index] ?? '', b: ring[index + 1] ?? '' })
  }
  const [first] = ring
  const last = ring.at(-1)
  if (ring.length % 2 === 1 && first && last) pairs.push({ a: last, b: first })
  return pairs
}
