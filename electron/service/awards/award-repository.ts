import type { Database } from 'better-sqlite3'
import type { AwardState } from '../../../shared/contract/awards.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'

export interface AwardRow {
  id: number
  uid: string
  no: string | null
  kind: string
  level: string
  subject_kind: 'person' | 'team' | 'outlet'
  staff_id: number | null
  team_name: string | null
  period_from: string
  period_to: string
  nominator: number
  reason: string
  state: AwardState
  state_since: number
  created_at: number
  revision: number
  tie_reason: string | null
  sum: number | null
  publicity_from: string | null
  publicity_until: string | null
  granted_on: string | null
  decision_reference: string | null
  decision_on: string | null
}

/** Made public at some time, and what came of it. */
const IS_PUBLIC = `(award.state IN ('publicised', 'objected', 'granted', 'revoked')
  OR (award.state = 'withdrawn' AND award.publicity_from IS NOT NULL))`
const IS_REVIEWED_BY_ME = 'EXISTS (SELECT 1 FROM award_reviewer WHERE award_id = award.id AND staff_id = @me)'
const IS_SEEN = `(${IS_PUBLIC} OR award.nominator = @me
  OR (award.state <> 'draft' AND (@isInspecting = 1 OR ${IS_REVIEWED_BY_ME})))`
const IS_MISSING_A_SHEET = `EXISTS (SELECT 1 FROM award_reviewer WHERE award_id = award.id
  AND handed_in_at IS NULL AND (is_relative IS NULL OR is_relative = 0))`
const WAITS_FOR_HEAD = `(award.state IN ('nominated', 'objected')
  OR (award.state = 'reviewing' AND NOT ${IS_MISSING_A_SHEET})
  OR (award.state = 'publicised' AND (award.publicity_until < @today OR award.publicity_until = award.publicity_from)))`
const WAITS_FOR_SHEET = `(award.state = 'reviewing' AND EXISTS (SELECT 1 FROM award_reviewer WHERE award_id = award.id
  AND staff_id = @me AND handed_in_at IS NULL AND (is_relative IS NULL OR is_relative = 0)))`
const WAITS_FOR_ME = `(${WAITS_FOR_SHEET} OR (@isHead = 1 AND ${WAITS_FOR_HEAD}))`

const FILTER = `${IS_SEEN} AND (@state IS NULL OR award.state = @state) AND (@kind IS NULL OR award.kind = @kind)
  AND (@from IS NULL OR award.period_to >= @from) AND (@to IS NULL OR award.period_from <= @to)
  AND (@waiting = 0 OR ${WAITS_FOR_ME}) AND (@search = '' OR instr(award.search, @search) > 0)`

export const AWARD_SQL = {
  list: `SELECT award.*, ${WAITS_FOR_ME} AS waits FROM award WHERE ${FILTER}
    ORDER BY award.period_to DESC, award.id DESC LIMIT @limit OFFSET @offset`,
  count: `SELECT count(*) FROM award WHERE ${FILTER}`,
  one: `SELECT award.*, ${WAITS_FOR_ME} AS waits, ${IS_SEEN} AS is_seen FROM award WHERE award.uid = @uid`,
  byKind: `SELECT * FROM award WHERE kind = ? AND period_to = ? AND period_from = ?
    AND state NOT IN ('draft', 'withdrawn', 'revoked') ORDER BY id LIMIT 200`,
  living: `SELECT * FROM award WHERE kind = @kind AND period_to = @to AND period_from = @from AND subject_kind = @subject
    AND staff_id IS @staff AND team_name IS @team AND state NOT IN ('draft', 'withdrawn', 'revoked') AND id <> @id LIMIT 1`,
  toGrant: `SELECT * FROM award WHERE state = 'publicised' AND publicity_until < ? ORDER BY publicity_until LIMIT 50`,
  granted: `SELECT * FROM award WHERE state = 'granted' AND granted_on BETWEEN ? AND ?
    ORDER BY granted_on DESC, id DESC LIMIT ?`,
  publicised: `SELECT * FROM award WHERE state = 'publicised' ORDER BY publicity_until, id LIMIT ?`,
} as const

/** As whom a list is read. */
export interface Reader {
  me: number
  isInspecting: number
  isHead: number
  today: string
}

export interface AwardFilter {
  state: AwardState | null
  kind: string | null
  from: string | null
  to: string | null
  waiting: number
  search: string
}

export type SeenAward = AwardRow & { waits: number }

export function listAwards(
  database: Database,
  filter: AwardFilter & Reader,
  page: { limit: number; offset: number },
): { rows: SeenAward[]; total: number } {
  const rows = statement(database, AWARD_SQL.list).all({ ...filter, ...page }) as SeenAward[]
  const total = statement(database, AWARD_SQL.count).pluck().get(filter) as number
  return { rows, total }
}

/** Throws `not-found` for what the reader may not see as well. */
export function getAward(database: Database, uid: string, reader: Reader): SeenAward {
  const row = statement(database, AWARD_SQL.one).get({ uid, ...reader }) as
    | (SeenAward & { is_seen: number })
    | undefined
  if (!row || row.is_seen === 0) throw new AppError('not-found', 'awardGone')
  return row
}

