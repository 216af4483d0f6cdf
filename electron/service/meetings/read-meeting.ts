import { z } from 'zod'
import type { MeetingLine } from '../../../shared/contract/meeting-lines.ts'
import type { MeetingTemplate } from '../../../shared/contract/meeting-templates.ts'
import type { Meeting, MeetingStepRecord, MeetingSummary } from '../../../shared/contract/meetings.ts'
import { STAFF } from '../../../shared/contract/procedure.ts'
import { overtimeOf, type Quorum, quorumOf } from '../../../shared/domain/meeting-rules.ts'
import { AppError } from '../../../shared/errors.ts'
import { remembered } from '../database/remembered.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { countBroughtIn, listBroughtIn, pageBroughtIn } from './brought-in.ts'
import { listAbsences } from './day-repository.ts'
import { readFlow } from './flow.ts'
import { countLines, type FoundLine, listLinesOf } from './line-repository.ts'
import { listAdditions, listAttendance, listPairs, listSteps, type MeetingRow } from './meeting-repository.ts'
import { contractLine } from './read-lines.ts'
import { findTemplate } from './template-repository.ts'

type Reading = Pick<Call, 'database' | 'ports' | 'today'>

const NOBODY = { uid: '00000000-0000-0000-0000-000000000000', name: '—' }
const Photos = z.array(z.string())

export function summarizeMeeting(call: Reading, row: MeetingRow): MeetingSummary {
  const refs = staffRefs(call.database)
  const nameOf = (id: number | null) => (id === null ? null : (refs.get(id)?.name ?? '—'))
  return {
    uid: row.uid,
    on: row.on,
    kind: row.kind,
    templateId: row.template_id,
    templateVersion: row.template_version,
    templateName: findTemplateOf(call, row)?.name ?? { zh: row.template_id, en: row.template_id },
    host: refs.get(row.host) ?? NOBODY,
    recorder: refs.get(row.recorder ?? 0) ?? null,
    state: row.state,
    isHeld: row.is_held === 1,
    isCalled: row.called_at !== null,
    startedAt: row.started_at,
    endedAt: row.ended_at,
    isLate: row.is_late === 1,
    lateReason: row.late_reason,
    signedAt: row.signed_at,
    signedBy: nameOf(row.signed_by),
    confirmedAt: row.confirmed_at,
    confirmedBy: nameOf(row.confirmed_by),
  }
}

/** Versions never change: each is parsed once. */
export function findTemplateOf(call: Pick<Call, 'database' | 'ports'>, row: MeetingRow): MeetingTemplate | undefined {
  const { template_id: id, template_version: version } = row
  return remembered(call.database, `meetings/template/${id}/${version}`, () => findTemplate(call, id, version))
}

/** What the meeting is held by; without it nothing of it can be shown or signed. */
export function getTemplateOf(call: Pick<Call, 'database' | 'ports'>, row: MeetingRow): MeetingTemplate {
  const template = findTemplateOf(call, row)
  if (!template) throw new AppError('not-allowed-now', 'meetingTemplateBroken')
  return template
}

export function readSteps(
  { database, ports }: Pick<Call, 'database' | 'ports'>,
  row: MeetingRow,
  template: MeetingTemplate,
): MeetingStepRecord[] {
  const timer = timerOf(ports)
  return listSteps(database, row.id).map(({ position, step_id, begun_at, seconds, note }) => ({
    position,
    stepId: step_id,
    begunAt: begun_at,
    seconds,
    isOver: overtimeOf(seconds, template.steps[position]?.minutes ?? 0, timer) === 'note',
    note,
  }))
}

export function timerOf({ content }: Pick<Call['ports'], 'content'>) {
  const { warn_after_seconds, note_after_seconds } = readFlow(content).timer
  return { warnAfterSeconds: warn_after_seconds, noteAfterSeconds: note_after_seconds }
}

