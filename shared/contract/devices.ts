import { z } from 'zod'
import { Clock, command, Day, Done, Instant, Nothing, query, READERS, STAFF, Uid } from './procedure.ts'
import { Month } from './reports.ts'

export const DEVICE_KINDS = ['cash', 'non-cash', 'smart', 'support'] as const
export const DeviceKind = z.enum(DEVICE_KINDS)
export type DeviceKind = z.infer<typeof DeviceKind>

export const MOST_DEVICES = 500

const ClosingClock = z.union([Clock, z.literal('24:00')])

const text = (longest: number) => z.string().trim().min(1, 'required').max(longest, 'tooLong')
const optional = (longest: number) => z.string().trim().max(longest, 'tooLong').nullable()

export const DeviceFields = z.object({
  kind: DeviceKind,
  name: text(60),
  /** The number on its plate; no two devices share one. */
  number: text(40),
  zone: z.string().nullable(),
  vendor: optional(60),
  phone: optional(40),
  installedOn: Day.nullable(),
  /** The first day on which it is no longer due. */
  switchedOffOn: Day.nullable(),
  /** Null: the outlet's opening hours. */
  hours: z.object({ open: Clock, close: ClosingClock, onClosedDays: z.boolean() }).nullable(),
})
export type DeviceFields = z.infer<typeof DeviceFields>

export const Device = DeviceFields.extend({
  uid: Uid,
  /** Search key of the name. */
  pinyin: z.string(),
  /** In use today: installed, and not switched off. */
  isInUse: z.boolean(),
  /** What it suffers from now; null while it runs. */
  down: z.object({ outageUid: Uid, since: Instant, isPartial: z.boolean(), reason: z.string().nullable() }).nullable(),
})
export type Device = z.infer<typeof Device>

export const DeviceRef = z.object({ uid: Uid, name: z.string(), number: z.string() })

const OutageCorrection = z.object({
  at: Instant,
  by: z.string(),
  reason: z.string(),
  startAt: Instant,
  endAt: Instant.nullable(),
  isPartial: z.boolean(),
})

export const Outage = z.object({
  uid: Uid,
  device: DeviceRef,
  startAt: Instant,
  /** Null while it lasts. */
  endAt: Instant.nullable(),
  isPartial: z.boolean(),
  reason: z.string().nullable(),
  ticket: z.string().nullable(),
  vendor: z.string().nullable(),
  calledAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  repairedAt: Instant.nullable(),
  enteredAt: Instant,
  enteredBy: z.string(),
  endedBy: z.string().nullable(),
  /** The round whose answer opened it. */
  patrolUid: Uid.nullable(),
  item: z.string().nullable(),
  task: z.object({ uid: Uid, no: z.string() }).nullable(),
  revision: z.int(),
  corrections: z.array(OutageCorrection),
})
export type Outage = z.infer<typeof Outage>

/** Minutes of due time; rates 0…1, null where nothing was due. See `shared/domain/device-uptime.ts`. */
export const Uptime = z.object({
  dueMinutes: z.number(),
  downMinutes: z.number(),
  partialMinutes: z.number(),
  uptime: z.number().nullable(),
  failures: z.int(),
  repairMinutes: z.number().nullable(),
  betweenMinutes: z.number().nullable(),
})
export type Uptime = z.infer<typeof Uptime>

export const DeviceMonth = z.object({
  month: Month,
  /** 0…1, from the indicators file: what to reach, and what it started from. */
  target: z.number(),
  floor: z.number(),
  total: Uptime,
  devices: z.array(z.object({ device: Device, uptime: Uptime })).max(MOST_DEVICES),
})
export type DeviceMonth = z.infer<typeof DeviceMonth>

const OutageTimes = {
  startAt: Instant,
  endAt: Instant.nullable(),
  isPartial: z.boolean(),
  reason: optional(200),
  ticket: optional(60),
  vendor: optional(60),
  calledAt: Instant.nullable(),
  arrivedAt: Instant.nullable(),
  repairedAt: Instant.nullable(),
}

const EDITORS = ['outlet-head', 'ops-supervisor', 'operator'] as const
const Why = text(200)

/** Outages are recorded by leads and by whoever has the duty of device keeper; the commands check the duty. */
export const devices = {
  list: query([...READERS], Nothing, z.array(Device).max(MOST_DEVICES)),
  month: query([...READERS], z.object({ month: Month }), DeviceMonth),
  /** Uptime of the whole outlet, or of one device, month by month up to `till`, oldest first. */
  months: query(
    [...READERS],
    z.object({ till: Month, count: z.int().min(1).max(24).default(12), device: Uid.optional() }),
    z.array(z.object({ month: Month, uptime: Uptime })).max(24),
  ),
  /** Newest first; those that touch any of these days. */
  outages: query([...READERS], z.object({ from: Day, to: Day, device: Uid.optional() }), z.array(Outage).max(1000)),
  /** How many there are, where the list leaves the oldest out. */
  outageCount: query([...READERS], z.object({ from: Day, to: Day, device: Uid.optional() }), z.int()),
  add: command([...EDITORS], DeviceFields, Device),
  update: command([...EDITORS], DeviceFields.extend({ uid: Uid }), Device),
  /** Down from now on. */
  markDown: command(
    [...STAFF],
    z.object({ device: Uid, isPartial: z.boolean().default(false), reason: optional(200).default(null) }),
    Outage,
  ),
  /** Ends whatever the device suffers from, now. */
  markUp: command([...STAFF], z.object({ device: Uid }), z.array(Outage).max(20)),
  /** Later, with the real times. */
  enterOutage: command([...STAFF], z.object({ device: Uid, ...OutageTimes }), Outage),
  /** `correction`: why times or kind are changed that stood before; what is only added needs none. */
  updateOutage: command(
    [...STAFF],
    z.object({ uid: Uid, basedOn: z.int(), ...OutageTimes, correction: optional(200).default(null) }),
    Outage,
  ),
  /** It never was: entered by mistake. */
  withdrawOutage: command([...STAFF], z.object({ uid: Uid, basedOn: z.int(), reason: Why }), Done),
  /** Which devices the failing answer of a round means; those named before and not now are taken back. */
  nameForAnswer: command(
    [...STAFF],
    z.object({ patrolUid: Uid, item: z.string(), devices: z.array(Uid).max(50) }),
    z.array(Outage).max(50),
  ),
  /** The devices an item of a round is about, and those named for its answer. */
  ofAnswer: query(
    [...READERS],
    z.object({ patrolUid: Uid, item: z.string() }),
    z.object({ devices: z.array(Device).max(MOST_DEVICES), named: z.array(Uid).max(50) }),
  ),
}
