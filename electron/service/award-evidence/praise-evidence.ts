import type { EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import type { PraiseChannel } from '../../../shared/contract/praises.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { BLANK, count, type EvidenceReader } from './evidence-reader.ts'

interface PraiseRow {
  uid: string
  on: string
  words: string
  channel: PraiseChannel
}

const COLUMNS = 'praise.uid, praise."on", praise.words, praise.channel'
const STANDS = `praise.withdrawn_at IS NULL AND praise."on" BETWEEN @from AND @to`
const OF_PERSON = 'praise_person CROSS JOIN praise ON praise.id = praise_id'
const FINDS = `(@words = '' OR instr(praise.search, @words) > 0)`
const NEWEST = 'ORDER BY praise."on" DESC, praise.id DESC LIMIT @limit'

export const PRAISE_EVIDENCE = {
  person: `SELECT ${COLUMNS} FROM ${OF_PERSON} WHERE staff_id = @staff AND ${STANDS} AND ${FINDS} ${NEWEST}`,
  outlet: `SELECT ${COLUMNS} FROM praise WHERE ${STANDS} AND ${FINDS} ${NEWEST}`,
  personTotal: `SELECT count(*) FROM ${OF_PERSON} WHERE staff_id = @staff AND ${STANDS}`,
  outletTotal: `SELECT count(*) FROM praise WHERE ${STANDS}`,
  one: `SELECT ${COLUMNS} FROM praise WHERE uid = ? AND withdrawn_at IS NULL`,
} as const

/** Praise that customers gave to the person; of the outlet all of it. */
export const praiseByCustomers: EvidenceReader = {
  sources: ['customer.praise'],
  subjects: ['person', 'outlet'],
  records({ call, staff, from, to, words, limit }) {
    const rows = staff
      ? statement(call.database, PRAISE_EVIDENCE.person).all({ staff: staff.id, from, to, words, limit })
      : statement(call.database, PRAISE_EVIDENCE.outlet).all({ from, to, words, limit })
    return (rows as PraiseRow[]).map(praiseRecord)
  },
  totals({ call, staff, from, to }) {
    const praises = staff
      ? statement(call.database, PRAISE_EVIDENCE.personTotal).pluck().get({ staff: staff.id, from, to })
      : statement(call.database, PRAISE_EVIDENCE.outletTotal).pluck().get({ from, to })
    return praises ? [{ source: 'customer.praise', figure: count(Number(praises)) }] : []
  },
}

export function findPraise(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, PRAISE_EVIDENCE.one).get(uid) as PraiseRow | undefined
  return row ? praiseRecord(row) : null
}

function praiseRecord({ uid, on, words, channel }: PraiseRow): EvidenceRecord {
  const named = (language: 'zh-CN' | 'en') => translatorFor(language)(`praises.channels.${channel}`)
  return {
    ...BLANK,
    source: 'customer.praise',
    record: { kind: 'praise', uid },
    on,
    fact: 'praised-by-customer',
    name: { zh: named('zh-CN'), en: named('en') },
    words,
  }
}
