import { createRouterClient } from '@orpc/server'
import type { ChecklistItem } from '../../../shared/contract/checklists.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { Person } from '../../../shared/contract/people.ts'
import { addDays, businessDay, DEFAULT_ZONE, daysBetween, instantOf } from '../../../shared/domain/business-day.ts'
import type { Ports } from '../ports.ts'
import type { Service } from '../service.ts'
import { createRandom, type Random } from './random.ts'
import { sampleAwards } from './sample-awards.ts'
import { mapSampleClauses } from './sample-clauses.ts'
import { type SampleDevices, sampleDevices } from './sample-devices.ts'
import { readSampleOutlet } from './sample-files.ts'
import { type SampleMeetings, sampleMeetings } from './sample-meetings.ts'
import { type SampleMoods, sampleMoods } from './sample-moods.ts'
import { sampleNotices } from './sample-notices.ts'
import { samplePraises } from './sample-praises.ts'
import { type SampleClock, walkRound } from './sample-round.ts'
import { type SampleTeam, workOnTasks } from './sample-tasks.ts'
import { sampleThanks } from './sample-thanks.ts'

export interface SampleOptions {
  service: Service
  content: Ports['content']
  clock: SampleClock
  months: number
  seed: number
  /** The last instant of the world; nothing lies after it. */
  until: number
  isSample: boolean
  /** Everybody's PIN. */
  pin: string
  onDay?(done: number, of: number): void | Promise<void>
}

export interface SampleWorld {
  people: { name: string; role: string; pin: string }[]
  rounds: number
  answers: number
  tasks: number
}

const DAY_STARTS_MINUTE = 7 * 60
const EVENING_MINUTE = 17 * 60 + 40
/** Small faults are put right soon after the round. */
const FIXING_MS = 14 * 60_000
const FIXING_TIMES = 3

/** Writes a believable outlet through the service, day by day with a moving clock. */
export async function writeSampleWorld(options: SampleOptions): Promise<SampleWorld> {
  const { clock, service, until } = options
  const random = createRandom(options.seed)
  const lastDay = businessDay(until, DEFAULT_ZONE)
  const days = daysBetween(firstDay(lastDay, options.months), lastDay)
  clock.set(instantOf(days[0] ?? lastDay, DAY_STARTS_MINUTE, DEFAULT_ZONE))
  const staff = await hire(options)
  await staff.moods.begin()
  await mapSampleClauses(staff.team.ofQueue('outlet-head'))
  const world: SampleWorld = { people: staff.people, rounds: 0, answers: 0, tasks: 0 }
  for (const [index, on] of days.entries()) {
    clock.set(Math.min(instantOf(on, DAY_STARTS_MINUTE, DEFAULT_ZONE), until))
    await service.tick()
    await liveDay(options, staff, on, random, index / days.length, world)
    if (index === days.length - 1) await endOpenly(staff, on)
    await options.onDay?.(index + 1, days.length)
  }
  clock.set(until)
  await service.tick()
  world.tasks = (await staff.operator.rectifications.list({ limit: 1 })).total
  return world
}

interface Staff {
  operator: Client
  awards: ReturnType<typeof sampleAwards>
  devices: SampleDevices
  moods: SampleMoods
  notices: ReturnType<typeof sampleNotices>
  praises: ReturnType<typeof samplePraises>
  thanks: ReturnType<typeof sampleThanks>
  everybody: readonly { uid: string; client: Client }[]
  meetings: SampleMeetings
  people: SampleWorld['people']
  team: SampleTeam
}

