import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  bandOf,
  countDays,
  type MemberWeek,
  MOOD_FLOOR,
  publishWeek,
  WATCHED_WEEKS,
  type WeekToPublish,
} from './mood-publication.ts'

const LEVELS = [1, 2, 3, 4, 5] as const
const WEEKS = 14
const DAYS = 5
/** Two levels are what was promised; the three bands leave one more. */
const LEFT = 3

interface World {
  mode: 'named' | 'counters'
  /** Members of each week. */
  teams: readonly ReadonlySet<number>[]
  /** Of person, week and day; null where nobody answered. */
  answerOf(person: number, week: number, day: number): number | null
}

/** Between what the sum of so many levels lies, both inclusive: all that the attacker learns from a published week. */
type Bounds = (answers: number) => [number, number]
type Publisher = (week: WeekToPublish, before: readonly MemberWeek[]) => Bounds | null

const boundsOfBand: Record<string, Bounds> = {
  bright: (n) => [Math.ceil(3.5 * n), 5 * n],
  overcast: (n) => [Math.ceil(2.5 * n), Math.ceil(3.5 * n) - 1],
  rainy: (n) => [n, Math.ceil(2.5 * n) - 1],
}
const bounded = (band: string) => boundsOfBand[band] ?? null

const ours: Publisher = (week, before) => {
  const { band } = publishWeek(week, before)
  return band && bounded(band)
}
const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0)
const withoutMask: Publisher = (week) => ours(week, [])
const withoutFloor: Publisher = ({ counts }) => (sum(counts) > 0 ? bounded(bandOf(counts)) : null)
const exactMean: Publisher = (week, before) => {
  if (!ours(week, before)) return null
  const total = sum(week.counts.map((count, index) => count * (index + 1)))
  const mean = Math.round((total / sum(week.counts)) * 10) / 10
  return (n) => [Math.ceil((mean - 0.05) * n), Math.floor((mean + 0.05) * n)]
}

interface SeenWeek {
  week: number
  members: ReadonlySet<number>
  /** Who answered how often on the days that count; the attacker saw everybody come and go. */
  weights: ReadonlyMap<number, number>
  levels: ReadonlyMap<number, readonly number[]>
  bounds: Bounds
}

/** As the console publishes, week after week. */
function published(world: World, publisher: Publisher): SeenWeek[] {
  const seen: SeenWeek[] = []
  for (const [week, members] of world.teams.entries()) {
    const answers = [...Array(DAYS).keys()].flatMap((day) =>
      [...members].flatMap((person) => {
        const level = world.answerOf(person, week, day)
        return level === null ? [] : [{ person, on: String(day), level }]
      }),
    )
    const counted = publisher === withoutFloor ? answers : answers.filter(({ on }) => isCounted(answers, on))
    const counts = world.mode === 'named' && publisher !== withoutFloor ? countDays(answers) : countAll(counted)
    const before = seen.filter((one) => one.week >= week - WATCHED_WEEKS)
    const bounds = publisher({ members, counts }, before)
    if (!bounds) continue
    const levels = new Map<number, number[]>()
    for (const { person, level } of counted) levels.set(person, [...(levels.get(person) ?? []), level])
    const weights = new Map([...levels].map(([person, own]) => [person, own.length]))
    seen.push({ week, members, weights, levels, bounds })
  }
  return seen
}

/** Counters reach the disk by days, five or more answers at once. */
function isCounted(answers: readonly { on: string }[], on: string): boolean {
  return answers.filter((one) => one.on === on).length >= MOOD_FLOOR
}

function countAll(answers: readonly { level: number }[]): number[] {
  return LEVELS.map((level) => answers.filter((one) => one.level === level).length)
}

const meets = ([low, high]: [number, number], [least, most]: [number, number]) => low <= most && high >= least

