import { addDays } from '../../../shared/domain/business-day.ts'
import type { Call } from '../handlers.ts'
import { listWithOthers } from './thanks-repository.ts'
import { readThanksValues } from './thanks-values.ts'

/** The day itself and the six before it. */
const PAIR_DAYS = 7

/**
 * With whom the person exchanged more public cards within seven days than the limit allows, the most of them once each.
 * Days both included; cards of the week before count with those of the first days. Private ones are nobody else's.
 */
export function readPairs(
  { database, ports }: Pick<Call, 'database' | 'ports'>,
  { person, from, to }: { person: number; from: string; to: string },
): { other: number; count: number }[] {
  const most = readThanksValues(ports.content).limits.pair_in_seven_days
  const cards = listWithOthers(database, { person, from: addDays(from, 1 - PAIR_DAYS), to })
  const counts = new Map<number, number>()
  for (const { other, on } of cards) {
    if (on < from) continue
    const since = addDays(on, 1 - PAIR_DAYS)
    const count = cards.filter((one) => one.other === other && one.on >= since && one.on <= on).length
    counts.set(other, Math.max(count, counts.get(other) ?? 0))
  }
  return [...counts].filter(([, count]) => count > most).map(([other, count]) => ({ other, count }))
}
