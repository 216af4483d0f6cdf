import type { devices, Outage } from '../../../shared/contract/devices.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { LATE_PASS } from '../../../shared/domain/device-uptime.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Call } from '../handlers.ts'
import { findPersonById } from '../people/index.ts'
import { getDevice } from './device-repository.ts'
import {
  BLANK_OUTAGE,
  getOutage,
  insertCorrection,
  insertOutage,
  listOpenOutagesOf,
  type NewOutage,
  type OutageRow,
  updateOutageRow,
} from './outage-repository.ts'
import { contractOutage } from './read-devices.ts'

type Times = Pick<
  InputOf<typeof devices.enterOutage>,
  'startAt' | 'endAt' | 'isPartial' | 'reason' | 'ticket' | 'vendor' | 'calledAt' | 'arrivedAt' | 'repairedAt'
>

/** Leads by their role, others by the duty of device keeper. */
export function assertMayRecord({ actor, database }: Call): void {
  if (actor.role !== 'teller') return
  const person = actor.staffId === null ? undefined : findPersonById(database, actor.staffId)
  if (!person?.duties.includes('device-keeper')) throw new AppError('forbidden', 'deviceKeeperOnly')
}

export function markDown(call: Call, { device, isPartial, reason }: InputOf<typeof devices.markDown>): Outage {
  assertMayRecord(call)
  const { id } = getDevice(call.database, device)
  const isKnown = listOpenOutagesOf(call.database, id).some((one) => one.is_partial === Number(isPartial))
  if (isKnown) throw new AppError('conflict', 'deviceIsDown')
  return openOutage(call, {
    device_id: id,
    started_at: call.now,
    is_partial: Number(isPartial),
    reason: reason || null,
  })
}

export function markUp(call: Call, { device }: InputOf<typeof devices.markUp>): Outage[] {
  assertMayRecord(call)
  const open = listOpenOutagesOf(call.database, getDevice(call.database, device).id)
  if (open.length === 0) throw new AppError('conflict', 'deviceIsUp')
  return open.map((outage) => endOutage(call, outage, call.now))
}

export function enterOutage(call: Call, { device, ...times }: InputOf<typeof devices.enterOutage>): Outage {
  assertMayRecord(call)
  assertInOrder(call, times)
  const { id } = getDevice(call.database, device)
  const ended_by = times.endAt === null ? null : call.actor.staffId
  return openOutage(call, { device_id: id, ...columnsOf(times), ended_by })
}

/** What is only added, or an end where there was none, needs no reason; another time or kind does. */
export function changeOutage(
  call: Call,
  { uid, basedOn, correction, ...times }: InputOf<typeof devices.updateOutage>,
): Outage {
  assertMayRecord(call)
  const before = getCurrent(call, uid, basedOn)
  assertInOrder(call, times)
  const isCorrection =
    times.startAt !== before.started_at ||
    Number(times.isPartial) !== before.is_partial ||
    (before.ended_at !== null && times.endAt !== before.ended_at)
  if (isCorrection && !correction) {
    throw new AppError('invalid-input', 'correctionNeedsReason', { fields: { correction: 'required' } })
  }
  if (isCorrection && correction) {
    const { started_at, ended_at, is_partial } = before
    insertCorrection(call.database, {
      ...{ outage_id: before.id, revision: before.revision, at: call.now, by: call.actor.staffId },
      ...{ reason: correction, started_at, ended_at, is_partial },
    })
  }
  const change: Partial<OutageRow> = columnsOf(times)
  if (times.endAt !== before.ended_at) {
    Object.assign(change, {
      ended_by: times.endAt === null ? null : call.actor.staffId,
      end_patrol_id: null,
      end_item_no: null,
    })
  }
  return write(call, before, change, isCorrection ? { correction } : {})
}

export function withdrawOutage(call: Call, { uid, basedOn, reason }: InputOf<typeof devices.withdrawOutage>) {
  assertMayRecord(call)
  takeBack(call, getCurrent(call, uid, basedOn), reason)
  return { done: true as const }
}

