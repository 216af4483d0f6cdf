import type { ChecklistItem } from '../../../shared/contract/checklists.ts'
import type { Device, Outage } from '../../../shared/contract/devices.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { DEFAULT_ZONE, instantOf } from '../../../shared/domain/business-day.ts'
import { UPTIME_INDICATOR } from '../../../shared/domain/device-uptime.ts'
import { createRandom, type Random } from './random.ts'

const MINUTE_MS = 60_000
const FIRST_MINUTE = 9 * 60 + 20
const LAST_MINUTE = 15 * 60
const A_DAY = 0.14
/** Most fails of the item are a blemish; now and then a machine stands still. */
const STANDS_STILL = 0.25
const PARTIAL = 0.3
const REASONS = ['钞箱卡钞', '读卡器无响应', '凭条打印机缺纸卡纸', '网络中断', '触摸屏失灵', '系统升级后未恢复']
const PARTIAL_REASONS = ['只能取款，存款模块故障', '身份证读取不灵，可用手输', '不出凭条，可办业务']

export type SampleDevices = ReturnType<typeof sampleDevices>

/** What breaks and who writes it up. A stream of its own: the rounds of a seed stay what they were without devices. */
export function sampleDevices(seed: number) {
  const random = createRandom(seed * 31 + 11)
  return {
    /** Of several devices in the zone of a failing item the walker names one. */
    async nameFailing(walker: Client, patrolUid: string, { id, feeds }: ChecklistItem): Promise<void> {
      if (!feeds?.includes(UPTIME_INDICATOR) || !random.chance(STANDS_STILL)) return
      const { devices, named } = await walker.devices.ofAnswer({ patrolUid, item: id })
      if (named.length > 0 || devices.length === 0) return
      await walker.devices.nameForAnswer({ patrolUid, item: id, devices: [random.pick(devices).uid] })
    },

    /** In the evening the keeper completes what rounds found, and enters what happened between them. */
    async writeUp(keeper: Client, on: string, now: number): Promise<void> {
      for (const outage of await keeper.devices.outages({ from: on, to: on })) {
        if (outage.ticket !== null) continue
        const repairedBy = Math.min(outage.startAt + random.between(30, 200) * MINUTE_MS, now)
        await complete(keeper, outage, outage.endAt ?? repairedBy, random)
      }
      if (!random.chance(A_DAY)) return
      const inUse = (await keeper.devices.list({})).filter(({ isInUse, down }) => isInUse && !down)
      if (inUse.length > 0) await enter(keeper, random.pick(inUse), on, now, random)
    },

    /** The world ends with one machine waiting for its vendor. */
    async breakOne(keeper: Client): Promise<void> {
      const device = (await keeper.devices.list({})).find(({ kind, down }) => kind === 'non-cash' && !down)
      if (device) await keeper.devices.markDown({ device: device.uid, reason: '读卡器无响应，已报修' })
    },
  }
}

async function enter(keeper: Client, device: Device, on: string, now: number, random: Random): Promise<void> {
  const startAt = instantOf(on, random.between(FIRST_MINUTE, LAST_MINUTE), DEFAULT_ZONE)
  const endAt = Math.min(startAt + random.between(25, 170) * MINUTE_MS, now)
  const isPartial = random.chance(PARTIAL)
  await keeper.devices.enterOutage({
    device: device.uid,
    startAt,
    endAt,
    isPartial,
    reason: random.pick(isPartial ? PARTIAL_REASONS : REASONS),
    ...repair(startAt, endAt, random),
    vendor: device.vendor,
  })
}

async function complete(keeper: Client, outage: Outage, endAt: number, random: Random): Promise<void> {
  const { uid, revision, startAt, isPartial, reason } = outage
  const device = (await keeper.devices.list({})).find((one) => one.uid === outage.device.uid)
  await keeper.devices.updateOutage({
    uid,
    basedOn: revision,
    startAt,
    endAt,
    isPartial,
    reason,
    ...repair(startAt, endAt, random),
    vendor: device?.vendor ?? null,
  })
}

/** Called, arrived and repaired lie within the outage, in this order. */
function repair(startAt: number, endAt: number, random: Random) {
  const whole = endAt - startAt
  const at = (share: number) => startAt + Math.floor((whole * share) / MINUTE_MS) * MINUTE_MS
  return {
    ticket: `WX${random.between(100_000, 999_999)}`,
    calledAt: at(0.08),
    arrivedAt: at(0.45),
    repairedAt: at(0.9),
  }
}
