import { addDays } from '../../../shared/domain/business-day.ts'
import type { Call } from '../handlers.ts'
import { type Exchanged, listWithOthers } from './thanks-repository.ts'
import { readThanksValues } from './thanks-values.ts'

/** The day itself and the six before it. */
const PAIR_DAYS = 7

/** The first day whose praise counts with that of `day`. */
export const firstDayWith = (day: string) => addDays(day, 1 - PAIR_DAYS)

/** Public cards of the person and to them, from `firstDayWith(from)` on. Private ones are nobody else's. */
export function readExchanged(
  { database }: Pick<Call, 'database'>,
  { person, from, to }: { person: number; from: string; to: string },
): Exchanged[] {
  return listWithOthers(database, { person, from: firstDayWith(from), to })
}

/**
 * With whom more public praise was exchanged within seven days than cards are allowed, each of the two at least once, the
 * most of them once each. Days from `from` on; what was given in the week before counts with the first of them.
 */
export function pairsAmong(
  { ports }: Pick<Call, 'ports'>,
  all: readonly Exchanged[],
  from: string,
): { other: number; count: number }[] {
  const most = readThanksValues(ports.content).limits.pair_in_seven_days
  const counts = new Map<number, number>()
  for (const { other, on } of all) {
    if (on < from) continue
    const since = firstDayWith(on)
    const week = all.filter((one) => one.other === other && one.on >= since && one.on <= on)
    const isMutual = week.some(({ isGiven }) => isGiven === 1) && week.some(({ isGiven }) => isGiven === 0)
    if (isMutual) counts.set(other, Math.max(week.length, counts.get(other) ?? 0))
  }
  return [...counts].filter(([, count]) => count > most).map(([other, count]) => ({ other, count }))
}
