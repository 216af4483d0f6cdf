import type { Severity } from '../../../../shared/contract/checklists.ts'
import { DAY_MS } from '../../../../shared/domain/business-day.ts'
import { OPEN_STATES, UNFIXED_STATES } from '../../../../shared/domain/task-states.ts'
import { statement } from '../../database/statements.ts'
import type { Call } from '../../handlers.ts'
import { OPEN_SINCE, STRUCK_OFF } from '../rectification-repository.ts'
import { RETURNS, returnSpan } from '../returned-tasks.ts'

const quoted = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

const OPEN = quoted(OPEN_STATES)

/** Every statement of the figures; each finds its rows by an index, however many years lie in the file. */
export const FIGURE_ROWS = {
  found: `SELECT found_at AS foundAt, item_no AS itemNo, cause FROM rectification
    WHERE found_at >= @start AND found_at < @end AND state <> 'void'`,
  done: `SELECT ${STRUCK_OFF} AS doneAt, coalesce(done_at, ${STRUCK_OFF}) - ${OPEN_SINCE} AS fixMs, severity
    FROM rectification WHERE ${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end AND state <> 'void'`,
  open: `SELECT ${OPEN_SINCE} AS since, due_at < @now AND state IN (${quoted(UNFIXED_STATES)}) AS isOverdue
    FROM rectification WHERE state IN (${OPEN})`,
  openBefore: `SELECT
      (SELECT count(*) FROM rectification WHERE ${STRUCK_OFF} IS NULL AND found_at < @start AND state <> 'void') +
      (SELECT count(*) FROM rectification WHERE ${STRUCK_OFF} >= @start AND found_at < @start AND state <> 'void')`,
  came: `SELECT task.id, task.found_at AS foundAt, ${STRUCK_OFF} AS struckAt, event.at,
      event.to_state IN (${OPEN}) AS isOpen
    FROM rectification AS task CROSS JOIN rectification_event AS event ON event.rectification_id = task.id
    WHERE (${STRUCK_OFF} IS NULL OR ${STRUCK_OFF} >= @start) AND task.reopened_at IS NOT NULL AND task.state <> 'void'
      AND (coalesce(event.from_state, '') IN (${OPEN})) <> (event.to_state IN (${OPEN}))
    ORDER BY +event.id`,
  // With max(at), SQLite takes 'since' from the row that holds the maximum.
  returns: `SELECT item AS itemNo, max(at) AS at, since, count(DISTINCT id) AS within180,
      count(DISTINCT iif(at - since <= ${7 * DAY_MS}, id, NULL)) AS within7
    FROM (${RETURNS}) WHERE at - since <= @within GROUP BY item`,
} as const

export interface Span {
  start: number
  end: number
}

export interface FoundRow {
  foundAt: number
  itemNo: number | null
  cause: string | null
}

export interface DoneRow {
  doneAt: number
  fixMs: number
  severity: Severity
}

/** What came back under one item: how many tasks, and the last time with the strike-off before it. */
export interface ReturnRow {
  itemNo: number
  at: number
  since: number
  within7: number
  within180: number
}

export const listFound = (call: Call, span: Span) => statement(call.database, FIGURE_ROWS.found).all(span) as FoundRow[]

export const listDone = (call: Call, span: Span) => statement(call.database, FIGURE_ROWS.done).all(span) as DoneRow[]

export function listOpen(call: Call): { since: number; isOverdue: boolean }[] {
  const rows = statement(call.database, FIGURE_ROWS.open).all({ now: call.now })
  return (rows as { since: number; isOverdue: number }[]).map((row) => ({ ...row, isOverdue: row.isOverdue === 1 }))
}

/** Found before a moment and not struck off since, whatever came of it in between. */
export function countOpenBefore(call: Call, start: number): number {
  return Number(statement(call.database, FIGURE_ROWS.openBefore).pluck().get({ start }))
}

/** A task that came back: its last strike-off, and since when it was open or not. */
export interface ReturnedTask {
  foundAt: number
  struckAt: number | null
  steps: { at: number; isOpen: boolean }[]
}

/** Tasks that came back and were not yet struck off for the last time at a moment. */
export function listReturned(call: Call, start: number): ReturnedTask[] {
  const rows = statement(call.database, FIGURE_ROWS.came).all({ start })
  const tasks = new Map<number, ReturnedTask>()
  for (const row of rows as { id: number; foundAt: number; struckAt: number | null; at: number; isOpen: number }[]) {
    const { id, foundAt, struckAt, at, isOpen } = row
    const task = tasks.get(id) ?? { foundAt, struckAt, steps: [] }
    task.steps.push({ at, isOpen: isOpen === 1 })
    tasks.set(id, task)
  }
  return [...tasks.values()]
}

/** How many of them were fixed at a moment, for a while. */
export function countFixedMeanwhile(tasks: readonly ReturnedTask[], at: number): number {
  return tasks.filter(
    ({ foundAt, struckAt, steps }) =>
      foundAt < at && (struckAt === null || struckAt >= at) && steps.findLast((step) => step.at < at)?.isOpen === false,
  ).length
}

export function listReturns(call: Call, from: string, to: string): ReturnRow[] {
  const span = returnSpan(call, { from, to, within: 180 })
  return statement(call.database, FIGURE_ROWS.returns).all(span) as ReturnRow[]
}
