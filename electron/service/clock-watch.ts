import { z } from 'zod'
import { statement } from './database/statements.ts'
import type { Ports } from './ports.ts'
import { readSetting, writeSetting } from './settings/index.ts'

const SEEN_AT = 'clock.seenAt'
/** Time services turn a clock back by seconds; nobody needs to hear of it. */
const BACK_MS = 60_000
const FORWARD_MS = 24 * 3_600_000

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

/** Of the last close, or of the last audit entry after a kill: whichever is later in the chain of events. */
function lastSeen({ database }: Ports): number | undefined {
  const entry = statement(database, 'SELECT at FROM audit_entry ORDER BY sequence DESC LIMIT 1').pluck().get()
  const closed = readSetting(database, SEEN_AT, z.number().default(0))
  const seen = Math.max(Number(entry ?? 0), closed)
  return seen > 0 ? seen : undefined
}
