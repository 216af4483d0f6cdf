import type { EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { BLANK, count, type EvidenceReader } from './evidence-reader.ts'

interface CardRow {
  uid: string
  on: string
  words: string
  giver: number
}

/** Private cards are left out by every statement here: whoever they are for. */
const PUBLIC = `is_private = 0 AND withdrawn_at IS NULL AND "on" BETWEEN @from AND @to`
const NEWEST = 'ORDER BY "on" DESC, at DESC LIMIT @limit'
const FINDS = `(@words = '' OR instr(search, @words) > 0)`

export const THANKS_EVIDENCE = {
  person: `SELECT uid, "on", words, giver FROM thanks WHERE receiver = @staff AND ${PUBLIC} AND ${FINDS} ${NEWEST}`,
  outlet: `SELECT uid, "on", words, giver FROM thanks WHERE ${PUBLIC} AND ${FINDS} ${NEWEST}`,
  personTotal: `SELECT count(*) FROM thanks WHERE receiver = @staff AND ${PUBLIC}`,
  outletTotal: `SELECT count(*) FROM thanks WHERE ${PUBLIC}`,
  one: `SELECT uid, "on", words, giver FROM thanks WHERE uid = ? AND is_private = 0 AND withdrawn_at IS NULL`,
} as const

export const thanksReceived: EvidenceReader = {
  sources: ['peer.thanks'],
  subjects: ['person', 'outlet'],
  records({ call, staff, from, to, words, limit }) {
    const rows = staff
      ? statement(call.database, THANKS_EVIDENCE.person).all({ staff: staff.id, from, to, words, limit })
      : statement(call.database, THANKS_EVIDENCE.outlet).all({ from, to, words, limit })
    return (rows as CardRow[]).map((row) => cardRecord(call, row))
  },
  totals({ call, staff, from, to }) {
    const cards = staff
      ? statement(call.database, THANKS_EVIDENCE.personTotal).pluck().get({ staff: staff.id, from, to })
      : statement(call.database, THANKS_EVIDENCE.outletTotal).pluck().get({ from, to })
    return cards ? [{ source: 'peer.thanks', figure: count(Number(cards)) }] : []
  },
}

export function findCard(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, THANKS_EVIDENCE.one).get(uid) as CardRow | undefined
  return row ? cardRecord(call, row) : null
}

function cardRecord(call: Call, { uid, on, words, giver }: CardRow): EvidenceRecord {
  const by = staffRefs(call.database).get(giver)?.name ?? null
  return { ...BLANK, source: 'peer.thanks', record: { kind: 'thanks', uid }, on, fact: 'thanked', words, by }
}