async function liveDay(
  { clock, until }: SampleOptions,
  { operator, team, awards, devices, meetings, moods, notices, praises, thanks, everybody }: Staff,
  on: string,
  random: Random,
  quality: number,
  world: SampleWorld,
): Promise<void> {
  const { patrols, isOpen } = await operator.patrols.day({ on })
  if (!isOpen) return
  await moods.checkIn(on, clock, until)
  await thanks.see(everybody)
  const lead = team.ofQueue('lobby-manager')
  if (random.chance(0.16))
    await lead.patrols.setConditions({ on, conditions: { 'weather.rain': true, 'weather.rain-snow-ice': true } })
  const { rounds } = await operator.checklists.current({})
  for (const patrol of patrols) {
    /** Busy days lose a round now and then; it stays missed. */
    if (patrol.windowEnd > until || random.chance(0.018)) continue
    const role = rounds.find(({ id }) => id === patrol.round)?.patrollerRole ?? 'lobby-manager'
    const walker = team.ofQueue(role)
    const onFail = (item: ChecklistItem) => devices.nameFailing(walker, patrol.uid, item)
    const { answers } = await walkRound(walker, patrol, clock, random, quality, onFail)
    world.rounds++
    world.answers += answers
    const walkedAt = clock.now()
    if (patrol.round === 'opening') await meetings.morning(on, clock, team)
    for (let time = 1; time <= FIXING_TIMES; time++) {
      // A meeting that lasts longer than the way to the fault puts off its fixing, and nothing else.
      clock.set(Math.min(Math.max(walkedAt + time * FIXING_MS, clock.now()), until))
      await workOnTasks(operator, team, random)
    }
  }
  const evening = instantOf(on, EVENING_MINUTE, DEFAULT_ZONE)
  if (evening > until) return
  clock.set(Math.max(evening, clock.now()))
  await workOnTasks(operator, team, random)
  await devices.writeUp(team.ofQueue('device-keeper'), on, clock.now())
  await notices.live(lead, everybody, on)
  await thanks.give(everybody)
  await praises.live(everybody, on)
  await meetings.evening(on, clock, team)
  await awards.live(on)
}

async function hire({ service, content, isSample, pin, seed }: SampleOptions): Promise<Staff> {
  const clientOf = (seat: string, as?: 'operator') =>
    createRouterClient(service.router, { context: as ? { seat, as } : { seat } }) as Client
  const operator = clientOf('sample-operator', 'operator')
  const { code, name, staff, devices } = readSampleOutlet(content)
  await operator.people.installOutlet({ code, name, isSample })
  const hired: { person: Person; client: Client }[] = []
  for (const fields of staff) {
    const { person, oneTimePin } = await operator.people.add(fields)
    const client = clientOf(`sample/${person.uid}`)
    await client.people.signIn({ personUid: person.uid, pin: oneTimePin })
    await client.people.changePin({ oldPin: oneTimePin, newPin: pin })
    hired.push({ person, client })
  }
  const leads = hired.filter(({ person }) => person.role !== 'teller')
  const first = (found: { client: Client } | undefined): Client => {
    if (!found) throw new Error('The sample outlet lacks a post')
    return found.client
  }
  for (const device of devices) await operator.devices.add(device)
  return {
    operator,
    awards: sampleAwards(
      seed,
      hired.map(({ person, client }) => ({ uid: person.uid, role: person.role, client })),
    ),
    devices: sampleDevices(seed),
    moods: sampleMoods(seed, hired, pin),
    notices: sampleNotices(seed),
    praises: samplePraises(seed),
    thanks: sampleThanks(seed),
    everybody: hired.map(({ person, client }) => ({ uid: person.uid, client })),
    meetings: sampleMeetings(seed, pin),
    people: hired.map(({ person }) => ({ name: person.name, role: person.role, pin })),
    team: {
      ofQueue: (queue) =>
        first(hired.find(({ person }) => person.post === queue || person.duties.includes(queue as 'device-keeper'))),
      named: (name) => first(hired.find(({ person }) => person.name === name)),
      verifierOtherThan: (owner) => first(leads.find(({ person }) => person.name !== owner)),
      checkerOtherThan: (names) => first(leads.find(({ person }) => !names.includes(person.name))),
    },
  }
}

/** The world ends with something to do. */
async function endOpenly({ awards, devices, moods, team }: Staff, on: string): Promise<void> {
  await devices.breakOne(team.ofQueue('device-keeper'))
  await moods.endLow()
  await awards.endOpenly(on)
}

/** The first of the month, so many months back. */
function firstDay(lastDay: string, months: number): string {
  let day = `${lastDay.slice(0, 7)}-01`
  for (let back = 1; back < months; back++) day = `${addDays(day, -1).slice(0, 7)}-01`
  return day
}