/** Fewest levels an answer keeps for one who knows the week's figure, who answered, and the own answers. Exact. */
function leftAlone({ weights, levels, bounds }: SeenWeek): number {
  const all = sum([...weights.values()])
  const [least, most] = bounds(all)
  const insiders = [null, ...weights.keys()]
  return Math.min(
    ...insiders.flatMap((insider) => {
      const own = insider === null ? [] : (levels.get(insider) ?? [])
      const others = all - own.length - 1
      const hasTarget = [...weights.keys()].some((person) => person !== insider)
      if (!hasTarget) return []
      const possible = LEVELS.filter((level) => {
        const rest = sum(own) + level
        return meets([rest + others, rest + 5 * others], [least, most])
      })
      return [possible.length]
    }),
  )
}

type Group = 'stay' | 'leave' | 'join'
const NONE: Record<Group, number> = { stay: 0, leave: 0, join: 0 }

/**
 * Fewest levels a person keeps for one who subtracts two weeks, taking it that everybody stays as they are and answers
 * every day, and who may know an own answer of any level: sums over those who stayed, joined and left must fit both
 * figures. Exact for that attacker; where nothing fits, the assumption was wrong and nothing is learnt.
 */
function leftBetween(one: SeenWeek, other: SeenWeek): number {
  const stayed = [...one.members].filter((person) => other.members.has(person)).length
  const left = one.members.size - stayed
  const joined = other.members.size - stayed
  const first = one.bounds(one.members.size)
  const second = other.bounds(other.members.size)
  const counts: Record<Group, number> = { stay: stayed, leave: left, join: joined }
  const fits = (fixed: Record<Group, number>, free: Record<Group, number>) => {
    for (let total = free.stay; total <= 5 * free.stay; total++) {
      const before = total + fixed.stay + fixed.leave
      const after = total + fixed.stay + fixed.join
      if (!meets([before + free.leave, before + 5 * free.leave], first)) continue
      if (meets([after + free.join, after + 5 * free.join], second)) return true
    }
    return false
  }
  const kept = (own: Record<Group, number>, others: Record<Group, number>) =>
    (['stay', 'leave', 'join'] as const)
      .filter((group) => others[group] > 0)
      .map((group) => {
        const free = { ...others, [group]: others[group] - 1 }
        return LEVELS.filter((level) => fits({ ...own, [group]: own[group] + level }, free)).length
      })
      .filter((levels) => levels > 0)
  const insiders = (['stay', 'leave', 'join'] as const)
    .filter((group) => counts[group] > 0)
    .flatMap((group) =>
      LEVELS.flatMap((level) => kept({ ...NONE, [group]: level }, { ...counts, [group]: counts[group] - 1 })),
    )
  return Math.min(5, ...kept(NONE, counts), ...insiders)
}

function fewestLeft(world: World, publisher: Publisher): number {
  const seen = published(world, publisher)
  const alone = seen.map(leftAlone)
  const pairs = seen.flatMap((one, index) =>
    seen
      .slice(index + 1)
      .filter(({ week }) => week - one.week <= WATCHED_WEEKS)
      .map((other) => leftBetween(one, other)),
  )
  return Math.min(5, ...alone, ...pairs)
}

/** A team that people join and leave, mostly one or two at a time, now and then many at once. */
const teams = fc
  .tuple(
    fc.integer({ min: 5, max: 20 }),
    fc.array(fc.record({ joins: fc.constantFrom(0, 0, 0, 1, 1, 2, 6), leaves: fc.constantFrom(0, 0, 0, 1, 1, 3, 7) }), {
      minLength: WEEKS - 1,
      maxLength: WEEKS - 1,
    }),
  )
  .map(([size, changes]) => {
    let next = size
    let members = [...Array(size).keys()]
    return [
      new Set(members),
      ...changes.map(({ joins, leaves }) => {
        const staying = members.slice(Math.min(leaves, members.length))
        const joining = Array.from({ length: Math.min(joins, 20 - staying.length) }, () => next++)
        members = [...staying, ...joining]
        return new Set(members)
      }),
    ]
  })

const worlds: fc.Arbitrary<World> = fc
  .record({
    mode: fc.constantFrom('named' as const, 'counters' as const),
    teams,
    /** Weather of person, week and day, whole teams at the edges included. */
    climate: fc.constantFrom([1, 1, 2], [1, 2, 3, 4, 5], [3, 4], [4, 5, 5], [2, 3]),
    isSteady: fc.boolean(),
    silence: fc.constantFrom(0, 0, 0.2, 0.6),
    dice: fc.integer({ min: 1, max: 1_000_000 }),
  })
  .map(({ climate, isSteady, silence, dice, ...world }) => ({
    ...world,
    answerOf(person, week, day) {
      if (share(dice, person, week, day, 7) < silence) return null
      const [w, d] = isSteady ? [0, 0] : [week, day]
      return climate[Math.floor(share(dice, person, w, d, 1) * climate.length)] ?? 3
    },
  }))