/** Those whose absence was known before the roll-call are not due; what is announced later changes no log. */
export function quorumOfMeeting({ database, ports }: Reading, row: MeetingRow): Quorum {
  const known = listAbsences(database, row.on).filter(({ at }) => at <= row.created_at)
  const excused = new Set(known.map(({ staff_id }) => staff_id))
  const due = listAttendance(database, row.id).filter(
    ({ staff_id, state }) => state !== 'absent' || !excused.has(staff_id),
  )
  const present = due.filter(({ state }) => state !== 'absent').length
  return quorumOf(due.length, present, readFlow(ports.content).quorum_share)
}

export function photosOf(row: MeetingRow): string[] {
  return Photos.parse(JSON.parse(row.photos))
}

/** What its log must hold by the data file and does not yet, in the order of the steps that write it. */
export function lacksOf({ database, ports }: Reading, row: MeetingRow, template: MeetingTemplate) {
  const { captures } = readFlow(ports.content)
  return [...captures.values()]
    .filter(({ isRequired }) => isRequired)
    .flatMap(({ id, name, form }) => {
      const position = template.steps.findIndex((step) => step.captures.includes(id))
      const isThere = form === 'attendance' ? row.called_at !== null : countLines(database, row.id, id) > 0
      return position < 0 || isThere ? [] : [{ capture: id, name, form, position }]
    })
    .sort((one, other) => one.position - other.position)
}

/** A draft is written on its own day; later only once the head has given a reason. */
export function mayWrite({ actor, today }: Pick<Call, 'actor' | 'today'>, row: MeetingRow): boolean {
  const isStaff = STAFF.some((role) => role === actor.role)
  return isStaff && row.state === 'draft' && (row.on === today || row.late_reason !== null)
}

export function readMeeting(call: Call, row: MeetingRow): Meeting {
  const { database } = call
  const refs = staffRefs(database)
  const ref = (id: number | null) => refs.get(id ?? 0) ?? null
  const template = getTemplateOf(call, row)
  const writable = mayWrite(call, row)
  const lacks = row.state === 'draft' ? lacksOf(call, row, template) : []
  const isHeld = quorumOfMeeting(call, row).isReached
  const isHead = call.actor.role === 'outlet-head'
  return {
    meeting: summarizeMeeting(call, row),
    template,
    position: row.position,
    stepBeganAt: row.step_began_at,
    steps: readSteps(call, row, template),
    attendance: listAttendance(database, row.id).flatMap(({ staff_id, state, reason, covered_by, called_at }) => {
      const person = ref(staff_id)
      const isCalled = row.called_at !== null || called_at !== null
      return person ? [{ person, state, reason, coveredBy: ref(covered_by), isCalled }] : []
    }),
    quorum: quorumOfMeeting(call, row),
    pairs: listPairs(database, row.id).flatMap(({ a, b, fixed }) => {
      const [one, other] = [ref(a), ref(b)]
      return one && other ? [{ a: one, b: other, fixed }] : []
    }),
    lines: listLinesOf(database, row.id).map((line) => contractLine(call, line)),
    returned: asOf(call, row, pageBroughtIn(call, row)),
    returnedCount: countBroughtIn(call, row),
    photos: photosOf(row),
    lacks: lacks.map(({ capture, name, position }) => ({ capture, name, position })),
    mayBeSigned: !isHeld || lacks.every(({ form }) => form === 'attendance'),
    additions: listAdditions(database, row.id).map(({ at, by, words }) => ({ at, by: ref(by)?.name ?? '—', words })),
    digest: row.digest,
    may: {
      write: writable,
      sign: writable && row.ended_at !== null,
      confirm: isHead && row.state === 'signed' && row.confirmed_at === null,
      allowLate: isHead && row.state === 'draft' && !writable,
    },
  }
}

/** Every line that was brought in, for what is printed. */
export function readReturned(call: Call, row: MeetingRow): MeetingLine[] {
  return asOf(call, row, listBroughtIn(call, row))
}

/** A hundred of those that were brought in, from `offset` on. */
export function readReturnedPage(call: Call, row: MeetingRow, offset: number): MeetingLine[] {
  return asOf(call, row, pageBroughtIn(call, row, offset))
}

/** How many mornings a line had come back by then, not by today. */
function asOf({ database, ports }: Call, { on }: MeetingRow, lines: readonly FoundLine[]): MeetingLine[] {
  return lines.map((line) => contractLine({ database, ports, today: on }, line))
}
