import type { Device, Outage } from '../../../shared/contract/devices.ts'
import { findItem } from '../checklists/index.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { staffRefs } from '../people/index.ts'
import { deviceById, fieldsOf, isInUse, listDevices, type RegisteredDevice } from './device-repository.ts'
import { listCorrections, listOpenOutages, listOpenOutagesOf, type OutageRow } from './outage-repository.ts'

/** The register with what every device suffers from now: wholly down goes before in part. */
export function readDevices(call: Pick<Call, 'database' | 'today'>): Device[] {
  const worst = new Map<number, OutageRow>()
  for (const outage of listOpenOutages(call.database)) {
    const known = worst.get(outage.device_id)
    if (!known || isWorse(outage, known)) worst.set(outage.device_id, outage)
  }
  return listDevices(call.database).map((device) => contractDevice(call, device, worst.get(device.id)))
}

export function readDevice(call: Pick<Call, 'database' | 'today'>, device: RegisteredDevice): Device {
  const [first, ...others] = listOpenOutagesOf(call.database, device.id)
  const worst = first && others.reduce((known, one) => (isWorse(one, known) ? one : known), first)
  return contractDevice(call, device, worst)
}

/** Devices in use that serve nobody now, the longest down first: one look at the few unfinished outages. */
export function readDevicesDown(
  call: Pick<Call, 'database' | 'today'>,
): { uid: string; name: string; since: number }[] {
  const since = new Map<number, number>()
  for (const { device_id, started_at, is_partial } of listOpenOutages(call.database)) {
    if (is_partial === 0) since.set(device_id, Math.min(started_at, since.get(device_id) ?? started_at))
  }
  if (since.size === 0) return []
  return listDevices(call.database)
    .filter((device) => since.has(device.id) && isInUse(device, call.today))
    .map(({ id, uid, name }) => ({ uid, name, since: since.get(id) ?? 0 }))
    .sort((a, b) => a.since - b.since)
}

function isWorse(one: OutageRow, known: OutageRow): boolean {
  return one.is_partial === known.is_partial ? one.started_at < known.started_at : one.is_partial < known.is_partial
}

function contractDevice(
  { today }: Pick<Call, 'today'>,
  device: RegisteredDevice,
  outage: OutageRow | undefined,
): Device {
  const isDue = isInUse(device, today)
  return {
    ...fieldsOf(device),
    uid: device.uid,
    pinyin: device.pinyin,
    isInUse: isDue,
    down:
      outage && isDue
        ? {
            outageUid: outage.uid,
            since: outage.started_at,
            isPartial: outage.is_partial === 1,
            reason: outage.reason,
          }
        : null,
  }
}

/** Who, which round and which task, by name. */
export function contractOutage(call: Pick<Call, 'database'>, row: OutageRow): Outage {
  const { database } = call
  const refs = staffRefs(database)
  const nameOf = (id: number | null) => (id === null ? '—' : (refs.get(id)?.name ?? '—'))
  const { uid, name, number } = deviceById(database, row.device_id)
  return {
    uid: row.uid,
    device: { uid, name, number },
    startAt: row.started_at,
    endAt: row.ended_at,
    isPartial: row.is_partial === 1,
    reason: row.reason,
    ticket: row.ticket,
    vendor: row.vendor,
    calledAt: row.called_at,
    arrivedAt: row.arrived_at,
    repairedAt: row.repaired_at,
    enteredAt: row.entered_at,
    enteredBy: nameOf(row.entered_by),
    endedBy: row.ended_at === null ? null : nameOf(row.ended_by),
    patrolUid: patrolUidOf(call, row.patrol_id),
    item: findItem(database, row.item_no)?.id ?? null,
    task: taskOf(call, row.rectification_id),
    revision: row.revision,
    corrections:
      row.revision === 1
        ? []
        : listCorrections(database, row.id).map((correction) => ({
            at: correction.at,
            by: nameOf(correction.by),
            reason: correction.reason,
            startAt: correction.started_at,
            endAt: correction.ended_at,
            isPartial: correction.is_partial === 1,
          })),
  }
}

function patrolUidOf({ database }: Pick<Call, 'database'>, id: number | null): string | null {
  if (id === null) return null
  return (statement(database, 'SELECT uid FROM patrol WHERE id = ?').pluck().get(id) as string | undefined) ?? null
}

function taskOf({ database }: Pick<Call, 'database'>, id: number | null): { uid: string; no: string } | null {
  if (id === null) return null
  const task = statement(database, 'SELECT uid, no FROM rectification WHERE id = ?').get(id)
  return (task as { uid: string; no: string } | undefined) ?? null
}
