import type { EvidenceFact, EvidenceRecord, KnownSource } from '../../../shared/contract/award-evidence.ts'
import type { Severity } from '../../../shared/contract/checklists.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { STRUCK_OFF } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'
import { BLANK, type EvidenceReader, rate, type Scope } from './evidence-reader.ts'

const HOUR_MS = 3_600_000

interface TaskRow {
  uid: string
  no: string
  description: string
  severity: Severity
  /** When it was found, or last came back. */
  since: number
  done_at: number
  due_at: number
  waited_ms: number
  ended_at: number
}

interface LookBackRow extends TaskRow {
  on: string
  result: 'pass' | 'fail'
}

/** In half of the time that there was, not on the spot, sent back by nobody, never back, and clean at every look back so far. */
const IS_FAST = `reopened_at IS NULL AND done_at > found_at AND (done_at - found_at - waited_ms) * 2 <= due_at - found_at
  AND NOT EXISTS (SELECT 1 FROM rectification_event event WHERE event.rectification_id = task.id
    AND event.to_state = 'returned')
  AND NOT EXISTS (SELECT 1 FROM rectification_look_back back WHERE back.rectification_id = task.id
    AND back.result = 'fail')`
/** Nobody knows how much of the waiting came before a return: there none is taken off. */
const COLUMNS = `uid, no, description, severity, coalesce(reopened_at, found_at) AS since, done_at, due_at,
  iif(reopened_at IS NULL, waited_ms, 0) AS waited_ms, ${STRUCK_OFF} AS ended_at`
const STANDS = `${STRUCK_OFF} >= @start AND ${STRUCK_OFF} < @end AND state <> 'void' AND done_at IS NOT NULL`
const FINDS = `(@words = '' OR EXISTS (SELECT 1 FROM rectification_search search
  WHERE search.rectification_id = task.id AND instr(search.text, @words) > 0))`
const NEWEST = `ORDER BY ${STRUCK_OFF} DESC, id DESC LIMIT @limit`
const OF = { person: 'owner_staff = @staff AND', outlet: '' } as const
type Whose = keyof typeof OF

const done = (whose: Whose, more: string) =>
  `SELECT ${COLUMNS} FROM rectification task WHERE ${OF[whose]} ${STANDS} AND ${FINDS} ${more} ${NEWEST}`
const looks = (whose: Whose) => {
  const from =
    whose === 'person'
      ? 'rectification task CROSS JOIN rectification_look_back back ON back.rectification_id = task.id'
      : 'rectification_look_back back CROSS JOIN rectification task ON task.id = back.rectification_id'
  return `FROM ${from} WHERE ${OF[whose]} back.result IS NOT NULL AND back."on" BETWEEN @from AND @to AND state <> 'void'`
}

export const TASK_EVIDENCE = {
  person: {
    all: done('person', ''),
    fast: done('person', `AND ${IS_FAST}`),
    slow: done('person', `AND NOT (${IS_FAST})`),
    total: `SELECT count(*) AS of, coalesce(sum(done_at <= due_at), 0) AS part FROM rectification
      WHERE owner_staff = @staff AND ${STANDS}`,
    fastTotal: `SELECT count(*) FROM rectification task WHERE owner_staff = @staff AND ${STANDS} AND ${IS_FAST}`,
    looks: `SELECT ${COLUMNS}, back."on", back.result ${looks('person')} AND ${FINDS}
      ORDER BY back."on" DESC, task.id DESC LIMIT @limit`,
    looksTotal: `SELECT count(*) AS of, coalesce(sum(back.result = 'pass'), 0) AS part ${looks('person')}`,
  },
  outlet: {
    all: done('outlet', ''),
    fast: done('outlet', `AND ${IS_FAST}`),
    slow: done('outlet', `AND NOT (${IS_FAST})`),
    total: `SELECT count(*) AS of, coalesce(sum(done_at <= due_at), 0) AS part FROM rectification WHERE ${STANDS}`,
    fastTotal: `SELECT count(*) FROM rectification task WHERE ${STANDS} AND ${IS_FAST}`,
    looks: `SELECT ${COLUMNS}, back."on", back.result ${looks('outlet')} AND ${FINDS}
      ORDER BY back."on" DESC, task.id DESC LIMIT @limit`,
    looksTotal: `SELECT count(*) AS of, coalesce(sum(back.result = 'pass'), 0) AS part ${looks('outlet')}`,
  },
} as const

