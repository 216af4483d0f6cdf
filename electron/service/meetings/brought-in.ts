import type { Database } from 'better-sqlite3'
import { MOST_OPEN_LINES } from '../../../shared/contract/meetings.ts'
import { statement } from '../database/statements.ts'
import { BY_DUE_DAY, FOUND, type FoundLine, SAID_AT } from './line-repository.ts'
import type { MeetingRow } from './meeting-repository.ts'

/**
 * What is brought into a meeting: lines of others, said before it began and unfinished then. When it was written down is
 * of no account: a log entered in the evening brings in what lay there in the morning.
 */
const IDS = `SELECT id FROM meeting_line WHERE state = 'open'
  UNION ALL SELECT id FROM meeting_line WHERE ended_at BETWEEN @start AND @now`
const STANDS = `meeting.state <> 'dropped' AND meeting.id <> @meeting AND ${SAID_AT} < @start`
const JOINED = 'meeting_line line CROSS JOIN meeting ON meeting.id = line.meeting_id'
const PAGE = `${BY_DUE_DAY} LIMIT @most OFFSET @offset`

export const BROUGHT_SQL = {
  brought: `${FOUND} WHERE line.id IN (${IDS}) AND ${STANDS} ${PAGE}`,
  broughtCount: `SELECT count(*) FROM ${JOINED} WHERE line.id IN (${IDS}) AND ${STANDS}`,
  keep: `INSERT INTO meeting_returned SELECT @meeting, line.id FROM ${JOINED} WHERE line.id IN (${IDS}) AND ${STANDS}`,
  /** As they were kept by the signature. */
  returned: `${FOUND} WHERE line.id IN (SELECT line_id FROM meeting_returned WHERE meeting_id = @meeting) ${PAGE}`,
  returnedCount: 'SELECT count(*) FROM meeting_returned WHERE meeting_id = @meeting',
}

type Bounds = Pick<MeetingRow, 'id' | 'state' | 'started_at' | 'ended_at' | 'late_at' | 'signed_at'>

/** Unlimited unless `most` is given; what is due first comes first. */
export function listBroughtIn(
  { database, now }: { database: Database; now: number },
  row: Bounds,
  { offset = 0, most = -1 }: { offset?: number; most?: number } = {},
): FoundLine[] {
  if (row.state === 'dropped') return []
  const page = { meeting: row.id, offset, most }
  const found =
    row.state === 'signed'
      ? statement(database, BROUGHT_SQL.returned).all(page)
      : statement(database, BROUGHT_SQL.brought).all({ ...page, start: row.started_at, now })
  return (found as FoundLine[]).map((line) => (endedIn(row, line, now) ? line : reopened(line)))
}

/** At most a hundred from `offset` on. */
export function pageBroughtIn(call: { database: Database; now: number }, row: Bounds, offset = 0): FoundLine[] {
  return listBroughtIn(call, row, { offset, most: MOST_OPEN_LINES })
}

export function countBroughtIn({ database, now }: { database: Database; now: number }, row: Bounds): number {
  if (row.state === 'dropped') return 0
  const found =
    row.state === 'signed'
      ? statement(database, BROUGHT_SQL.returnedCount).pluck().get({ meeting: row.id })
      : statement(database, BROUGHT_SQL.broughtCount).pluck().get({ meeting: row.id, start: row.started_at, now })
  return Number(found)
}

/** With the signature: every one of them, however many. */
export function keepBroughtIn({ database, now }: { database: Database; now: number }, row: Bounds): void {
  statement(database, BROUGHT_SQL.keep).run({ meeting: row.id, start: row.started_at, now })
}

/** Until the signature; of a log written down afterwards not what ended between the meeting and the writing. */
function endedIn(row: Bounds, { ended_at: at }: FoundLine, now: number): boolean {
  if (at === null || at < row.started_at || at > (row.signed_at ?? now)) return false
  return row.late_at === null || row.ended_at === null || at <= row.ended_at || at >= row.late_at
}

/** As it stood then; that it has ended since stays with it, for nothing more can become of it. */
function reopened(line: FoundLine): FoundLine {
  return { ...line, state: 'open', reason: null, ended_by: null }
}
