import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { businessDay, instantOf } from '../../../shared/domain/business-day.ts'
import { UNFIXED_STATES } from '../../../shared/domain/task-states.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'
import { openAt, openWithin } from './open-at.ts'
import { afterPhotosOf, beforePhotosOf } from './photos-of-events.ts'
import { contractTask } from './read-tasks.ts'
import {
  listEvents,
  listLookBacks,
  type RectificationRow,
  STRUCK_OFF,
  selectTasks,
} from './rectification-repository.ts'
import { spreadCounts } from './spread-checks/read-spread-checks.ts'

const MOST_ROWS = 5000

export interface LedgerRow extends Rectification {
  temporaryMeasure: string | null
  prevention: string | null
  costFen: number | null
  containDueAt: number | null
  closedAt: number | null
  beforePhotos: number
  afterPhotos: number
  lookBacks: { on: string; result: 'pass' | 'fail' | null }[]
  note: string | null
  extensions: number
  extensionReason: string | null
  spread: ReturnType<typeof spreadCounts>
}

/** Tasks open at any time in a span of days, or found in it; withdrawn ones apart. */
export function listLedger(call: Call, from: string, to: string): LedgerRow[] {
  const span = spanOf(call, from, to)
  return selectTasks(
    call.database,
    `WHERE ${openWithin('@start', '@end')} AND state <> 'void'
     ORDER BY found_at, id LIMIT ${MOST_ROWS}`,
    span,
  ).map((row) => ledgerRow(call, row, from))
}

export interface LedgerCounts {
  all: number
  found: number
  done: number
  onTime: number
  judged: number
  open: number
  overdue: number
  repeats: number
}

/** Counts of a month; open and overdue are those at its end, or now while it lasts. */
export function countLedger(call: Call, from: string, to: string): LedgerCounts {
  const { start, end } = spanOf(call, from, to)
  const at = Math.min(end, call.now)
  const unfixed = UNFIXED_STATES.map((state) => `'${state}'`).join(', ')
  const row = statement(
    call.database,
    `SELECT count(*) AS "all", sum(found_at >= @start) AS found,
       sum(${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end) AS done,
       sum(${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end AND done_at <= due_at) AS onTime,
       sum((${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end) OR
         (due_at < @at AND (done_at IS NULL AND state IN (${unfixed}) OR done_at >= @end))) AS judged,
       sum(${openAt('@end')}) AS open,
       sum(due_at < @at AND (done_at IS NULL OR done_at >= @end) AND ${openAt('@end')}) AS overdue,
       sum(found_at >= @start AND occurrence > 1) AS repeats
     FROM rectification
     WHERE ${openWithin('@start', '@end')} AND state <> 'void'`,
  ).get({ start, end, at }) as Record<keyof LedgerCounts, number | null>
  return Object.fromEntries(Object.entries(row).map(([name, value]) => [name, value ?? 0])) as unknown as LedgerCounts
}

/** Look-backs are those of the fix that stands, and of the days told about. */
function ledgerRow(call: Call, row: RectificationRow, from: string): LedgerRow {
  const events = listEvents(call.database, row.id)
  const cameBackOn = row.reopened_at === null ? '' : businessDay(row.reopened_at, readZone(call.database))
  return {
    ...contractTask(call, row),
    temporaryMeasure: temporaryOf(row),
    prevention: row.prevention,
    costFen: row.cost_fen,
    containDueAt: row.contain_due_at,
    closedAt: row.closed_at,
    extensions: row.extensions,
    extensionReason: row.extension_reason,
    spread: spreadCounts(call, row.id),
    beforePhotos: beforePhotosOf(events).length,
    afterPhotos: afterPhotosOf(events).length,
    lookBacks: listLookBacks(call.database, row.id)
      .filter(({ on }) => on >= from || on >= cameBackOn)
      .map(({ on, result }) => ({ on, result })),
    note: row.extra ? ((JSON.parse(row.extra) as { note?: string }).note ?? null) : null,
  }
}

/** What helped meanwhile, and what was restored at once where the measure is another. */
function temporaryOf({ temporary_measure, restored, measure }: RectificationRow): string | null {
  const parts = [temporary_measure, restored === (measure ?? restored) ? null : restored].filter(Boolean)
  return parts.length > 0 ? parts.join('；') : null
}

function spanOf(call: Call, from: string, to: string) {
  const zone = readZone(call.database)
  return { start: instantOf(from, 0, zone), end: instantOf(to, 24 * 60, zone) }
}
