import type { Database } from 'better-sqlite3'
import { triesLeft, waitAfter } from '../../../shared/domain/pin-tries.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'

/** Ends of waits by whom they are for, on the steady clock. Only their lengths are on disk. */
const endings = new WeakMap<Database, Map<string, number>>()

type Timed = Pick<Call, 'database' | 'ports'>

function endsOf(database: Database): Map<string, number> {
  const ends = endings.get(database) ?? new Map<string, number>()
  endings.set(database, ends)
  return ends
}

/**
 * Milliseconds still to wait. A wait that a restart cut short begins anew: a clock set forward while the console was
 * closed lifts nothing, one set back makes nothing eternal.
 */
export function waitLeft({ database, ports }: Timed, whom: string, waitMs: number): number {
  const ends = endsOf(database)
  if (waitMs === 0) {
    ends.delete(whom)
    return 0
  }
  const now = ports.steady.now()
  const end = ends.get(whom) ?? now + waitMs
  ends.set(whom, end)
  return Math.max(end - now, 0)
}

export interface Miss {
  failedTries: number
  waitMs: number
  triesLeft: number
}

/** What one more wrong try costs; the wait begins once it is on disk. */
export function missed(call: Call, whom: string, failedBefore: number): Miss {
  const failedTries = failedBefore + 1
  const waitMs = waitAfter(failedTries)
  const end = call.ports.steady.now() + waitMs
  if (waitMs > 0) call.afterCommit(() => endsOf(call.database).set(whom, end))
  return { failedTries, waitMs, triesLeft: triesLeft(failedTries) }
}

interface Waiting {
  whom: string
  wait: number
}

function listWaiting(database: Database): Waiting[] {
  return statement(
    database,
    `SELECT 'staff/' || staff_id AS whom, wait_ms AS wait FROM credential WHERE wait_ms > 0
     UNION ALL SELECT 'recovery', wait_ms FROM recovery WHERE wait_ms > 0`,
  ).all() as Waiting[]
}

/** Begins the waits of an earlier run, and says whether one of them is over. */
export function hasEndedWaits(call: Timed): boolean {
  return listWaiting(call.database).filter(({ whom, wait }) => waitLeft(call, whom, wait) === 0).length > 0
}

/** Waits that are over are not begun anew by the next start. */
export function endWaits(call: Call): { done: true } {
  for (const { whom, wait } of listWaiting(call.database)) {
    if (waitLeft(call, whom, wait) > 0) continue
    if (whom === 'recovery') statement(call.database, 'UPDATE recovery SET wait_ms = 0').run()
    else statement(call.database, "UPDATE credential SET wait_ms = 0 WHERE 'staff/' || staff_id = ?").run(whom)
  }
  return { done: true }
}
