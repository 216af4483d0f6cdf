import type { Device, DeviceFields, devices } from '../../../shared/contract/devices.ts'
import { MOST_DEVICES } from '../../../shared/contract/devices.ts'
import type { InputOf } from '../../../shared/contract/index.ts'
import { parseClock } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import { readChecklist } from '../checklists/index.ts'
import type { Call } from '../handlers.ts'
import { pinyinOf } from '../pinyin-of.ts'
import { fieldsOf, getDevice, insertDevice, listDevices, updateDevice } from './device-repository.ts'
import { readDevice } from './read-devices.ts'

export function addDevice(call: Call, fields: DeviceFields, importId: number | null = null): Device {
  assertSound(call, fields)
  if (listDevices(call.database).length >= MOST_DEVICES) {
    throw new AppError('not-allowed-now', 'tooManyDevices', { params: { most: MOST_DEVICES } })
  }
  const uid = call.ports.ids.uid(call.now)
  insertDevice(call.database, { ...fields, uid, pinyin: pinyinOf(fields.name) }, { at: call.now, importId })
  call.changed({ record: 'device', uid, before: null, after: told(fields) })
  return readDevice(call, getDevice(call.database, uid))
}

export function changeDevice(call: Call, { uid, ...fields }: InputOf<typeof devices.update>): Device {
  const before = getDevice(call.database, uid)
  assertSound(call, fields, uid)
  updateDevice(call.database, { ...fields, uid, pinyin: pinyinOf(fields.name) }, call.now)
  call.changed({ record: 'device', uid, before: told(fieldsOf(before)), after: told(fields) })
  return readDevice(call, getDevice(call.database, uid))
}

/** As the audit chain tells it. */
function told({ hours, ...fields }: DeviceFields) {
  return {
    ...fields,
    dueFrom: hours?.open ?? null,
    dueTo: hours?.close ?? null,
    onClosedDays: hours?.onClosedDays ?? null,
  }
}

function assertSound(call: Call, fields: DeviceFields, uid?: string): void {
  const { number, hours, zone, installedOn, switchedOffOn } = fields
  const taken = listDevices(call.database).some(
    (one) => one.uid !== uid && one.number.toLowerCase() === number.toLowerCase(),
  )
  if (taken) throw new AppError('invalid-input', 'deviceNumberTaken', { fields: { number: 'deviceNumberTaken' } })
  if (hours && parseClock(hours.close) <= parseClock(hours.open)) {
    throw new AppError('invalid-input', 'windowEndsBeforeStart', { fields: { hours: 'windowEndsBeforeStart' } })
  }
  if (installedOn && switchedOffOn && switchedOffOn < installedOn) {
    throw new AppError('invalid-input', 'switchedOffBeforeInstalled', {
      fields: { switchedOffOn: 'switchedOffBeforeInstalled' },
    })
  }
  if (zone !== null && !readChecklist(call.database).zoneById.has(zone)) {
    throw new AppError('not-found', 'zoneGone', { fields: { zone: 'zoneGone' } })
  }
}
