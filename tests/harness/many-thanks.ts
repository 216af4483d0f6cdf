import type { Database } from 'better-sqlite3'
import { businessDay, DEFAULT_ZONE } from '../../shared/domain/business-day.ts'

interface ManyThanks {
  count: number
  /** UTC milliseconds; the cards lie evenly between these. */
  from: number
  till: number
  staff: readonly number[]
}

const PRIVATE_EVERY = 7

/** Rows of a long life, written past the limits of a day. */
export function insertManyThanks(database: Database, { count, from, till, staff }: ManyThanks): void {
  const card = database.prepare(
    `INSERT INTO thanks (uid, giver, receiver, words, search, value, is_private, "on", at)
     VALUES (?, ?, ?, '替我守了一上午窗口', '替我守了一上午窗口 tiwoshoule twsl', 'together', ?, ?, ?)`,
  )
  database.transaction(() => {
    for (let index = 0; index < count; index++) {
      const at = from + Math.floor(((till - from) * index) / count)
      const giver = staff[index % staff.length]
      const receiver = staff[(index + 1) % staff.length]
      const uid = `00000000-0000-7000-9000-${String(index).padStart(12, '0')}`
      card.run(uid, giver, receiver, Number(index % PRIVATE_EVERY === 0), businessDay(at, DEFAULT_ZONE), at)
    }
  })()
}
