import { grantedBy } from '../../../shared/domain/award-period.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findOutlet } from '../people/index.ts'
import { type AwardRow, listPublicised } from './award-repository.ts'
import { readAwardRules } from './award-rules.ts'
import { isPublicityOver, nomineeOf } from './award-view.ts'
import { REVIEW_SQL } from './review-repository.ts'
import { OBJECTION_SQL } from './trail-repository.ts'

/** What waits for somebody in the awards: which award, until which day. Of a cycle there is no award yet. */
export interface AwardMatter {
  why: 'sheet' | 'objection' | 'decision' | 'monthly' | 'quarterly'
  uid: string | null
  name: string
  on: string | null
  isLate: boolean
}

const MOST = 5
/** How long after its day a missed cycle is still spoken of. */
const LATE_DAYS = 10

export const MATTER_SQL = {
  inPeriod: `SELECT 1 FROM award WHERE kind IN (SELECT value FROM json_each(?)) AND period_to BETWEEN ? AND ?
    AND state IN ('granted', 'publicised', 'objected') LIMIT 1`,
  outletSince: 'SELECT created_at FROM outlet',
} as const

/** For a reviewer the sheets they owe, for the head what must be answered, decided or begun in time. At most twelve. */
export function readAwardMatters(call: Call): AwardMatter[] {
  const { actor, database } = call
  if (actor.staffId === null) return []
  const sheets = (statement(database, REVIEW_SQL.waiting).all(actor.staffId) as AwardRow[]).slice(0, MOST)
  return [
    ...sheets.map((row): AwardMatter => ({ why: 'sheet', ...namedAward(call, row), on: null, isLate: false })),
    ...(actor.role === 'outlet-head' ? [...objections(call), ...decisions(call), ...cycles(call)] : []),
  ]
}

function namedAward(call: Call, row: AwardRow): { uid: string; name: string } {
  const { person, team } = nomineeOf(call, row)
  const nominee = person?.name ?? team ?? findOutlet(call.database)?.name ?? ''
  return { uid: row.uid, name: `${row.no ?? ''} ${nominee}`.trim() }
}

function objections(call: Call): AwardMatter[] {
  const rows = statement(call.database, OBJECTION_SQL.open).all() as (AwardRow & { due_on: string })[]
  return rows.map((row) => ({
    ...{ why: 'objection', ...namedAward(call, row), on: row.due_on, isLate: row.due_on < call.today },
  }))
}

/** The notice is over and the branch's decision is still to be entered, or the award may be granted at once. */
function decisions(call: Call): AwardMatter[] {
  return listPublicised(call.database, MOST)
    .filter((row) => isPublicityOver(row, call.today))
    .map((row) => ({ why: 'decision', ...namedAward(call, row), on: row.publicity_until, isLate: false }))
}

/** Monthly awards by the 5th, quarterly ones by the 15th; silent where there was no outlet in that period. */
function cycles(call: Call): AwardMatter[] {
  const began = statement(call.database, MATTER_SQL.outletSince).pluck().get() as number | undefined
  return (['monthly', 'quarterly'] as const).flatMap((cycle): AwardMatter[] => {
    const { period, on } = grantedBy(cycle, call.today)
    if (call.today > addDays(on, LATE_DAYS)) return []
    if (began === undefined || began >= Date.parse(`${addDays(period.to, 1)}T00:00:00Z`)) return []
    const kinds = readAwardRules(call.ports.content).kinds.filter((kind) => kind.cycle === cycle)
    const ids = JSON.stringify(kinds.map(({ id }) => id))
    if (statement(call.database, MATTER_SQL.inPeriod).get(ids, period.from, period.to) !== undefined) return []
    return [{ why: cycle, uid: null, name: '', on, isLate: on < call.today }]
  })
}
