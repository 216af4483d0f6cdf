import type { EvidenceRecord, KnownSource } from '../../../shared/contract/award-evidence.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { repeatedWithin } from '../../../shared/domain/repeat-fails.ts'
import { listRounds } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { listItemDays, tallyOfPatrol } from '../patrols/index.ts'
import { askedOf, BLANK, type EvidenceReader, rate } from './evidence-reader.ts'

interface RoundRow {
  id: number
  uid: string
  on: string
  round_no: number
}

const REPEAT_DAYS = 7
const NEWEST = `ORDER BY "on" DESC, id DESC LIMIT @limit`
const OF_PERSON = `submitted_by = @staff AND "on" BETWEEN @from AND @to AND kind = 'round'`
const OF_OUTLET = `"on" BETWEEN @from AND @to AND kind = 'round' AND submitted_at IS NOT NULL`

/** As few sums as the two rates need: ten years of one walker are a hundred thousand rows. */
const COUNTS = `total(due) AS due, total(pass + fixed) AS kept, total(fail) AS failed, total(na + not_seen) AS rest`

export const PATROL_EVIDENCE = {
  person: `SELECT id, uid, "on", round_no FROM patrol WHERE ${OF_PERSON} ${NEWEST}`,
  outlet: `SELECT id, uid, "on", round_no FROM patrol WHERE ${OF_OUTLET} ORDER BY "on" DESC, round_no DESC LIMIT @limit`,
  personTotal: `SELECT ${COUNTS} FROM patrol CROSS JOIN patrol_total ON patrol_id = patrol.id WHERE ${OF_PERSON}`,
  outletTotal: `SELECT ${COUNTS} FROM patrol CROSS JOIN patrol_total ON patrol_id = patrol.id WHERE ${OF_OUTLET}`,
  one: `SELECT id, uid, "on", round_no FROM patrol WHERE uid = ? AND submitted_at IS NOT NULL`,
} as const

/** Rounds handed in by the person, each with its pass rate; re-checks and imports are nobody's walk. */
export const patrolRounds: EvidenceReader = {
  sources: ['patrol.pass-rate', 'patrol.completion'],
  subjects: ['person', 'outlet'],

  records(scope) {
    const { call, staff, from, to, words, limit } = scope
    if (words !== '') return []
    const rows = staff
      ? statement(call.database, PATROL_EVIDENCE.person).all({ staff: staff.id, from, to, limit })
      : statement(call.database, PATROL_EVIDENCE.outlet).all({ from, to, limit })
    const source = askedOf(patrolRounds, scope)
    return (rows as RoundRow[]).map((row) => roundRecord(call, row, source))
  },

  totals({ call, staff, from, to, sources }) {
    const sums = staff
      ? statement(call.database, PATROL_EVIDENCE.personTotal).get({ staff: staff.id, from, to })
      : statement(call.database, PATROL_EVIDENCE.outletTotal).get({ from, to })
    const { due, kept, failed, rest } = sums as { due: number; kept: number; failed: number; rest: number }
    if (due === 0) return []
    return [
      { source: 'patrol.pass-rate' as const, figure: rate(kept, kept + failed) },
      { source: 'patrol.completion' as const, figure: rate(kept + failed + rest, due) },
    ].filter(({ source }) => sources.has(source))
  },
}

/** Items that failed again within seven days ÷ items that failed. Of the outlet alone: a fault is nobody's own. */
export const patrolRepeats: EvidenceReader = {
  sources: ['patrol.repeat-rate'],
  subjects: ['outlet'],
  totals({ call, from, to }) {
    const rows = listItemDays(call.database, addDays(from, -REPEAT_DAYS), to).map(({ on, itemNo, fail }) => {
      return { on, item: String(itemNo), fails: fail }
    })
    const failed = new Set(rows.filter(({ on, fails }) => on >= from && fails > 0).map(({ item }) => item))
    const again = [...repeatedWithin(rows, REPEAT_DAYS)].filter((item) => failed.has(item))
    return failed.size > 0 ? [{ source: 'patrol.repeat-rate', figure: rate(again.length, failed.size) }] : []
  },
}

export function findRound(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, PATROL_EVIDENCE.one).get(uid) as RoundRow | undefined
  return row ? roundRecord(call, row, 'patrol.pass-rate') : null
}

function roundRecord(call: Call, row: RoundRow, source: KnownSource): EvidenceRecord {
  const { pass, fixed, fail } = tallyOfPatrol(call.database, row.id)
  return {
    ...BLANK,
    source,
    record: { kind: 'patrol', uid: row.uid },
    on: row.on,
    fact: 'round-walked',
    round: listRounds(call.database).find(({ no }) => no === row.round_no)?.id ?? null,
    figure: rate(pass + fixed, pass + fixed + fail),
  }
}
