import type { Database } from 'better-sqlite3'

/** So long after the last change, and at the latest so long after the first. */
const QUIET_MS = 5_000
const LONGEST_MS = 30_000

interface Waiting {
  timer: NodeJS.Timeout
  since: number
}

const waiting = new WeakMap<Database, Waiting>()

/**
 * What was deleted or written over is zeros in the database at once (`secure_delete`) and stays in the write-ahead log
 * until that is emptied. Every command's commit asks for it here.
 */
export function settleLater(database: Database): void {
  const before = waiting.get(database)
  const since = before?.since ?? performance.now()
  if (before) clearTimeout(before.timer)
  const pause = Math.max(0, Math.min(QUIET_MS, since + LONGEST_MS - performance.now()))
  const timer = setTimeout(() => {
    waiting.delete(database)
    if (database.open && !emptyLog(database)) settleLater(database)
  }, pause)
  timer.unref()
  waiting.set(database, { timer, since })
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
