import type { DeviceMonth, devices, Outage, Uptime } from '../../../shared/contract/devices.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { addDays, businessDay, instantOf, monthRange } from '../../../shared/domain/business-day.ts'
import { type DeviceDue, deviceUptime, totalUptime } from '../../../shared/domain/device-uptime.ts'
import { AppError } from '../../../shared/errors.ts'
import { readCalendar } from '../calendar/index.ts'
import type { Call } from '../handlers.ts'
import { readZone } from '../settings/index.ts'
import { dueOf, getDevice, listDevices, type RegisteredDevice } from './device-repository.ts'
import { findFirstStart, listOutagesBetween, type OutageRow } from './outage-repository.ts'
import { contractOutage, readDevices } from './read-devices.ts'
import { readUptimeTarget } from './uptime-target.ts'

const MOST_SHOWN = 1000
/** Far above what a year of any outlet holds; figures leave nothing out. */
const MOST_COUNTED = 100_000
const MOST_DAYS = 750

/** Every device that was due in the month, or is in the register still, with the figures of the month. */
export function readMonth(call: Call, month: string): DeviceMonth {
  const uptimeOf = uptimeReader(call, month, month)
  const { from, to } = monthRange(month)
  const state = new Map(readDevices(call).map((device) => [device.uid, device]))
  const rows = listDevices(call.database)
    .filter(({ installedOn, switchedOffOn }) => (installedOn ?? '') <= to && (switchedOffOn ?? to) >= from)
    .flatMap((device) => {
      const shown = state.get(device.uid)
      return shown ? [{ device: shown, uptime: uptimeOf(device, month) }] : []
    })
  return {
    month,
    ...readUptimeTarget(call.ports.content),
    total: totalUptime(rows.map(({ uptime }) => uptime)),
    devices: rows,
  }
}

export function readMonths(call: Call, { till, count, device }: InputOf<typeof devices.months>) {
  const months = monthsUpTo(till, count)
  const wanted = device === undefined ? listDevices(call.database) : [getDevice(call.database, device)]
  const uptimeOf = uptimeReader(call, months[0] ?? till, till)
  return months.map((month) => ({ month, uptime: totalUptime(wanted.map((one) => uptimeOf(one, month))) }))
}

/** Of all devices over a span of days, both inclusive. */
export function readUptimeBetween(call: Call, from: string, to: string): Uptime {
  const calendar = readCalendar(call.ports)
  const { zone } = calendar
  const byDevice = outagesByDevice(call, from, to, zone)
  return totalUptime(
    listDevices(call.database).map((device) => {
      const outages = (byDevice.get(device.id) ?? []).map(downTimeOf)
      return deviceUptime(dueSinceRecorded(call, device, zone), outages, calendar, { from, to }, call.now)
    }),
  )
}

export function readOutages(call: Call, wish: InputOf<typeof devices.outages>): Outage[] {
  return listOutagesBetween(call.database, rangeOf(call, wish, MOST_SHOWN)).map((row) => contractOutage(call, row))
}

export function countOutages(call: Call, wish: InputOf<typeof devices.outages>): number {
  return listOutagesBetween(call.database, rangeOf(call, wish, MOST_COUNTED)).length
}

function rangeOf({ database }: Call, { from, to, device }: InputOf<typeof devices.outages>, limit: number) {
  if (addDays(from, MOST_DAYS) < to) throw new AppError('invalid-input', 'rangeTooLong')
  const zone = readZone(database)
  return {
    from: instantOf(from, 0, zone),
    to: instantOf(addDays(to, 1), 0, zone),
    device: device === undefined ? null : getDevice(database, device).id,
    limit,
  }
}

/** Reads the outages of all these months once. */
function uptimeReader(call: Call, firstMonth: string, lastMonth: string) {
  const calendar = readCalendar(call.ports)
  const { zone } = calendar
  const byDevice = outagesByDevice(call, monthRange(firstMonth).from, monthRange(lastMonth).to, zone)
  return (device: RegisteredDevice, month: string): Uptime => {
    const outages = (byDevice.get(device.id) ?? []).map(downTimeOf)
    return deviceUptime(dueSinceRecorded(call, device, zone), outages, calendar, monthRange(month), call.now)
  }
}

function outagesByDevice(call: Call, from: string, to: string, zone: string): Map<number, OutageRow[]> {
  const rows = listOutagesBetween(call.database, {
    from: instantOf(from, 0, zone),
    to: instantOf(addDays(to, 1), 0, zone),
    device: null,
    limit: MOST_COUNTED,
  })
  const byDevice = new Map<number, OutageRow[]>()
  for (const row of rows) byDevice.set(row.device_id, [...(byDevice.get(row.device_id) ?? []), row])
  return byDevice
}

/** Nothing is known of the time before a device was on record, so none of it is counted as uptime. */
function dueSinceRecorded({ database }: Call, device: RegisteredDevice, zone: string): DeviceDue {
  const due = dueOf(device)
  const firstKnown = Math.min(device.createdAt, findFirstStart(database, device.id) ?? device.createdAt)
  const recordedOn = businessDay(firstKnown, zone)
  return due.installedOn !== null && due.installedOn > recordedOn ? due : { ...due, installedOn: recordedOn }
}

function downTimeOf({ started_at, ended_at, is_partial }: OutageRow) {
  return { startAt: started_at, endAt: ended_at, isPartial: is_partial === 1 }
}

function monthsUpTo(till: string, count: number): string[] {
  const months = [till]
  while (months.length < count) months.unshift(addDays(`${months[0] ?? till}-01`, -1).slice(0, 7))
  return months
}
