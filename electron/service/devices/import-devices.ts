import type { DeviceFields } from '../../../shared/contract/devices.ts'
import { AppError } from '../../../shared/errors.ts'
import { statement } from '../database/statements.ts'
import type { Call } from '../handlers.ts'
import { deleteDevice, fieldsOf, listDevices } from './device-repository.ts'
import { addDevice } from './manage-devices.ts'

/** Adds the machines of a file. The register is kept by those who may edit it by hand. */
export function importDevices(call: Call, rows: readonly DeviceFields[], importId: number): void {
  assertEditsRegister(call)
  for (const row of rows) addDevice(call, row, importId)
  call.touched('devices')
}

/**
 * Takes them out again, but for those that somebody changed by hand or that have outages on record: gives the names of
 * these. Refused where it would take none.
 */
export function removeImportedDevices(call: Call, importId: number): string[] {
  assertEditsRegister(call)
  const added = listDevices(call.database).filter((device) => device.importId === importId)
  const isKept = ({ id, changedAt }: (typeof added)[number]) => changedAt !== null || hasOutages(call, id)
  const kept = added.filter(isKept)
  if (added.length > 0 && kept.length === added.length) {
    throw new AppError('conflict', 'importUsedSince', { params: { count: kept.length } })
  }
  for (const device of added) {
    if (kept.includes(device)) continue
    deleteDevice(call.database, device.id)
    call.changed({ record: 'device', uid: device.uid, before: fieldsOf(device), after: null })
  }
  call.touched('devices')
  return kept.map(({ name, number }) => `${name} ${number}`)
}

function assertEditsRegister({ actor }: Call): void {
  if (actor.role === 'lobby-manager') throw new AppError('forbidden', 'registerEditorsOnly')
}

function hasOutages({ database }: Call, id: number): boolean {
  return statement(database, 'SELECT 1 FROM device_outage WHERE device_id = ? LIMIT 1').get(id) !== undefined
}

/** Numbers on record, for whoever reads a file. */
export function listDeviceNumbers({ database }: Pick<Call, 'database'>): string[] {
  return listDevices(database).map(({ number }) => number)
}
