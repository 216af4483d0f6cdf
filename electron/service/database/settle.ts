import type { Database } from 'better-sqlite3'

/** So long after the last change, and at the latest so long after the first. */
const QUIET_MS = 5_000
const LONGEST_MS = 30_000

interface Waiting {
  first: number
  last: number
}

const waiting = new WeakMap<Database, Waiting>()

/**
 * What was deleted or written over is zeros in the database at once (`secure_delete`) and stays in the write-ahead log
 * until that is emptied. Every command's commit asks for it here.
 */
export function settleLater(database: Database): void {
  const now = performance.now()
  const before = waiting.get(database)
  if (before) {
    before.last = now
    return
  }
  const changes = { first: now, last: now }
  waiting.set(database, changes)
  settleIn(QUIET_MS, database, changes)
}

function settleIn(pause: number, database: Database, changes: Waiting): void {
  setTimeout(() => {
    const left = Math.min(changes.last + QUIET_MS, changes.first + LONGEST_MS) - performance.now()
    if (left > 0) return settleIn(left, database, changes)
    waiting.delete(database)
    if (database.open && !emptyLog(database)) settleLater(database)
  }, pause).unref()
}

/** False where somebody reads, a backup for instance: nobody waits for that, it is tried again. */
function emptyLog(database: Database): boolean {
  if (database.inTransaction) return false
  const patience = database.pragma('busy_timeout', { simple: true })
  database.pragma('busy_timeout = 0')
  try {
    const [{ busy }] = database.pragma('wal_checkpoint(TRUNCATE)') as [{ busy: number }]
    return busy === 0
  } catch {
    return false
  } finally {
    database.pragma(`busy_timeout = ${String(patience)}`)
  }
}
