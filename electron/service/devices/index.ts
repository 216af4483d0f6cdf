import type { HandlersOf } from '../handlers.ts'
import { nameForAnswer, readDevicesOfAnswer } from './answer-outages.ts'
import { countOutages, readMonth, readMonths, readOutages } from './device-figures.ts'
import { addDevice, changeDevice } from './manage-devices.ts'
import { readDevices } from './read-devices.ts'
import { changeOutage, enterOutage, markDown, markUp, withdrawOutage } from './record-outages.ts'

export { type AnsweredDeviceItem, feedsUptime, outagesFollowAnswer } from './answer-outages.ts'
export { readMonth, readOutages, readUptimeBetween } from './device-figures.ts'
export { importDevices, listDeviceNumbers, removeImportedDevices } from './import-devices.ts'
export { readDevicesDown } from './read-devices.ts'
export { readUptimeTarget } from './uptime-target.ts'

export const devicesHandlers: HandlersOf<'devices'> = {
  list: (call) => readDevices(call),
  month: (call, { month }) => readMonth(call, month),
  months: readMonths,
  outages: readOutages,
  outageCount: countOutages,
  add: (call, fields) => addDevice(call, fields),
  update: changeDevice,
  markDown,
  markUp,
  enterOutage,
  updateOutage: changeOutage,
  withdrawOutage,
  nameForAnswer,
  ofAnswer: readDevicesOfAnswer,
}