/** Of a kind and exactly this period, as far as nominated and not taken back. */
export function listOfKind(database: Database, { kind, period_from, period_to }: AwardRow): AwardRow[] {
  return statement(database, AWARD_SQL.byKind).all(kind, period_to, period_from) as AwardRow[]
}

/** Another one for the same nominee, kind and period that is nominated and not taken back. */
export function findLiving(database: Database, row: AwardRow): AwardRow | undefined {
  return statement(database, AWARD_SQL.living).get({
    ...{ kind: row.kind, from: row.period_from, to: row.period_to, id: row.id },
    ...{ subject: row.subject_kind, staff: row.staff_id, team: row.team_name },
  }) as AwardRow | undefined
}

/** Public for long enough; the earliest first. */
export function listToGrant(database: Database, today: string): AwardRow[] {
  return statement(database, AWARD_SQL.toGrant).all(today) as AwardRow[]
}

/** Newest first. */
export function listGranted(database: Database, from: string, to: string, limit: number): AwardRow[] {
  return statement(database, AWARD_SQL.granted).all(from, to, limit) as AwardRow[]
}

/** The next to end first. */
export function listPublicised(database: Database, limit: number): AwardRow[] {
  return statement(database, AWARD_SQL.publicised).all(limit) as AwardRow[]
}

type DraftColumns = Pick<
  AwardRow,
  'kind' | 'level' | 'subject_kind' | 'staff_id' | 'team_name' | 'period_from' | 'period_to' | 'reason'
> & { search: string }

export function insertAward(
  database: Database,
  row: DraftColumns & { uid: string; nominator: number; at: number },
): number {
  const { lastInsertRowid } = statement(
    database,
    `INSERT INTO award (uid, kind, level, subject_kind, staff_id, team_name, period_from, period_to, nominator, reason,
       search, state, state_since, created_at)
     VALUES (@uid, @kind, @level, @subject_kind, @staff_id, @team_name, @period_from, @period_to, @nominator, @reason,
       @search, 'draft', @at, @at)`,
  ).run(row)
  return Number(lastInsertRowid)
}

export function updateDraft(database: Database, id: number, row: DraftColumns): void {
  statement(
    database,
    `UPDATE award SET kind = @kind, level = @level, subject_kind = @subject_kind, staff_id = @staff_id,
       team_name = @team_name, period_from = @period_from, period_to = @period_to, reason = @reason, search = @search,
       revision = revision + 1 WHERE id = @id`,
  ).run({ ...row, id })
}

export function setReason(database: Database, id: number, reason: string, search: string): void {
  statement(database, 'UPDATE award SET reason = ?, search = ?, revision = revision + 1 WHERE id = ?').run(
    reason,
    search,
    id,
  )
}

/** For what changes beside the row: evidence, gates, scores, objections. */
export function touchAward(database: Database, id: number): void {
  statement(database, 'UPDATE award SET revision = revision + 1 WHERE id = ?').run(id)
}

export type StateColumns = Partial<
  Pick<
    AwardRow,
    'tie_reason' | 'sum' | 'publicity_from' | 'publicity_until' | 'granted_on' | 'decision_reference' | 'decision_on'
  >
>

export function setState(
  database: Database,
  row: AwardRow,
  to: { state: AwardState; since: number } & StateColumns,
): void {
  statement(
    database,
    `UPDATE award SET state = @state, state_since = @since, tie_reason = @tie_reason, sum = @sum,
       publicity_from = @publicity_from, publicity_until = @publicity_until, granted_on = @granted_on,
       decision_reference = @decision_reference, decision_on = @decision_on, revision = revision + 1 WHERE id = @id`,
  ).run({
    ...{ tie_reason: row.tie_reason, sum: row.sum, publicity_from: row.publicity_from },
    ...{ publicity_until: row.publicity_until, granted_on: row.granted_on },
    ...{ decision_reference: row.decision_reference, decision_on: row.decision_on },
    ...to,
    id: row.id,
  })
}

/** The next number of the year, `AW-2026-001`. */
export function giveNumber(database: Database, id: number, year: number): void {
  const last = statement(database, 'SELECT max(serial) FROM award WHERE year = ?').pluck().get(year) as number | null
  const serial = (last ?? 0) + 1
  const no = `AW-${year}-${String(serial).padStart(3, '0')}`
  statement(database, 'UPDATE award SET no = ?, year = ?, serial = ? WHERE id = ?').run(no, year, serial, id)
}

export function listMembers(database: Database, awardId: number): number[] {
  return statement(database, 'SELECT staff_id FROM award_member WHERE award_id = ? ORDER BY staff_id LIMIT 100')
    .pluck()
    .all(awardId) as number[]
}

export function replaceMembers(database: Database, awardId: number, members: readonly number[]): void {
  statement(database, 'DELETE FROM award_member WHERE award_id = ?').run(awardId)
  for (const member of members) statement(database, 'INSERT INTO award_member VALUES (?, ?)').run(awardId, member)
}
