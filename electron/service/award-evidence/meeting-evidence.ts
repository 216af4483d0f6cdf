import type { EvidenceFact, EvidenceRecord, KnownSource } from '../../../shared/contract/award-evidence.ts'
import type { LineExtra } from '../../../shared/contract/meeting-lines.ts'
import { MeetingTemplateContent } from '../../../shared/contract/meeting-templates.ts'
import type { CaptureId } from '../../../shared/domain/meeting-keys.ts'
import { minutesHeld } from '../../../shared/domain/meeting-rules.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { BLANK, count, type EvidenceReader, type Scope } from './evidence-reader.ts'

interface MeetingRow {
  uid: string
  on: string
  template_id: string
  template_version: number
  started_at: number
  ended_at: number | null
  host: number
}

interface LineRow {
  uid: string
  meeting_uid: string
  on: string
  words: string
  capture: CaptureId
  extra: string | null
  by: number | null
  host: number
}

const HELD = `state = 'signed' AND is_held = 1`
const MEETING = 'SELECT uid, "on", template_id, template_version, started_at, ended_at, host FROM meeting'
const LINE =
  'SELECT line.uid, meeting.uid AS meeting_uid, meeting."on", line.words, line.capture, line.extra, line.by, meeting.host'
/** By the day of the meeting: a log that was written late holds lines that are younger than it. */
const NEWEST = 'ORDER BY meeting."on" DESC, line.id DESC LIMIT @limit'
const FINDS = `(@words = '' OR instr(lower(line.words), @words) > 0)`
const IN = 'meeting."on" BETWEEN @from AND @to'
const OF_MEETING = 'CROSS JOIN meeting ON meeting.id = line.meeting_id'

export const MEETING_EVIDENCE = {
  hosted: `${MEETING} WHERE host = @staff AND "on" BETWEEN @from AND @to AND ${HELD} ORDER BY "on" DESC, id DESC LIMIT @limit`,
  held: `${MEETING} WHERE kind IN ('morning', 'evening') AND "on" BETWEEN @from AND @to AND state <> 'dropped' AND ${HELD}
    ORDER BY "on" DESC, started_at DESC LIMIT @limit`,
  hostedTotal: `SELECT count(*) FROM meeting WHERE host = @staff AND "on" BETWEEN @from AND @to AND ${HELD}`,
  heldTotal: `SELECT count(*) FROM meeting WHERE kind IN ('morning', 'evening') AND "on" BETWEEN @from AND @to
    AND state <> 'dropped' AND ${HELD}`,
  drills: `${LINE} FROM meeting_line line ${OF_MEETING}
    WHERE capture = 'drill-result' AND meeting.host = @staff AND ${IN} AND meeting.state = 'signed' AND is_held = 1
      AND ${FINDS} ${NEWEST}`,
  said: `${LINE} FROM meeting_line line ${OF_MEETING}
    WHERE line.staff_id = @staff AND ${IN} AND capture = @capture AND meeting.state = 'signed' AND ${FINDS} ${NEWEST}`,
  saidOfAll: `${LINE} FROM meeting_line line ${OF_MEETING}
    WHERE capture = @capture AND ${IN} AND meeting.state = 'signed' AND ${FINDS} ${NEWEST}`,
  /** Uids stand whole in the list of those who confirmed. */
  confirmed: `${LINE} FROM meeting_line line ${OF_MEETING}
    WHERE capture = 'notices-passed' AND ${IN} AND meeting.state = 'signed' AND instr(line.extra, @uid) > 0 AND ${FINDS} ${NEWEST}`,
  oneMeeting: `${MEETING} WHERE uid = ? AND ${HELD}`,
  oneLine: `${LINE} FROM meeting_line line ${OF_MEETING} WHERE line.uid = ? AND meeting.state = 'signed'`,
} as const

/** Signed meetings of the host, and the drills that were done in them. */
export const meetingsHosted: EvidenceReader = {
  sources: ['meeting.host'],
  subjects: ['person', 'outlet'],
  records(scope) {
    const { call, staff, from, to, words, limit } = scope
    const { database } = call
    const meetings =
      words !== ''
        ? []
        : staff
          ? statement(database, MEETING_EVIDENCE.hosted).all({ staff: staff.id, from, to, limit })
          : statement(database, MEETING_EVIDENCE.held).all({ from, to, limit })
    const drills = staff
      ? statement(database, MEETING_EVIDENCE.drills).all({ staff: staff.id, from, to, words, limit })
      : lines(scope, MEETING_EVIDENCE.saidOfAll, { capture: 'drill-result' })
    return [
      ...(meetings as MeetingRow[]).map((row) => meetingRecord(call, row)),
      ...(drills as LineRow[]).map((row) => lineRecord(call, row)),
    ]
  },
  totals({ call, staff, from, to }) {
    const held = staff
      ? statement(call.database, MEETING_EVIDENCE.hostedTotal).pluck().get({ staff: staff.id, from, to })
      : statement(call.database, MEETING_EVIDENCE.heldTotal).pluck().get({ from, to })
    return held ? [{ source: 'meeting.host', figure: count(Number(held)) }] : []
  },
}