/** Even over 0…1, the same for the same numbers. */
function share(...numbers: readonly number[]): number {
  let hash = 2_166_136_261
  for (const number of numbers) {
    hash = Math.imul(hash ^ (number + 0x9e37), 16_777_619)
    hash ^= hash >>> 13
  }
  return (hash >>> 0) / 2 ** 32
}

const RUNS = 400
const finds = (publisher: Publisher) =>
  fc.check(
    fc.property(worlds, (world) => fewestLeft(world, publisher) >= LEFT),
    { numRuns: RUNS, seed: 20_261_123 },
  )

describe('what is published of moods', () => {
  it('names no answer to whoever sees every week and knows who came, joined and left', () => {
    fc.assert(
      fc.property(worlds, (world) => fewestLeft(world, ours) >= LEFT),
      { numRuns: RUNS },
    )
  })

  it('publishes most weeks of a team that stays', () => {
    const steady: World = {
      mode: 'named',
      teams: Array.from({ length: WEEKS }, () => new Set([...Array(9).keys()])),
      answerOf: (person, week, day) => LEVELS[(person + week + day) % 5] ?? 3,
    }
    expect(published(steady, ours)).toHaveLength(WEEKS)
  })

  it('comes back four weeks after somebody joined', () => {
    const small = new Set([...Array(8).keys()])
    const grown = new Set([...small, 8])
    const world: World = { mode: 'counters', teams: [small, ...Array(6).fill(grown)], answerOf: () => 4 }
    expect(published(world, ours).map(({ week }) => week)).toEqual([0, 5, 6])
  })

  it.each([
    ['ten bright, three gone, two new', 10, 7, 9],
    ['nineteen bright, eight gone, one new', 19, 11, 12],
    ['six bright, two gone, three new, of whom one knows the own answer', 6, 4, 7],
  ])('masks a change that a fall to rainy would give away: %s', (_what, before, stayed, after) => {
    const first = new Set(Array(before).keys())
    const second = new Set([...Array(stayed).keys(), ...Array.from({ length: after - stayed }, (_, at) => before + at)])
    const world: World = { mode: 'counters', teams: [first, second], answerOf: (_person, week) => (week === 0 ? 4 : 1) }
    expect(published(world, ours).map(({ week }) => week)).toEqual([0])
  })

  it('publishes again once as many changed as stayed', () => {
    const first = new Set(Array(12).keys())
    const second = new Set(Array.from({ length: 12 }, (_, at) => at + 6))
    const world: World = { mode: 'counters', teams: [first, second], answerOf: () => 4 }
    expect(published(world, ours).map(({ week }) => week)).toEqual([0, 1])
  })

  it.each([
    ['without the mask over joiners and leavers', withoutMask],
    ['without a floor of five', withoutFloor],
    ['with a mean instead of a band', exactMean],
  ])('would be found out %s', (_what, mutant) => {
    expect(finds(mutant).failed).toBe(true)
  })

  it.each([
    [[0, 0, 0, 5, 0], 'bright'],
    [[0, 0, 3, 3, 0], 'bright'],
    [[0, 0, 4, 3, 0], 'overcast'],
    [[0, 3, 3, 0, 0], 'overcast'],
    [[0, 4, 3, 0, 0], 'rainy'],
  ] as const)('%j is %s', (counts, band) => expect(bandOf(counts)).toBe(band))

  it('counts a day from five different people, each with the first answer', () => {
    const day = (on: string, people: number, level: number) =>
      Array.from({ length: people }, (_, person) => ({ person, on, level }))
    expect(countDays([...day('a', 5, 2), { person: 0, on: 'a', level: 5 }, ...day('b', 4, 1)])).toEqual([0, 5, 0, 0, 0])
  })
})
