import { createHash } from 'node:crypto'
import type { InputOf, OutputOf } from '../../../shared/contract/index.ts'
import type { meetingLogs } from '../../../shared/contract/meeting-logs.ts'
import { type Meeting, MOST_ADDITIONS } from '../../../shared/contract/meetings.ts'
import { businessDay } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import { type Call, prepared } from '../handlers.ts'
import { countPinTry, findPersonById, isPinOf } from '../people/index.ts'
import { readZone } from '../settings/index.ts'
import { keepBroughtIn } from './brought-in.ts'
import { deleteReason } from './day-repository.ts'
import { listLinesOf } from './line-repository.ts'
import {
  getMeeting,
  listAdditions,
  listAttendance,
  listPairs,
  listSteps,
  type MeetingRow,
  updateMeeting,
} from './meeting-repository.ts'
import { getTemplateOf, lacksOf, mayWrite } from './read-meeting.ts'
import { getDraft, isHeldNow, openMeeting, reread } from './run-meeting.ts'

type SignInput = InputOf<typeof meetingLogs.sign>
type SignOutput = OutputOf<typeof meetingLogs.sign>

/** Held today, written down afterwards: until midnight by whoever keeps the log. */
export function enterLate(call: Call, input: InputOf<typeof meetingLogs.enterLate>): Meeting {
  if (input.on !== call.today) throw new AppError('not-allowed-now', 'meetingDayOver')
  return enter(call, input, null)
}

export function enterPast(call: Call, input: InputOf<typeof meetingLogs.enterPast>): Meeting {
  if (input.on >= call.today) throw new AppError('invalid-input', 'meetingNotPast')
  return enter(call, input, input.reason)
}

function enter(call: Call, held: InputOf<typeof meetingLogs.enterLate>, reason: string | null): Meeting {
  const { on, kind, templateId, host, startedAt, endedAt } = held
  const zone = readZone(call.database)
  if (endedAt > call.now) throw new AppError('invalid-input', 'timeInFuture', { fields: { endedAt: 'timeInFuture' } })
  if (endedAt < startedAt || businessDay(startedAt, zone) !== on) {
    throw new AppError('invalid-input', 'meetingTimes', { fields: { startedAt: 'meetingTimes' } })
  }
  const times = { started_at: startedAt, ended_at: endedAt }
  return reread(
    call,
    openMeeting(call, { ...times, on, kind, templateId, host, is_late: 1, late_reason: reason, late_at: call.now }),
  )
}

export function allowLate(call: Call, { meeting, reason }: InputOf<typeof meetingLogs.allowLate>): Meeting {
  const row = getMeeting(call.database, meeting)
  if (row.state !== 'draft' || mayWrite(call, row)) throw new AppError('conflict', 'meetingNeedsNoReason')
  updateMeeting(call.database, row.id, {
    ...{ is_late: 1, late_reason: reason, late_at: call.now, position: null, step_began_at: null },
    // The day is over, and so is what was begun on it.
    ended_at: row.ended_at ?? row.step_began_at ?? row.started_at,
  })
  call.changed({ record: 'meeting', uid: row.uid, before: { lateReason: null }, after: { lateReason: reason } })
  return reread(call, row)
}

export const signMeeting = prepared<SignInput, SignOutput, { host: number; isRight: boolean }>({
  async prepare(call, { meeting, pin }) {
    const { host } = getMeeting(call.database, meeting)
    const person = findPersonById(call.database, host)
    if (!person) throw new AppError('not-found', 'personGone')
    return { host, isRight: await isPinOf(call, person, pin) }
  },
  run(call, { meeting }, typed) {
    const row = getDraft(call, meeting)
    // Another window may have given the meeting away while the PIN was checked.
    if (row.host !== typed.host) throw new AppError('conflict', 'meetingHostChanged')
    // A late log never ends its last step, and the roll-call may have been put right since.
    const isHeld = isHeldNow(call, row)
    assertComplete(call, row, isHeld)
    const host = findPersonById(call.database, row.host)
    if (!host) throw new AppError('not-found', 'personGone')
    const verdict = countPinTry(call, host, typed.isRight)
    if (verdict.outcome === 'refused') return verdict
    const isLate = row.is_late === 1 || row.on !== call.today
    updateMeeting(call.database, row.id, { is_late: Number(isLate), is_held: Number(isHeld) })
    if (isHeld) deleteReason(call.database, row.on, row.kind)
    keepBroughtIn(call, row)
    const digest = digestOfMeeting(call, row)
    updateMeeting(call.database, row.id, {
      ...{ state: 'signed', signed_at: call.now, signed_by: host.id, digest },
      ...{ position: null, step_began_at: null },
    })
    call.changed({
      record: 'meeting',
      uid: row.uid,
      before: { state: row.state },
      after: { state: 'signed', on: row.on, kind: row.kind, host: host.name, isHeld, digest },
    })
    call.touched('meeting-steps', row.uid)
    return { outcome: 'signed', meeting: reread(call, row) }
  },
})

