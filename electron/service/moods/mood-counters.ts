import type { Database } from 'better-sqlite3'
import { MOOD_FLOOR } from '../../../shared/domain/mood-publication.ts'
import type { Call } from '../handlers.ts'
import { addToCounter, findSeries } from './mood-repository.ts'
import { weekOf } from './mood-sealing.ts'

interface CountedDay {
  on: string
  series: number
  /** Who has answered today: in memory alone, for the life of the service. */
  answered: Set<number>
  /** By level 1 … 5; not yet on disk. */
  waiting: number[]
}

const days = new WeakMap<Database, CountedDay>()

type Reading = Pick<Call, 'database'>

/**
 * A series of counters writes nothing when somebody answers: a page of the database between two sign-ins would say who
 * had said what. Answers wait in memory and reach the disk together, five or more at once, when the day is over or the
 * console shuts down; fewer are dropped. A crash loses the answers of the day and with them who had answered, so that
 * nobody counts twice and no batch is ever smaller than five.
 */
export function hasCounted({ database }: Reading, on: string, series: number, staffId: number): boolean {
  const day = days.get(database)
  return day?.on === on && day.series === series && day.answered.has(staffId)
}

export function countAnswer({ database }: Reading, on: string, series: number, staffId: number, level: number): void {
  let day = days.get(database)
  if (day?.on !== on || day.series !== series) {
    day = { on, series, answered: new Set(), waiting: [0, 0, 0, 0, 0] }
    days.set(database, day)
  }
  day.answered.add(staffId)
  day.waiting[level - 1] = (day.waiting[level - 1] ?? 0) + 1
}

export function hasWaitingCounts({ database }: Reading): boolean {
  return (days.get(database)?.waiting ?? []).some((count) => count > 0)
}

/** The day whose answers wait, if any do. */
export function waitingDay({ database }: Reading): string | null {
  return hasWaitingCounts({ database }) ? (days.get(database)?.on ?? null) : null
}

/** Inside a transaction of its own kind, never in that of an answer. Those of a closed day that are too few are dropped. */
export function keepCounts({ database }: Reading, isDayOver: boolean): void {
  const day = days.get(database)
  if (!day) return
  const total = day.waiting.reduce((sum, count) => sum + count, 0)
  const isEnough = total >= MOOD_FLOOR
  if (isEnough) {
    for (const [index, count] of day.waiting.entries()) {
      if (count > 0) addToCounter(database, day.series, weekOf(day.on), index + 1, count)
    }
  }
  if (isEnough || isDayOver) day.waiting = [0, 0, 0, 0, 0]
  if (isDayOver) days.delete(database)
}

/** When the console shuts down: the PC is switched off before the day turns. */
export function keepCountsAtEnd(database: Database): void {
  if (!database.open || !hasWaitingCounts({ database }) || findSeries(database) === null) return
  database.transaction(() => keepCounts({ database }, true)).immediate()
}
