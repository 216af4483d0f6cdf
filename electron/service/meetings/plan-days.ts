import type { InputOf } from '../../../shared/contract/index.ts'
import type { meetingLogs } from '../../../shared/contract/meeting-logs.ts'
import type { Absence } from '../../../shared/contract/meetings.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { deleteAbsence, listAbsences, listReasons, saveAbsence, saveReason, saveSwap } from './day-repository.ts'
import { contractAbsence } from './meeting-day.ts'
import { listMeetings } from './meeting-repository.ts'
import { getHost, getStaff } from './run-meeting.ts'

const DONE = { done: true as const }

/** Why a day had none; one that was held needs no reason. */
export function explainDay(call: Call, { on, kind, reason }: InputOf<typeof meetingLogs.explainDay>) {
  if (on > call.today) throw new AppError('invalid-input', 'timeInFuture', { fields: { on: 'timeInFuture' } })
  const isHeld = listMeetings(call.database, on, on).some((one) => one.kind === kind && one.is_held === 1)
  if (isHeld) throw new AppError('conflict', 'meetingExists')
  const before = listReasons(call.database, on, on).find((one) => one.kind === kind)
  saveReason(call.database, { on, kind, reason, at: call.now, by: call.actor.staffId })
  call.changed({
    record: 'meeting-day',
    uid: `${on}/${kind}`,
    before: before ? { reason: before.reason } : null,
    after: { reason },
  })
  return DONE
}

export function swapHost(call: Call, { on, kind, host }: InputOf<typeof meetingLogs.swapHost>) {
  assertNotPast(call, on)
  const person = getHost(call, host)
  saveSwap(call.database, { on, kind, host: person.id, at: call.now, by: call.actor.staffId })
  call.changed({ record: 'meeting-host', uid: `${on}/${kind}`, before: null, after: { host: person.name } })
  return DONE
}

/** Why may be an illness: that stays out of the audit chain. */
export function announceAbsence(call: Call, input: InputOf<typeof meetingLogs.announceAbsence>): Absence {
  const { on, person, reason, coveredBy } = input
  assertNotPast(call, on)
  if (coveredBy === person) throw new AppError('invalid-input', 'coversThemselves')
  const staff = getStaff(call, person)
  const row = {
    on,
    staff_id: staff.id,
    reason,
    covered_by: coveredBy === null ? null : getStaff(call, coveredBy).id,
    at: call.now,
  }
  saveAbsence(call.database, { ...row, by: call.actor.staffId })
  call.changed({ record: 'meeting-absence', uid: person, before: null, after: { on } })
  return contractAbsence(call, row) as Absence
}

export function withdrawAbsence(call: Call, { on, person }: InputOf<typeof meetingLogs.withdrawAbsence>) {
  assertNotPast(call, on)
  const staff = getStaff(call, person)
  const [before] = listAbsences(call.database, on).filter(({ staff_id }) => staff_id === staff.id)
  if (!before) throw new AppError('not-found', 'absenceGone')
  const meetings = listMeetings(call.database, on, on)
  if (meetings.some(({ state, created_at: rolledAt }) => state === 'signed' && before.at <= rolledAt)) {
    throw new AppError('conflict', 'absenceInLog')
  }
  deleteAbsence(call.database, on, staff.id)
  call.changed({ record: 'meeting-absence', uid: person, before: { on }, after: null })
  return DONE
}

/** What has been is in the log. */
function assertNotPast({ today }: Call, on: string): void {
  if (on < today) throw new AppError('not-allowed-now', 'meetingDayOver')
}