/** Praise that the log of a signed meeting names. */
export const praiseInMeetings: EvidenceReader = {
  sources: ['peer.thanks'],
  subjects: ['person', 'outlet'],
  records(scope) {
    const sql = scope.staff ? MEETING_EVIDENCE.said : MEETING_EVIDENCE.saidOfAll
    return lines(scope, sql, { capture: 'praise' }).map((row) => lineRecord(scope.call, row))
  },
}

/** Notices the person confirmed in a meeting, and questions answered rightly. */
export const learning: EvidenceReader = {
  sources: ['training'],
  subjects: ['person'],
  records(scope) {
    const { call, staff } = scope
    if (!staff) return []
    const quizzes = lines(scope, MEETING_EVIDENCE.said, { capture: 'quiz' })
    return [
      ...lines(scope, MEETING_EVIDENCE.confirmed, { uid: staff.uid }).map((row) => lineRecord(call, row)),
      ...quizzes.filter(({ extra }) => extraOf(extra).quiz?.isRight).map((row) => lineRecord(call, row)),
    ]
  },
}

export function findMeeting(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, MEETING_EVIDENCE.oneMeeting).get(uid) as MeetingRow | undefined
  return row ? meetingRecord(call, row) : null
}

export function findLine(call: Call, uid: string): EvidenceRecord | null {
  const row = statement(call.database, MEETING_EVIDENCE.oneLine).get(uid) as LineRow | undefined
  return row && FACT_OF[row.capture] ? lineRecord(call, row) : null
}

function lines({ call, staff, from, to, words, limit }: Scope, sql: string, more: object): LineRow[] {
  const whose = sql === MEETING_EVIDENCE.said && staff ? { staff: staff.id } : {}
  return statement(call.database, sql).all({ ...whose, ...more, from, to, words, limit }) as LineRow[]
}

/** What the meeting was held by. */
function templateOf({ database }: Call, row: MeetingRow) {
  const content = statement(
    database,
    'SELECT content FROM meeting_template_version WHERE template_id = ? AND version = ?',
  )
    .pluck()
    .get(row.template_id, row.template_version)
  if (typeof content !== 'string') return undefined
  const { name, steps } = MeetingTemplateContent.parse(JSON.parse(content))
  return { name, totalMinutes: steps.reduce((sum, { minutes }) => sum + minutes, 0) }
}

function meetingRecord(call: Call, row: MeetingRow): EvidenceRecord {
  const template = templateOf(call, row)
  const minutes = row.ended_at === null ? null : minutesHeld(row.started_at, row.ended_at)
  return {
    ...BLANK,
    source: 'meeting.host',
    record: { kind: 'meeting', uid: row.uid },
    on: row.on,
    fact: 'meeting-hosted',
    name: template?.name ?? null,
    by: staffRefs(call.database).get(row.host)?.name ?? null,
    figure:
      minutes === null ? null : { unit: 'minutes', value: minutes, part: null, of: template?.totalMinutes ?? null },
  }
}

const FACT_OF: { readonly [Capture in CaptureId]?: { source: KnownSource; fact: EvidenceFact } } = {
  'drill-result': { source: 'meeting.host', fact: 'drill-led' },
  praise: { source: 'peer.thanks', fact: 'praised-in-meeting' },
  'notices-passed': { source: 'training', fact: 'lesson-confirmed' },
  quiz: { source: 'training', fact: 'quiz-right' },
}

function lineRecord(call: Call, { uid, meeting_uid, on, words, capture, by, host }: LineRow): EvidenceRecord {
  const { source, fact } = FACT_OF[capture] ?? { source: 'meeting.host', fact: 'meeting-hosted' }
  const who = staffRefs(call.database).get((capture === 'drill-result' ? host : by) ?? -1)?.name ?? null
  return { ...BLANK, source, record: { kind: 'meeting-line', uid }, within: meeting_uid, on, fact, words, by: who }
}

function extraOf(extra: string | null): LineExtra {
  return extra === null ? {} : (JSON.parse(extra) as LineExtra)
}