/** Nothing is signed that cannot be read, is not over, or lacks what a log must hold. */
function assertComplete(call: Call, row: MeetingRow, isHeld: boolean): void {
  const template = getTemplateOf(call, row)
  if (row.ended_at === null) throw new AppError('not-allowed-now', 'meetingNotOver')
  assertReadable(call, row, template.steps.length)
  // A roll-call that nobody took is said in the log; it does not keep it from being signed.
  const isIncomplete = lacksOf(call, row, template).some(({ form }) => form !== 'attendance')
  if (isHeld && isIncomplete) throw new AppError('not-allowed-now', 'logIncomplete')
}

function assertReadable(call: Call, row: MeetingRow, steps: number): void {
  const { database } = call
  const isWhole = listSteps(database, row.id).length === steps && listAttendance(database, row.id).length > 0
  if (!isWhole) throw new AppError('not-allowed-now', 'meetingDraftBroken')
  for (const { extra } of listLinesOf(database, row.id)) {
    try {
      if (extra !== null) JSON.parse(extra)
    } catch (cause) {
      throw new AppError('not-allowed-now', 'meetingDraftBroken', { cause })
    }
  }
}

/** SHA-256 over everything the log holds when it is signed. */
export function digestOfMeeting({ database }: Pick<Call, 'database'>, { id }: Pick<MeetingRow, 'id'>): string {
  const said = statement(
    database,
    `SELECT uid, "on", kind, template_id, template_version, host, recorder, is_held, started_at, ended_at, is_late,
       late_reason, late_at, photos, called_at FROM meeting WHERE id = ?`,
  ).get(id)
  const lines = statement(
    database,
    `SELECT uid, step_id, capture, words, staff_id, due_on, rectification_id, queue, extra, at, by FROM meeting_line
     WHERE meeting_id = ? ORDER BY id LIMIT 500`,
  ).all(id)
  const returned = statement(
    database,
    'SELECT uid FROM meeting_returned JOIN meeting_line line ON line.id = line_id WHERE meeting_returned.meeting_id = ? ORDER BY uid',
  )
    .pluck()
    .all(id)
  const parts = [said, listAttendance(database, id), listPairs(database, id), listSteps(database, id), lines, returned]
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}

export function confirmMeeting(call: Call, { meeting }: InputOf<typeof meetingLogs.confirm>): Meeting {
  const row = getMeeting(call.database, meeting)
  if (row.state !== 'signed') throw new AppError('not-allowed-now', 'meetingNotSigned')
  if (row.confirmed_at !== null) throw new AppError('conflict', 'meetingConfirmed')
  updateMeeting(call.database, row.id, { confirmed_at: call.now, confirmed_by: call.actor.staffId })
  call.changed({ record: 'meeting', uid: row.uid, before: { confirmed: false }, after: { confirmed: true } })
  return reread(call, row)
}

export function addToLog(call: Call, { meeting, words }: InputOf<typeof meetingLogs.addToLog>): Meeting {
  const row = getMeeting(call.database, meeting)
  if (row.state !== 'signed') throw new AppError('not-allowed-now', 'meetingNotSigned')
  if (listAdditions(call.database, row.id).length >= MOST_ADDITIONS) {
    throw new AppError('not-allowed-now', 'tooManyAdditions', { params: { most: MOST_ADDITIONS } })
  }
  statement(call.database, 'INSERT INTO meeting_addition (meeting_id, at, by, words) VALUES (?, ?, ?, ?)').run(
    row.id,
    call.now,
    call.actor.staffId,
    words,
  )
  call.changed({ record: 'meeting-addition', uid: row.uid, before: null, after: { words } })
  return reread(call, row)
}
