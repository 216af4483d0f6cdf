import type { EvidenceRecord } from '../../../shared/contract/award-evidence.ts'
import { SEEN_BY } from '../../../shared/personal-fields.ts'
import { statement } from '../database/statements.ts'
import { readUptimeBetween } from '../devices/index.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid, type StaffMember } from '../people/index.ts'
import { BLANK, count, type EvidenceReader, rate } from './evidence-reader.ts'

interface LetterRow {
  uid: string
  number: string
  inspector: string
  issued_on: string
}

const LETTER = 'SELECT uid, number, inspector, issued_on FROM inspection_notice'

export const OUTLET_EVIDENCE = {
  letters: `${LETTER} WHERE issued_on BETWEEN @from AND @to
    AND (@words = '' OR instr(lower(number || ' ' || inspector), @words) > 0)
    ORDER BY issued_on DESC, id DESC LIMIT @limit`,
  lettersTotal: 'SELECT count(*) FROM inspection_notice WHERE issued_on BETWEEN @from AND @to',
  oneLetter: `${LETTER} WHERE uid = ?`,
} as const

/** Letters of inspections; what they scored is typed. */
export const inspections: EvidenceReader = {
  sources: ['branch.inspection'],
  subjects: ['outlet'],
  records({ call, from, to, words, limit }) {
    const rows = statement(call.database, OUTLET_EVIDENCE.letters).all({ from, to, words, limit }) as LetterRow[]
    return rows.map(letterRecord)
  },
  totals({ call, from, to }) {
    const letters = statement(call.database, OUTLET_EVIDENCE.lettersTotal).pluck().get({ from, to })
    return letters ? [{ source: 'branch.inspection', figure: count(Number(letters)) }] : []
  },
}

/** Minutes of every opening hour are counted; longer spans are another question than a nomination's. */
const MOST_UPTIME_DAYS = 400

/** Of all devices. A person's too: whoever keeps the hall or the devices answers for it. */
export const machineUptime: EvidenceReader = {
  sources: ['uptime'],
  subjects: ['person', 'outlet'],
  mostDays: MOST_UPTIME_DAYS,
  totals({ call, staff, from, to }) {
    if (staff && staff.post !== 'lobby-manager' && !staff.duties.includes('device-keeper')) return []
    const { dueMinutes, downMinutes, partialMinutes, uptime } = readUptimeBetween(call, from, to)
    if (uptime === null) return []
    const figure = rate(dueMinutes - downMinutes - partialMinutes, dueMinutes)
    return [{ source: 'uptime', figure: { ...figure, value: uptime } }]
  },
}

/** Whether the certificate lasts beyond the day; null for whoever may not see it. */
export function certificateOf(call: Call, staff: StaffMember | undefined, on: string): EvidenceRecord | null {
  const { role, staffUid } = call.actor
  const maySee = role !== null && (SEEN_BY.certificateValidTo.includes(role) || staff?.uid === staffUid)
  if (!staff || !maySee || staff.certificateValidTo === null || staff.certificateValidTo < on) return null
  return {
    ...BLANK,
    source: 'certified',
    record: { kind: 'certificate', uid: staff.uid },
    on,
    fact: 'certificate-valid',
  }
}

export const findCertificate = (call: Call, uid: string) =>
  certificateOf(call, findStaffByUid(call.database, uid), call.today)

export function findLetter(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, OUTLET_EVIDENCE.oneLetter).get(uid) as LetterRow | undefined
  return row ? letterRecord(row) : null
}

function letterRecord({ uid, number, inspector, issued_on }: LetterRow): EvidenceRecord {
  return {
    ...BLANK,
    source: 'branch.inspection',
    record: { kind: 'inspection', uid },
    on: issued_on,
    fact: 'inspection-received',
    no: number,
    by: inspector,
  }
}
