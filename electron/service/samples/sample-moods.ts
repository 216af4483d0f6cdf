import type { Client } from '../../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../../shared/contract/moods.ts'
import type { Person } from '../../../shared/contract/people.ts'
import { DEFAULT_ZONE, instantOf, weekdayOf } from '../../../shared/domain/business-day.ts'
import { createRandom, type Random } from './random.ts'
import type { SampleClock } from './sample-round.ts'

const FIRST_MINUTE = 7 * 60 + 8
const MINUTE_MS = 60_000
const COMES = 0.86
const NAMES_CAUSE = 0.4
/** A head hears of most lows the same day. */
const TALKS = 0.8
const LOW_CAUSES = ['queue-rush', 'customer-conflict', 'overtime', 'sales-target', 'system-fault', 'sleep', 'exam']
const GOOD_CAUSES = ['helped', 'goal-met', 'rested', 'praised']
const CHANGES = [
  ['十一点半到一点排队太赶', '午间加开一个弹性窗口，大堂引导分流小额现金'],
  ['连着三天晚走，第二天没精神', '晚走的同事次日弹性到岗，周会改到下午'],
  ['读卡器老坏，客户冲着大堂发火', '报修改为当天跟进，备一台移动终端顶上'],
  ['考试和月底撞在一起', '考前一周不排营销任务，两人一组互相抽题'],
] as const

interface Hired {
  person: Person
  client: Client
}

export type SampleMoods = ReturnType<typeof sampleMoods>

/** How people were, by name and with their consent. A stream of its own: the rounds of a seed stay what they were. */
export function sampleMoods(seed: number, hired: readonly Hired[], pin: string) {
  const random = createRandom(seed * 37 + 5)
  const head = hired.find(({ person }) => person.role === 'outlet-head')
  if (!head) throw new Error('The sample outlet lacks a head')
  const usual = hired.map(() => 3.2 + random.between(0, 12) / 10)
  const others = hired.filter((one) => one !== head)
  let changes = 0

  async function talk({ person }: Hired): Promise<void> {
    await head?.client.moods.openCare({ pin })
    await head?.client.moods.recordTalk({
      person: person.uid,
      outcome: random.chance(0.7) ? 'talked' : 'arranged',
      nextOn: null,
      actions: [random.pick(['swap-window', 'early-break', 'buddy', 'lighten'])],
      note: null,
    })
  }

  return {
    async begin(): Promise<void> {
      await head.client.moods.openSeries({ mode: 'named' })
      for (const { client } of hired) await client.moods.consent({ notice: NOTICE_VERSION })
    },

    /** In turn at the shared PC, before the first round. */
    async checkIn(on: string, clock: SampleClock, until: number): Promise<void> {
      const start = instantOf(on, FIRST_MINUTE, DEFAULT_ZONE)
      for (const [index, one] of hired.entries()) {
        const level = levelOf(usual[index] ?? 4, on, random)
        const tags = tagsOf(level, random)
        const comes = random.chance(COMES)
        const asks = level <= 1 && one !== head && random.chance(TALKS)
        const at = start + index * MINUTE_MS
        if (!comes || at > until) continue
        clock.set(at)
        await one.client.moods.checkIn({ moment: 'arrival', level, tags })
        if (!asks) continue
        clock.set(at + MINUTE_MS / 2)
        await talk(one)
      }
      const next = CHANGES[changes]
      if (!next || weekdayOf(on) !== 1 || !random.chance(0.08)) return
      const [heard, did] = next
      await head.client.moods.addChange({ heard, did })
      changes++
    },

    /** The world ends with one colleague low and one who would like to talk. */
    async endLow(): Promise<void> {
      const [low, asking] = others.slice(-2)
      await low?.client.moods.checkIn({ moment: 'after-incident', level: 1, tags: ['customer-conflict'] })
      await asking?.client.moods.askToTalk({})
    },
  }
}

/** Mondays and month ends weigh a little. */
function levelOf(usual: number, on: string, random: Random): number {
  const weight = (weekdayOf(on) === 1 ? 0.3 : 0) + (Number(on.slice(8)) >= 27 ? 0.4 : 0)
  const spread = (random.between(0, 100) + random.between(0, 100) - 100) / 60
  return Math.max(1, Math.min(5, Math.round(usual - weight + spread)))
}

function tagsOf(level: number, random: Random): string[] {
  const isNamed = random.chance(NAMES_CAUSE)
  const cause = random.pick(level <= 3 ? LOW_CAUSES : GOOD_CAUSES)
  return isNamed ? [cause] : []
}