/** A row that counts no longer; it stays for the record. */
export function takeBack(call: Call, row: OutageRow, reason: string | null): void {
  updateOutageRow(call.database, row.id, { withdrawn_at: call.now, withdrawn_reason: reason })
  call.changed({ record: 'device-outage', uid: row.uid, before: shown(row), after: { withdrawn: true, reason } })
  call.touched('devices', row.uid)
}

export function openOutage(
  call: Call,
  fields: Pick<NewOutage, 'device_id' | 'started_at'> & Partial<NewOutage>,
): Outage {
  const uid = call.ports.ids.uid(call.now)
  insertOutage(call.database, {
    ...BLANK_OUTAGE,
    ...fields,
    uid,
    entered_at: call.now,
    entered_by: call.actor.staffId,
  })
  const row = getOutage(call.database, uid)
  call.changed({ record: 'device-outage', uid, before: null, after: shown(row) })
  call.touched('devices', uid)
  return contractOutage(call, row)
}

/** Never before its start: a clock that was set back makes it an outage without length. */
export function endOutage(
  call: Call,
  row: OutageRow,
  at: number,
  by: { patrolId: number; itemNo: number } | null = null,
): Outage {
  const change = {
    ended_at: Math.max(at, row.started_at),
    ended_by: call.actor.staffId,
    end_patrol_id: by?.patrolId ?? null,
    end_item_no: by?.itemNo ?? null,
  }
  return write(call, row, change)
}

/** What stood before somebody entered late that it had been seen running earlier. */
export function noteLateEnd({ database, now, actor }: Call, row: OutageRow): void {
  insertCorrection(database, {
    ...{ outage_id: row.id, revision: row.revision, at: now, by: actor.staffId, reason: LATE_PASS },
    ...{ started_at: row.started_at, ended_at: row.ended_at, is_partial: row.is_partial },
  })
}

/** Runs on as if its end had never been told. */
export function resumeOutage(call: Call, row: OutageRow): Outage {
  return write(call, row, { ended_at: null, ended_by: null, end_patrol_id: null, end_item_no: null })
}

function write(call: Call, before: OutageRow, change: Partial<OutageRow>, more: object = {}): Outage {
  updateOutageRow(call.database, before.id, change)
  const after = getOutage(call.database, before.uid)
  call.changed({
    record: 'device-outage',
    uid: before.uid,
    before: shown(before),
    after: { ...shown(after), ...more },
  })
  call.touched('devices', before.uid)
  return contractOutage(call, after)
}

function getCurrent({ database }: Call, uid: string, basedOn: number): OutageRow {
  const row = getOutage(database, uid)
  if (row.revision !== basedOn) throw new AppError('conflict', 'outageChangedMeanwhile')
  return row
}

/** Start, call, arrival, repair, end: each given time not before the given one that precedes it, none after now. */
function assertInOrder({ now }: Call, { startAt, calledAt, arrivedAt, repairedAt, endAt }: Times): void {
  const steps = { startAt, calledAt, arrivedAt, repairedAt, endAt }
  let last = 0
  for (const [field, at] of Object.entries(steps)) {
    if (at === null) continue
    if (at > now) throw new AppError('invalid-input', 'timeInFuture', { fields: { [field]: 'timeInFuture' } })
    if (at < last) throw new AppError('invalid-input', 'timesOutOfOrder', { fields: { [field]: 'timesOutOfOrder' } })
    last = at
  }
}

function columnsOf({ startAt, endAt, isPartial, reason, ticket, vendor, calledAt, arrivedAt, repairedAt }: Times) {
  return {
    started_at: startAt,
    ended_at: endAt,
    is_partial: Number(isPartial),
    reason: reason || null,
    ticket: ticket || null,
    vendor: vendor || null,
    called_at: calledAt,
    arrived_at: arrivedAt,
    repaired_at: repairedAt,
  }
}

function shown(row: OutageRow) {
  const { started_at, ended_at, is_partial, reason, ticket, vendor, called_at, arrived_at, repaired_at } = row
  return { started_at, ended_at, is_partial, reason, ticket, vendor, called_at, arrived_at, repaired_at }
}
