import type { EvidenceRecord, KnownSource } from '../../../shared/contract/award-evidence.ts'
import type { ComplaintTerm } from '../../../shared/contract/complaint-clocks.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { decideUntilOf } from '../rectifications/index.ts'
import { readZone } from '../settings/index.ts'
import { BLANK, count, type EvidenceReader, rate, type Scope } from './evidence-reader.ts'

interface ComplaintRow {
  uid: string
  no: string
  description: string
  received_at: number
  term: ComplaintTerm
  decided_at: number
  is_upheld: number | null
}

const MOST_COUNTED = 5000
const COLUMNS = 'task.uid, task.no, task.description, clock.received_at, clock.term, clock.decided_at, clock.is_upheld'
const FINDS = `(@words = '' OR EXISTS (SELECT 1 FROM rectification_search search
  WHERE search.rectification_id = task.id AND instr(search.text, @words) > 0))`

const SELECT = `SELECT ${COLUMNS} FROM complaint_clock clock CROSS JOIN rectification task ON task.id = clock.rectification_id`

/** Decided ones alone, by the day they were received. */
export const COMPLAINT_EVIDENCE = {
  rows: `${SELECT} WHERE clock.received_at >= @start AND clock.received_at < @end AND clock.decided_at IS NOT NULL
    AND task.state <> 'void' AND (@staff IS NULL OR task.owner_staff = @staff) AND ${FINDS}
    ORDER BY clock.received_at DESC LIMIT @limit`,
  one: `SELECT ${COLUMNS} FROM rectification task CROSS JOIN complaint_clock clock ON clock.rectification_id = task.id
    WHERE task.uid = ? AND clock.decided_at IS NOT NULL AND task.state <> 'void'`,
} as const

function rowsOf({ call, staff, start, end, words }: Scope, limit: number): ComplaintRow[] {
  const input = { staff: staff?.id ?? null, start, end, words, limit }
  return statement(call.database, COMPLAINT_EVIDENCE.rows).all(input) as ComplaintRow[]
}

/** Decided within its term; of a person: those that were theirs to settle. */
export const complaintsInTime: EvidenceReader = {
  sources: ['complaint.ontime'],
  subjects: ['person', 'outlet'],
  records: (scope) => rowsOf(scope, scope.limit).map((row) => complaintRecord(scope.call, row, 'complaint.ontime')),
  totals(scope) {
    const rows = rowsOf({ ...scope, words: '' }, MOST_COUNTED)
    const inTime = rows.filter((row) => isInTime(scope.call, row))
    return rows.length > 0 ? [{ source: 'complaint.ontime', figure: rate(inTime.length, rows.length) }] : []
  },
}

/** Upheld or not. Of the outlet: no complaint says in its fields about whom it is. */
export const complaintsUpheld: EvidenceReader = {
  sources: ['complaint.valid'],
  subjects: ['outlet'],
  records: (scope) => rowsOf(scope, scope.limit).map((row) => complaintRecord(scope.call, row, 'complaint.valid')),
  totals(scope) {
    const rows = rowsOf({ ...scope, words: '' }, MOST_COUNTED)
    return [{ source: 'complaint.valid', figure: count(rows.filter(({ is_upheld }) => is_upheld === 1).length) }]
  },
}

export function findComplaint(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, COMPLAINT_EVIDENCE.one).get(uid) as ComplaintRow | undefined
  return row ? complaintRecord(call, row, 'complaint.ontime') : null
}

function isInTime(call: Call, { received_at, term, decided_at }: ComplaintRow): boolean {
  return decided_at < decideUntilOf(call, { received_at, term })
}

function complaintRecord(call: Call, row: ComplaintRow, source: KnownSource): EvidenceRecord {
  const ofTime = isInTime(call, row) ? ('complaint-in-time' as const) : ('complaint-late' as const)
  const ofWorth = row.is_upheld === 1 ? ('complaint-upheld' as const) : ('complaint-not-upheld' as const)
  return {
    ...BLANK,
    source,
    record: { kind: 'complaint', uid: row.uid },
    on: businessDay(row.received_at, readZone(call.database)),
    fact: source === 'complaint.valid' ? ofWorth : ofTime,
    no: row.no,
    words: row.description,
  }
}
