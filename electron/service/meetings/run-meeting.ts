import type { InputOf } from '../../../shared/contract/index.ts'
import type { Meeting, MeetingKind, meetings } from '../../../shared/contract/meetings.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { findStaffByUid, listStaff, type StaffMember } from '../people/index.ts'
import { listAbsences } from './day-repository.ts'
import { mayHost } from './meeting-day.ts'
import {
  addSeconds,
  getMeeting,
  insertMeeting,
  insertStep,
  listAttendance,
  listMeetings,
  listSteps,
  type MeetingRow,
  markBegun,
  type NewMeeting,
  replacePairs,
  saveAttendance,
  saveNote,
  updateMeeting,
} from './meeting-repository.ts'
import { getTemplateOf, mayWrite, quorumOfMeeting, readMeeting, readSteps } from './read-meeting.ts'
import { getCurrentTemplate, keepVersion } from './template-repository.ts'

const MS_PER_SECOND = 1000

/** A draft that may be written now. */
export function getDraft(call: Call, uid: string): MeetingRow {
  const row = getMeeting(call.database, uid)
  if (row.state !== 'draft') throw new AppError('conflict', 'meetingSigned')
  if (!mayWrite(call, row)) throw new AppError('not-allowed-now', 'meetingDayOver')
  return row
}

export function getStaff(call: Pick<Call, 'database'>, uid: string): StaffMember {
  const person = findStaffByUid(call.database, uid)
  if (!person?.isActive) throw new AppError('not-found', 'personGone')
  return person
}

export function getHost(call: Call, uid: string): StaffMember {
  const person = getStaff(call, uid)
  if (!mayHost(call, person)) throw new AppError('invalid-input', 'mayNotHost', { fields: { host: 'mayNotHost' } })
  return person
}

export function beginMeeting(call: Call, { kind, templateId, host }: InputOf<typeof meetings.begin>): Meeting {
  const row = openMeeting(call, {
    ...{ on: call.today, kind, templateId, host, started_at: call.now, ended_at: null },
    ...{ is_late: 0, late_reason: null, late_at: null },
  })
  stepTo(call, row, 0)
  return readMeeting(call, getMeeting(call.database, row.uid))
}

type Opening = Pick<NewMeeting, 'on' | 'kind' | 'started_at' | 'ended_at' | 'is_late' | 'late_reason' | 'late_at'> & {
  templateId: string
  host: string
}

/** A draft with its steps, and everybody on the roll-call as far as is known. */
export function openMeeting(call: Call, { templateId, host, ...of }: Opening): MeetingRow {
  const { database } = call
  const template = getCurrentTemplate(call, templateId)
  if (template.kind !== of.kind) throw new AppError('invalid-input', 'meetingTemplateKind')
  if (listMeetings(database, of.on, of.on).some(({ kind, is_held }) => kind === of.kind && is_held === 1)) {
    throw new AppError('conflict', 'meetingExists')
  }
  keepVersion(call, template)
  const uid = call.ports.ids.uid(call.now)
  insertMeeting(database, {
    ...of,
    uid,
    template_id: template.id,
    template_version: template.version,
    host: getHost(call, host).id,
    recorder: call.actor.staffId,
    created_at: call.now,
  })
  const row = getMeeting(database, uid)
  for (const [position, { id }] of template.steps.entries()) insertStep(database, row.id, position, id)
  takeRoll(call, row)
  call.changed({
    record: 'meeting',
    uid,
    before: null,
    after: { on: row.on, kind: row.kind, template: template.id, version: template.version, isLate: row.is_late === 1 },
  })
  return row
}

/** Absent as announced, or as the earlier meeting of the day has found; everybody else is present until said otherwise. */
function takeRoll({ database }: Call, row: MeetingRow): void {
  const announced = new Map(listAbsences(database, row.on).map((absence) => [absence.staff_id, absence]))
  const earlier = listMeetings(database, row.on, row.on).find(({ id }) => id !== row.id)
  const found = new Map(earlier ? listAttendance(database, earlier.id).map((one) => [one.staff_id, one]) : [])
  for (const { id } of listStaff(database, false)) {
    const absence = announced.get(id) ?? (found.get(id)?.state === 'absent' ? found.get(id) : undefined)
    saveAttendance(database, row.id, {
      staff_id: id,
      state: absence ? 'absent' : 'present',
      reason: absence?.reason ?? null,
      covered_by: absence?.covered_by ?? null,
      called_at: null,
    })
  }
}

export function setHost(call: Call, { meeting, host }: InputOf<typeof meetings.setHost>): Meeting {
  const row = getDraft(call, meeting)
  updateMeeting(call.database, row.id, { host: getHost(call, host).id })
  return reread(call, row)
}

