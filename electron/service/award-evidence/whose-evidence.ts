import type { EvidenceKind, EvidenceRef } from '../../../shared/contract/award-evidence.ts'
import type { LineExtra } from '../../../shared/contract/meeting-lines.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid } from '../people/index.ts'

const ids = (sql: string) => (call: Call, uid: string) =>
  statement(call.database, sql).pluck().all(uid) as (number | null)[]

const OWNER = 'SELECT owner_staff FROM rectification WHERE uid = ?'

/** By the same columns that the search of a person's evidence goes by. */
const OWNERS: Record<EvidenceKind, (call: Call, uid: string) => (number | null | undefined)[]> = {
  patrol: ids('SELECT submitted_by FROM patrol WHERE uid = ?'),
  rectification: ids(OWNER),
  complaint: ids(OWNER),
  inspection: () => [],
  meeting: ids('SELECT host FROM meeting WHERE uid = ?'),
  'meeting-line': ownersOfLine,
  thanks: ids('SELECT receiver FROM thanks WHERE uid = ?'),
  praise: ids('SELECT staff_id FROM praise CROSS JOIN praise_person ON praise_id = praise.id WHERE praise.uid = ?'),
  certificate: (call, uid) => [findStaffByUid(call.database, uid)?.id],
  'period-figure': (call, uid) => [findStaffByUid(call.database, uid.split('~')[1] ?? '')?.id],
}

interface LineRow {
  staff_id: number | null
  host: number
  capture: string
  extra: string | null
}

function ownersOfLine(call: Call, uid: string): (number | null | undefined)[] {
  const row = statement(
    call.database,
    `SELECT line.staff_id, meeting.host, line.capture, line.extra FROM meeting_line line
     CROSS JOIN meeting ON meeting.id = line.meeting_id WHERE line.uid = ?`,
  ).get(uid) as LineRow | undefined
  if (row?.capture === 'drill-result') return [row.host]
  if (row?.capture !== 'notices-passed') return [row?.staff_id]
  const { confirmed = [] } = JSON.parse(row.extra ?? '{}') as LineExtra
  return confirmed.map((of) => findStaffByUid(call.database, of)?.id)
}

/** Whether one of these people is who the record is about; of a record of the outlet nobody is. */
export function isEvidenceOf(call: Call, { kind, uid }: EvidenceRef, staffIds: readonly number[]): boolean {
  return OWNERS[kind](call, uid).some((id) => id != null && staffIds.includes(id))
}
