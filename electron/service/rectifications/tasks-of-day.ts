import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { instantOf } from '../../../shared/domain/business-day.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { contractTask } from './read-tasks.ts'
import { selectTasks } from './rectification-repository.ts'
import { OPEN, UNFIXED } from './state-lists.ts'

export const DAY_SQL = {
  due: `WHERE state IN (${UNFIXED}) AND due_at >= @from AND due_at < @to`,
  lookBacks: `SELECT rectification_id FROM rectification_look_back WHERE "on" = ? AND result IS NULL LIMIT 200`,
  byOwner: `SELECT owner_staff AS staff, owner_queue AS queue, owner_text AS text, count(*) AS count,
      sum(due_at < @now AND state IN (${UNFIXED})) AS overdue
    FROM rectification WHERE state IN (${OPEN}) GROUP BY 1, 2, 3 ORDER BY 4 DESC LIMIT 60`,
}

/** Unfixed and due on these days, both inclusive, the soonest first. */
export function listTasksDue(
  call: Call,
  days: { from: string; to: string },
  limit: number,
): { tasks: Rectification[]; total: number } {
  const zone = readZone(call.database)
  const span = { from: instantOf(days.from, 0, zone), to: instantOf(days.to, 24 * 60, zone) }
  const total = Number(statement(call.database, `SELECT count(*) FROM rectification ${DAY_SQL.due}`).pluck().get(span))
  const rows = selectTasks(call.database, `${DAY_SQL.due} ORDER BY due_at, id LIMIT @limit`, { ...span, limit })
  return { tasks: rows.map((row) => contractTask(call, row)), total }
}

/** Tasks to be looked back on that day. */
export function listLookBacksDue(call: Call, on: string): Rectification[] {
  const ids = statement(call.database, DAY_SQL.lookBacks).pluck().all(on) as number[]
  return ids.flatMap((id) => selectTasks(call.database, 'WHERE id = @id', { id }).map((row) => contractTask(call, row)))
}

/** Open tasks by whoever has them, named once whether picked, typed or left to their post; most first. */
export function countOpenByOwner(
  call: Call,
): { person: string | null; queue: string | null; count: number; overdue: number }[] {
  const refs = staffRefs(call.database)
  const rows = statement(call.database, DAY_SQL.byOwner).all({ now: call.now }) as {
    staff: number | null
    queue: string | null
    text: string | null
    count: number
    overdue: number
  }[]
  const owners = new Map<string, { person: string | null; queue: string | null; count: number; overdue: number }>()
  for (const { staff, queue, text, count, overdue } of rows) {
    const person = refs.get(staff ?? 0)?.name ?? text
    const key = person === null ? `queue ${queue}` : `person ${person}`
    const before = owners.get(key) ?? { person, queue: person === null ? queue : null, count: 0, overdue: 0 }
    owners.set(key, { ...before, count: before.count + count, overdue: before.overdue + overdue })
  }
  return [...owners.values()].sort((a, b) => b.count - a.count)
}