/** Taken once everybody on the roll was called, one by one or all at once. */
export function setAttendance(call: Call, input: InputOf<typeof meetings.setAttendance>): Meeting {
  const { database, now } = call
  const row = getDraft(call, input.meeting)
  const roll = listAttendance(database, row.id)
  const onRoll = new Set(roll.map(({ staff_id }) => staff_id))
  const called = new Set(roll.filter(({ called_at }) => called_at !== null).map(({ staff_id }) => staff_id))
  // Whoever has left since was due that day all the same.
  const personOf = (uid: string) => {
    const person = findStaffByUid(database, uid)
    return person && onRoll.has(person.id) ? person : getStaff(call, uid)
  }
  for (const { person, state, reason, coveredBy } of input.attendance) {
    if (coveredBy === person) throw new AppError('invalid-input', 'coversThemselves')
    const { id } = personOf(person)
    // Somebody called them at another seat while this seat still saw them waiting.
    if (input.onlyUncalled && called.has(id)) continue
    saveAttendance(database, row.id, {
      staff_id: id,
      state,
      reason: state === 'present' ? null : reason || null,
      covered_by: state === 'absent' && coveredBy !== null ? personOf(coveredBy).id : null,
      called_at: now,
    })
  }
  const isCalled = listAttendance(database, row.id).every(({ called_at }) => called_at !== null)
  if (row.called_at === null && isCalled) updateMeeting(database, row.id, { called_at: now })
  return reread(call, row)
}

export function setPairs(call: Call, { meeting, pairs }: InputOf<typeof meetings.setPairs>): Meeting {
  const row = getDraft(call, meeting)
  const people = pairs.flatMap(({ a, b }) => [a, b])
  // With an odd number one person stands in two pairs; nobody is checked by themselves.
  if (pairs.some(({ a, b }) => a === b) || new Set(people).size < people.length - 1) {
    throw new AppError('invalid-input', 'pairTwice')
  }
  const rows = pairs.map(({ a, b, fixed }) => ({
    a: getStaff(call, a).id,
    b: getStaff(call, b).id,
    fixed: fixed || null,
  }))
  replacePairs(call.database, row.id, rows)
  return reread(call, row)
}

export function goToStep(call: Call, { meeting, position }: InputOf<typeof meetings.goTo>) {
  const row = getDraft(call, meeting)
  const template = getTemplateOf(call, row)
  if (!template.steps[position]) throw new AppError('not-found', 'meetingStepGone')
  if (row.position !== position) stepTo(call, row, position)
  call.touched('meeting-steps', row.uid)
  return {
    position,
    stepBeganAt: row.position === position ? (row.step_began_at ?? call.now) : call.now,
    steps: readSteps(call, row, template),
  }
}

/** Keeps what the running step took and starts another; null: none runs any more. */
function stepTo(call: Call, row: MeetingRow, position: number | null): void {
  const { database, now } = call
  if (row.position !== null && row.step_began_at !== null) {
    addSeconds(database, row.id, row.position, Math.max(0, Math.round((now - row.step_began_at) / MS_PER_SECOND)))
  }
  if (position !== null) markBegun(database, row.id, position, now)
  updateMeeting(database, row.id, { position, step_began_at: position === null ? null : now })
}

export function writeNote(call: Call, { meeting, position, words, basedOn }: InputOf<typeof meetings.note>) {
  const row = getDraft(call, meeting)
  if (!getTemplateOf(call, row).steps[position]) throw new AppError('not-found', 'meetingStepGone')
  const before = listSteps(call.database, row.id).find((step) => step.position === position)?.note ?? ''
  if (basedOn !== undefined && before !== basedOn.trim()) throw new AppError('conflict', 'noteChanged')
  saveNote(call.database, row.id, position, words || null)
  call.touched('meeting-steps', row.uid)
  return { done: true as const }
}

export function setPhotos(call: Call, { meeting, photos }: InputOf<typeof meetings.setPhotos>) {
  const row = getDraft(call, meeting)
  updateMeeting(call.database, row.id, { photos: JSON.stringify(photos) })
  call.touched('meetings', row.uid)
  return { done: true as const }
}

export function finishMeeting(call: Call, { meeting }: InputOf<typeof meetings.finish>): Meeting {
  const row = getDraft(call, meeting)
  stepTo(call, row, null)
  const isHeld = isHeldNow(call, row)
  // Gone back to and ended again, it ended now; what is written down afterwards keeps its end.
  const isRunning = row.position !== null && row.is_late === 0
  // Where the clock was set back it ends as it began.
  const endedAt = (isRunning ? null : row.ended_at) ?? Math.max(row.started_at, call.now)
  updateMeeting(call.database, row.id, { ended_at: endedAt, is_held: Number(isHeld) })
  return reread(call, row)
}

/** Whether enough came, by the roll-call as it stands. Error: `meetingExists`. */
export function isHeldNow(call: Call, row: MeetingRow): boolean {
  const isHeld = quorumOfMeeting(call, row).isReached
  if (isHeld && hasOther(call, row)) throw new AppError('conflict', 'meetingExists')
  return isHeld
}

/** Another one of the kind that counts: it was begun after this one had too few. */
function hasOther({ database }: Call, { id, on, kind }: { id: number; on: string; kind: MeetingKind }): boolean {
  return listMeetings(database, on, on).some((one) => one.id !== id && one.kind === kind && one.is_held === 1)
}

export function dropMeeting(call: Call, { meeting, reason }: InputOf<typeof meetings.drop>) {
  const row = getMeeting(call.database, meeting)
  if (row.state !== 'draft') throw new AppError('conflict', 'meetingSigned')
  updateMeeting(call.database, row.id, { state: 'dropped', dropped_reason: reason, position: null })
  call.changed({ record: 'meeting', uid: row.uid, before: { state: row.state }, after: { state: 'dropped', reason } })
  call.touched('meeting-steps', row.uid)
  return { done: true as const }
}

export function reread(call: Call, { uid }: Pick<MeetingRow, 'uid'>): Meeting {
  call.touched('meetings', uid)
  return readMeeting(call, getMeeting(call.database, uid))
}
