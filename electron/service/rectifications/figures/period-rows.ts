import type { Severity } from '../../../../shared/contract/checklists.ts'
import { DAY_MS } from '../../../../shared/domain/business-day.ts'
import { OPEN_STATES, UNFIXED_STATES } from '../../../../shared/domain/task-states.ts'
import { statement } from '../../database/statements.ts'
import type { Call } from '../../handlers.ts'
import { STRUCK_OFF } from '../rectification-repository.ts'
import { RETURNS, returnSpan } from '../returned-tasks.ts'

const quoted = (states: readonly string[]) => states.map((state) => `'${state}'`).join(', ')

/** Every statement of the figures; each finds its rows by an index, however many years lie in the file. */
export const FIGURE_ROWS = {
  found: `SELECT found_at AS foundAt, item_no AS itemNo, cause FROM rectification
    WHERE found_at >= @start AND found_at < @end AND state <> 'void'`,
  done: `SELECT ${STRUCK_OFF} AS doneAt, coalesce(done_at, ${STRUCK_OFF}) - coalesce(reopened_at, found_at) AS fixMs, severity
    FROM rectification WHERE ${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end AND state <> 'void'`,
  open: `SELECT found_at AS foundAt, due_at < @now AND state IN (${quoted(UNFIXED_STATES)}) AS isOverdue
    FROM rectification WHERE state IN (${quoted(OPEN_STATES)})`,
  openBefore: `SELECT
      (SELECT count(*) FROM rectification WHERE ${STRUCK_OFF} IS NULL AND found_at < @start AND state <> 'void') +
      (SELECT count(*) FROM rectification WHERE ${STRUCK_OFF} >= @start AND found_at < @start AND state <> 'void')`,
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

export function listOpen(call: Call): { foundAt: number; isOverdue: boolean }[] {
  const rows = statement(call.database, FIGURE_ROWS.open).all({ now: call.now })
  return (rows as { foundAt: number; isOverdue: number }[]).map((row) => ({ ...row, isOverdue: row.isOverdue === 1 }))
}

/** Found before a moment and not struck off by then. */
export function countOpenBefore(call: Call, start: number): number {
  return Number(statement(call.database, FIGURE_ROWS.openBefore).pluck().get({ start }))
}

export function listReturns(call: Call, from: string, to: string): ReturnRow[] {
  const span = returnSpan(call, { from, to, within: 180 })
  return statement(call.database, FIGURE_ROWS.returns).all(span) as ReturnRow[]
}