const sqlOf = ({ staff }: Scope) => TASK_EVIDENCE[staff ? 'person' : 'outlet']
const inputOf = ({ staff, start, end, words, limit }: Scope) => ({
  start,
  end,
  words,
  limit,
  ...(staff && { staff: staff.id }),
})
const spanOf = ({ staff, start, end }: Scope) => ({ start, end, ...(staff && { staff: staff.id }) })

/** Tasks of the owner that were struck off in the period, far ahead of their time. */
export const fastFixes: EvidenceReader = {
  sources: ['task.fast-fix'],
  subjects: ['person', 'outlet'],
  records(scope) {
    const rows = statement(scope.call.database, sqlOf(scope).fast).all(inputOf(scope)) as TaskRow[]
    return rows.map((row) => taskRecord(row, scope.zone, 'task.fast-fix', 'fixed-fast'))
  },
  totals(scope) {
    const value = Number(statement(scope.call.database, sqlOf(scope).fastTotal).pluck().get(spanOf(scope)))
    return value > 0 ? [{ source: 'task.fast-fix', figure: { unit: 'count', value, part: null, of: null } }] : []
  },
}

/** Counted as in the ledger: of those struck off, done by their due time. What is listed as fast is not listed twice. */
export const tasksInTime: EvidenceReader = {
  sources: ['task.ontime'],
  subjects: ['person', 'outlet'],
  records(scope) {
    const sql = sqlOf(scope)[scope.sources.has('task.fast-fix') ? 'slow' : 'all']
    const rows = statement(scope.call.database, sql).all(inputOf(scope)) as TaskRow[]
    return rows.map((row) => taskRecord(row, scope.zone, 'task.ontime', factOf(row)))
  },
  totals(scope) {
    const { part, of } = statement(scope.call.database, sqlOf(scope).total).get(spanOf(scope)) as Share
    return of > 0 ? [{ source: 'task.ontime', figure: rate(part, of) }] : []
  },
}

export const lookBacks: EvidenceReader = {
  sources: ['task.lookback'],
  subjects: ['person', 'outlet'],
  records({ call, staff, from, to, words, limit, zone }) {
    const sql = TASK_EVIDENCE[staff ? 'person' : 'outlet'].looks
    const input = { from, to, words, limit, ...(staff && { staff: staff.id }) }
    return (statement(call.database, sql).all(input) as LookBackRow[]).map((row) => ({
      ...taskRecord(row, zone, 'task.lookback', row.result === 'pass' ? 'look-back-passed' : 'look-back-failed'),
      on: row.on,
      figure: null,
    }))
  },
  totals({ call, staff, from, to }) {
    const sql = TASK_EVIDENCE[staff ? 'person' : 'outlet'].looksTotal
    const { part, of } = statement(call.database, sql).get({ from, to, ...(staff && { staff: staff.id }) }) as Share
    return of > 0 ? [{ source: 'task.lookback', figure: rate(part, of) }] : []
  },
}

interface Share {
  part: number
  of: number
}

/** A task that was struck off; null while it is open. */
export function findTask(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(
    call.database,
    `SELECT ${COLUMNS}, (${IS_FAST}) AS is_fast FROM rectification task
     WHERE uid = ? AND state <> 'void' AND done_at IS NOT NULL AND ${STRUCK_OFF} IS NOT NULL`,
  ).get(uid) as (TaskRow & { is_fast: number }) | undefined
  if (!row) return null
  const zone = readZone(call.database)
  return row.is_fast === 1
    ? taskRecord(row, zone, 'task.fast-fix', 'fixed-fast')
    : taskRecord(row, zone, 'task.ontime', factOf(row))
}

const factOf = ({ done_at, due_at }: TaskRow): EvidenceFact => (done_at <= due_at ? 'task-in-time' : 'task-late')

function taskRecord(row: TaskRow, zone: string, source: KnownSource, fact: EvidenceFact): EvidenceRecord {
  const hours = (ms: number) => Math.round((ms / HOUR_MS) * 10) / 10
  const [value, of] = [hours(row.done_at - row.since - row.waited_ms), hours(row.due_at - row.since)]
  return {
    ...BLANK,
    source,
    record: { kind: 'rectification', uid: row.uid },
    on: businessDay(row.ended_at, zone),
    fact,
    no: row.no,
    severity: row.severity,
    words: row.description,
    figure: { unit: 'hours', value, part: null, of },
  }
}
