import { z } from 'zod'
import { businessDay, DAY_MS } from '../../shared/domain/business-day.ts'
import { statement } from './database/statements.ts'
import type { Ports } from './ports.ts'
import { readSetting, readZone, writeSetting } from './settings/index.ts'

const SEEN_AT = 'clock.seenAt'
/** Time services turn a clock back by seconds; nobody needs to hear of it. */
const BACK_MS = 60_000
const FORWARD_MS = DAY_MS
/** Longer than any holiday: a console shut for so long was away, or its clock runs ahead. */
const LONG_AWAY_MS = 14 * DAY_MS
const AHEAD_ON = 'clock.aheadOn'

export interface ClockJump {
  /** What the clock would have said, and what it says. */
  expected: number
  found: number
}

export interface ClockWatch {
  /** Back by more than a minute, or forward by more than a day since the last look, which the steady clock denies. */
  look(ports: Ports): ClockJump | undefined
  /** Notes when the console was last open. */
  close(ports: Ports): void
}

export function createClockWatch(): ClockWatch {
  let last: { wall: number; steady: number } | undefined

  /** Before the first look only a clock that stands before the records is known to be wrong. */
  function expectedNow(ports: Ports, steady: number): number | undefined {
    return last ? last.wall + steady - last.steady : lastSeen(ports)
  }

  return {
    look(ports) {
      const found = ports.clock.now()
      const steady = ports.steady.now()
      const expected = expectedNow(ports, steady)
      const isFirst = last === undefined
      last = { wall: found, steady }
      if (expected === undefined) return undefined
      const drift = found - expected
      if (drift > (isFirst ? LONG_AWAY_MS : FORWARD_MS))
        writeSetting(ports.database, AHEAD_ON, businessDay(found, readZone(ports.database)))
      return drift < -BACK_MS || (!isFirst && drift > FORWARD_MS) ? { expected, found } : undefined
    },
    close({ database, clock }) {
      try {
        writeSetting(database, SEEN_AT, clock.now())
      } catch {
        // A full disk must not keep the file open.
      }
    },
  }
}

/**
 * The day on which a clock was found far ahead. What cannot be undone waits for the next one: by then the day is borne
 * out, or the clock has been set right.
 */
export function isDayInDoubt({ database, today }: { database: Ports['database']; today: string }): boolean {
  return readSetting(database, AHEAD_ON, z.string().default('')) === today
}

/** Of the last close, or of the last audit entry after a kill: whichever is later in the chain of events. */
function lastSeen({ database }: Ports): number | undefined {
  const entry = statement(database, 'SELECT at FROM audit_entry ORDER BY sequence DESC LIMIT 1').pluck().get()
  const closed = readSetting(database, SEEN_AT, z.number().default(0))
  const seen = Math.max(Number(entry ?? 0), closed)
  return seen > 0 ? seen : undefined
}
