import type { Database } from 'better-sqlite3'
import { type Device, type DeviceFields, type DeviceKind, MOST_DEVICES } from '../../../shared/contract/devices.ts'
import { formatClock, parseClock } from '../../../shared/domain/business-day.ts'
import type { DeviceDue } from '../../../shared/domain/device-uptime.ts'
import { AppError } from '../../../shared/errors.ts'
import { forget, remembered } from '../database/remembered.ts'
import { statement } from '../database/statements.ts'

interface DeviceRow {
  id: number
  uid: string
  number: string
  kind: DeviceKind
  name: string
  pinyin: string
  zone_id: string | null
  vendor: string | null
  phone: string | null
  installed_on: string | null
  switched_off_on: string | null
  opens: number | null
  closes: number | null
  on_closed_days: number | null
  created_at: number
  import_id: number | null
  changed_at: number | null
}

/** A device as it stands in the register. */
export interface RegisteredDevice extends DeviceFields {
  id: number
  uid: string
  pinyin: string
  createdAt: number
  importId: number | null
  /** By hand, since it was added. */
  changedAt: number | null
}

/** By zone, then number; those switched off as well. */
export function listDevices(database: Database): readonly RegisteredDevice[] {
  return remembered(database, 'devices/all', () =>
    statement(database, `SELECT * FROM device ORDER BY number LIMIT ${MOST_DEVICES}`)
      .all()
      .map((row) => toDevice(row as DeviceRow)),
  )
}

export function getDevice(database: Database, uid: string): RegisteredDevice {
  const device = listDevices(database).find((one) => one.uid === uid)
  if (!device) throw new AppError('not-found', 'deviceGone')
  return device
}

export function deviceById(database: Database, id: number): RegisteredDevice {
  const device = listDevices(database).find((one) => one.id === id)
  if (!device) throw new Error(`device_outage: no device ${id}`)
  return device
}

export interface NewDevice extends DeviceFields {
  uid: string
  pinyin: string
}

export function insertDevice(
  database: Database,
  device: NewDevice,
  made: { at: number; importId: number | null },
): void {
  statement(
    database,
    `INSERT INTO device (uid, number, kind, name, pinyin, zone_id, vendor, phone, installed_on, switched_off_on, opens,
       closes, on_closed_days, created_at, import_id)
     VALUES (@uid, @number, @kind, @name, @pinyin, @zone, @vendor, @phone, @installedOn, @switchedOffOn, @opens,
       @closes, @onClosedDays, @at, @importId)`,
  ).run({ ...columnsOf(device), ...made })
  forget(database, 'devices/')
}

export function updateDevice(database: Database, device: NewDevice, changedAt: number): void {
  statement(
    database,
    `UPDATE device SET number = @number, kind = @kind, name = @name, pinyin = @pinyin, zone_id = @zone,
       vendor = @vendor, phone = @phone, installed_on = @installedOn, switched_off_on = @switchedOffOn, opens = @opens,
       closes = @closes, on_closed_days = @onClosedDays, changed_at = @changedAt WHERE uid = @uid`,
  ).run({ ...columnsOf(device), changedAt })
  forget(database, 'devices/')
}

export function deleteDevice(database: Database, id: number): void {
  statement(database, 'DELETE FROM device WHERE id = ?').run(id)
  forget(database, 'devices/')
}

/** Installed by that day and not switched off. */
export function isInUse({ installedOn, switchedOffOn }: DeviceFields, on: string): boolean {
  return (installedOn === null || installedOn <= on) && (switchedOffOn === null || on < switchedOffOn)
}

export function dueOf({ installedOn, switchedOffOn, hours }: DeviceFields): DeviceDue {
  return {
    installedOn,
    switchedOffOn,
    hours: hours && {
      open: parseClock(hours.open),
      close: parseClock(hours.close),
      onClosedDays: hours.onClosedDays,
    },
  }
}

export function fieldsOf(device: RegisteredDevice | Device): DeviceFields {
  const { kind, name, number, zone, vendor, phone, installedOn, switchedOffOn, hours } = device
  return { kind, name, number, zone, vendor, phone, installedOn, switchedOffOn, hours }
}

function columnsOf({ hours, ...device }: NewDevice) {
  const { uid, number, kind, name, pinyin, zone, vendor, phone, installedOn, switchedOffOn } = device
  return {
    ...{ uid, number, kind, name, pinyin, zone, vendor: vendor || null, phone: phone || null },
    ...{ installedOn, switchedOffOn },
    opens: hours && parseClock(hours.open),
    closes: hours && parseClock(hours.close),
    onClosedDays: hours && Number(hours.onClosedDays),
  }
}

function toDevice(row: DeviceRow): RegisteredDevice {
  const { opens, closes } = row
  return {
    id: row.id,
    uid: row.uid,
    number: row.number,
    kind: row.kind,
    name: row.name,
    pinyin: row.pinyin,
    zone: row.zone_id,
    vendor: row.vendor,
    phone: row.phone,
    installedOn: row.installed_on,
    switchedOffOn: row.switched_off_on,
    hours:
      opens === null || closes === null
        ? null
        : { open: formatClock(opens), close: formatClock(closes), onClosedDays: row.on_closed_days === 1 },
    createdAt: row.created_at,
    importId: row.import_id,
    changedAt: row.changed_at,
  }
}
