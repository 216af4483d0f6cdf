import { existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { daysBetween, instantOf, parseClock, weekdayOf } from '../../shared/domain/business-day.ts'

export const ROUND_SIZE = 144
/** Items due in every round of a bench world: ten years of working days then hold 1.9 million answers. */
const PADDED_SIZE = 159
/** The midday round of every twentieth day is missed: a measurement can fill it in with nothing in its way. */
const MISSED_EVERY = 20
export const BENCH_PIN = '246810'
/** The service's clock during the measurements: an opening round is due. */
export const BENCH_NOW = '2026-11-23T07:52:00+08:00'
const ZONE = 'Asia/Shanghai'
const FIRST_DAY = { tenYears: '2016-11-28', oneMonth: '2026-10-26' }
const LAST_DAY = '2026-11-20'
/** A machine is down on every tenth day. */
const OUTAGE_EVERY = 10
const DEVICES = 7
/** Of whoever has not signed in yet. */
export const ONE_TIME_PIN = '135790'

export type World = keyof typeof FIRST_DAY

/** Builds a world once and keeps it in the machine's temporary folder: some 2,400 days of five rounds of 159 items. */
export async function benchWorld(world: World): Promise<string> {
  const version = migrations.at(-1)?.version ?? 0
  const folder = join(tmpdir(), `chenxun-bench-${world}-${version}-5`)
  if (existsSync(folder)) return folder
  const workshop = mkdtempSync(join(tmpdir(), 'chenxun-bench-build-'))
  const startedAt = performance.now()
  await build(workshop, world)
  rmSync(join(workshop, 'logs'), { recursive: true, force: true })
  mkdirSync(tmpdir(), { recursive: true })
  renameSync(workshop, folder)
  process.stderr.write(`built ${world} in ${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`)
  return folder
}

async function build(folder: string, world: World): Promise<void> {
  let now = Date.parse(`${FIRST_DAY[world]}T07:00:00+08:00`)
  const { portsOf } = createPortsFactory(folder, { now: () => now })
  const ports = portsOf('own')
  ports.ids = { ...ports.ids, digits: () => ONE_TIME_PIN }
  const service = createService({ open: () => ports, leavesIdleSeats: false })
  const operator = createRouterClient(service.router, { context: { seat: 'bench', as: 'operator' } }) as Client
  const walker = createRouterClient(service.router, { context: { seat: 'walker' } }) as Client
  await hireAndPad(operator, walker)
  let days = 0
  for (const on of daysBetween(FIRST_DAY[world], LAST_DAY)) {
    if (weekdayOf(on) > 5) continue
    days++
    now = instantOf(on, parseClock('07:00'), ZONE)
    await service.tick()
    const { patrols } = await walker.patrols.day({ on })
    for (const [index, patrol] of patrols.entries()) {
      if (patrol.round === 'midday' && days % MISSED_EVERY === 0) continue
      now = patrol.windowStart + 60_000
      await walkRound(walker, patrol.uid, index + Number(on.slice(8)))
    }
    if (days % OUTAGE_EVERY === 0) await breakOne(walker, now, days)
  }
  service.close()
}

/** Two hours out of the last, entered afterwards. */
async function breakOne(client: Client, now: number, days: number): Promise<void> {
  const devices = await client.devices.list({})
  const device = devices[days % DEVICES]?.uid ?? ''
  const unknown = { ticket: null, vendor: null, calledAt: null, arrivedAt: null, repairedAt: null }
  const times = { startAt: now - 2 * 3_600_000, endAt: now, isPartial: false, reason: '卡钞' }
  await client.devices.enterOutage({ device, ...unknown, ...times })
}

/** Three people, seven machines and a checklist whose items are all due in every round. */
async function hireAndPad(operator: Client, walker: Client): Promise<void> {
  await operator.people.installOutlet({ code: 'BENCH-1', name: '压测网点' })
  const blank = { staffNo: null, duties: [], joinedOn: null, certificateValidTo: null }
  const { person } = await operator.people.add({ name: '沈知夏', post: 'lobby-manager', ...blank })
  await operator.people.add({ name: '林予安', post: 'outlet-head', ...blank })
  await operator.people.add({ name: '顾青禾', post: 'ops-supervisor', ...blank })
  await walker.people.signIn({ personUid: person.uid, pin: ONE_TIME_PIN })
  await walker.people.changePin({ oldPin: ONE_TIME_PIN, newPin: BENCH_PIN })
  const unknown = { zone: null, vendor: null, phone: null, installedOn: null, switchedOffOn: null, hours: null }
  for (let number = 1; number <= DEVICES; number++) {
    await operator.devices.add({ kind: 'cash', name: `取款机${number}号`, number: `ATM-${number}`, ...unknown })
  }
  const { items } = await operator.checklists.current({})
  const kept = items.filter(({ reading }) => !reading).slice(0, PADDED_SIZE)
  const ids = new Set(kept.map(({ id }) => id))
  await operator.checklists.switchItems({
    ids: items.filter(({ id }) => !ids.has(id)).map(({ id }) => id),
    isOn: false,
  })
  for (const { id, version: _version, isOn: _isOn, isOwn: _isOwn, condition: _condition, ...wording } of kept) {
    const rounds = ['opening', 'morning', 'midday', 'afternoon', 'closing'] as const
    await operator.checklists.rewordItem({ id, wording: { ...wording, cadence: 'daily', rounds: [...rounds] } })
  }
}

const NOTES = ['现场未到位，需整改', '与标准不一致', '已当场擦净', '版本不是最新一期', '缺一件，已报修']

/** One command a round: nine of ten pass, some notes, hardly a fail. */
async function walkRound(client: Client, uid: string, salt: number): Promise<void> {
  const { items } = await client.patrols.start({ uid })
  const answers = items.map(({ id }, index) => {
    const dice = (index * 31 + salt * 17) % 97
    const value = dice === 0 ? ('fail' as const) : dice < 3 ? ('not-seen' as const) : ('pass' as const)
    return { item: id, value, note: dice < 5 ? (NOTES[dice % NOTES.length] ?? null) : null, basedOn: 0 }
  })
  await client.patrols.answer({ uid, answers })
  await client.patrols.submit({ uid })
}
