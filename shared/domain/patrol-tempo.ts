/** One entry of a round: who answered which item when (milliseconds from the round's opening). */
export interface Entry {
  itemNo: number
  by: number | null
  at: number
}

export interface Tempo {
  minutes: number
  /** Shortest time anybody needed for thirty answers in a row; null where nobody gave thirty. */
  fastestThirtySeconds: number | null
  seconds: Map<number, number>
}

const RUN = 30
/** A pause longer than this is a pause, not time spent on an item. */
const LONGEST_PAUSE_MS = 600_000

/** Time per item is the time since the same person's previous entry. Entries are in order of `at`. */
export function tempoOf(entries: readonly Entry[]): Tempo {
  const last = new Map<number | null, number>()
  const byPerson = new Map<number | null, number[]>()
  const seconds = new Map<number, number>()
  for (const { itemNo, by, at } of entries) {
    const since = at - (last.get(by) ?? at)
    if (since <= LONGEST_PAUSE_MS) seconds.set(itemNo, (seconds.get(itemNo) ?? 0) + since / 1000)
    last.set(by, at)
    byPerson.set(by, [...(byPerson.get(by) ?? []), at])
  }
  const first = entries[0]?.at ?? 0
  const runs = [...byPerson.values()].flatMap((times) =>
    times.slice(RUN - 1).map((end, index) => (end - (times[index] ?? end)) / 1000),
  )
  return {
    minutes: ((entries.at(-1)?.at ?? first) - first) / 60_000,
    fastestThirtySeconds: runs.length > 0 ? Math.min(...runs) : null,
    seconds,
  }
}

export const TEMPO_DOUBTS = ['run', 'round'] as const
export type TempoDoubt = (typeof TEMPO_DOUBTS)[number]

/**
 * A tempo nobody can walk: a whole round in a quarter of its planned time, or thirty answers in under half a minute.
 * Null where there is nothing to ask.
 */
export function tempoDoubt(
  { minutes, fastestThirtySeconds }: Tempo,
  plannedMinutes: number,
  answered: number,
): TempoDoubt | null {
  if (answered < RUN) return null
  if (minutes < plannedMinutes / 4) return 'round'
  return (fastestThirtySeconds ?? Number.POSITIVE_INFINITY) < RUN ? 'run' : null
}
