import type { Severity } from '../../../../shared/contract/checklists.ts'
import { DAY_MS } from '../../../../shared/domain/business-day.ts'
import { statement } from '../../database/statements.ts'
import type { Call } from '../../handlers.ts'
import { OPEN_SINCE, STRUCK_OFF } from '../rectification-repository.ts'
import { RETURNS, returnSpan } from '../returned-tasks.ts'
import { OPEN, UNFIXED } from '../state-lists.ts'

/** Every statement of the figures; each finds its rows by an index, however many years lie in the file. */
export const FIGURE_ROWS = {
  found: `SELECT found_at AS foundAt, item_no AS itemNo, cause FROM rectification
    WHERE found_at >= @start AND found_at < @end AND state <> 'void'`,
  done: `SELECT ${STRUCK_OFF} AS doneAt, coalesce(done_at, ${STRUCK_OFF}) - ${OPEN_SINCE} AS fixMs, severity
    FROM rectification WHERE ${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end AND state <> 'void'`,
  open: `SELECT ${OPEN_SINCE} AS since, due_at < @now AND state IN (${UNFIXED}) AS isOverdue
    FROM rectification WHERE state IN (${OPEN})`,
  openBefore: `SELECT
      (SELECT count(*) FROM rectification WHERE ${STRUCK_OFF} IS NULL AND found_at < @start AND state <> 'void') +
      (SELECT count(*) FROM rectification WHERE ${STRUCK_OFF} >= @start AND found_at < @start AND state <> 'void')`,
  came: `SELECT task.id, event.id, event.at, event.to_state IN (${OPEN}), ${STRUCK_OFF}
    FROM rectification AS task CROSS JOIN rectification_event AS event ON event.rectification_id = task.id
    WHERE (${STRUCK_OFF} IS NULL OR ${STRUCK_OFF} >= @start) AND task.reopened_at IS NOT NULL AND task.state <> 'void'
      AND (coalesce(event.from_state, '') IN (${OPEN})) <> (event.to_state IN (${OPEN}))`,
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

/** Between two moments a task was fixed that came back afterwards. */
export interface FixedMeanwhile {
  from: number
  to: number
}

/** Of tasks that were not yet struck off for the last time at a moment. */
export function listFixedMeanwhile(call: Call, start: number): FixedMeanwhile[] {
  const steps = new Map<number, Step[]>()
  const rows = statement(call.database, FIGURE_ROWS.came).raw().iterate({ start }) as Iterable<[number, ...Step]>
  for (const [task, ...step] of rows) {
    const known = steps.get(task)
    if (known) known.push(step)
    else steps.set(task, [step])
  }
  return [...steps.values()].flatMap(fixedBetween)
}

/** Id, moment, whether it is open from then on, and the last strike-off of its task. */
type Step = [id: number, at: number, isOpen: 0 | 1, struckAt: number | null]

function fixedBetween(steps: Step[]): FixedMeanwhile[] {
  const spans: FixedMeanwhile[] = []
  let fixedAt: number | undefined
  for (const [, at, isOpen, struckAt] of steps.sort(([one], [other]) => one - other)) {
    if (isOpen === 0) fixedAt ??= at
    else if (fixedAt !== undefined) {
      // A return that a correction took back lies behind the last strike-off.
      if (struckAt === null || fixedAt < struckAt) spans.push({ from: fixedAt, to: at })
      fixedAt = undefined
    }
  }
  return spans
}

/** How many were fixed for a while just before a moment. */
export function countFixed(spans: readonly FixedMeanwhile[], at: number): number {
  let count = 0
  for (const { from, to } of spans) if (from < at && at <= to) count++
  return count
}

export function listReturns(call: Call, from: string, to: string): ReturnRow[] {
  const span = returnSpan(call, { from, to, within: 180 })
  return statement(call.database, FIGURE_ROWS.returns).all(span) as ReturnRow[]
}
