import type { Client } from '../../../shared/contract/index.ts'
import { createRandom } from './random.ts'

const A_DAY = 0.75
const SECOND = 0.35
const IS_PRIVATE = 0.15
const SEES = 0.5
const CARDS = [
  ['早高峰主动走出柜台，帮两位老人填好了单子。', 'warmth'],
  ['叫号机卡纸时先稳住排队的客户，再报修。', 'customer'],
  ['我外出培训那天，替我守了一上午的弹性窗口。', 'together'],
  ['季末对账逐笔复核，挑出一笔科目用错的。', 'skill'],
  ['客户催得急，仍坚持把核实三问问完。', 'compliance'],
  ['把填单台的样单重新排版，老人一眼能看懂。', 'better'],
  ['下雨天提前铺好防滑垫，还给客户备了伞袋。', 'customer'],
  ['新同事第一次独立办业务，在旁边陪了一下午。', 'together'],
  ['识破一笔冒充亲友的转账，劝住了客户。', 'compliance'],
  ['午间只剩两个窗口，主动晚吃饭多开了一个。', 'together'],
  ['听障客户来办业务，用手写板一步步讲清楚。', 'warmth'],
  ['整理出机具报修电话表，贴在每台机器背面。', 'better'],
] as const

/** Cards between colleagues, some of them private. A stream of its own. */
export function sampleThanks(seed: number) {
  const random = createRandom(seed * 53 + 11)
  const sight = createRandom(seed * 59 + 13)
  return {
    /** In the morning about half of them look at their cards. */
    async see(everybody: readonly { client: Client }[]): Promise<void> {
      for (const { client } of everybody) {
        if (!sight.chance(SEES)) continue
        const [newest] = (await client.thanks.list({ box: 'received', limit: 1 })).cards
        if (newest) await client.thanks.see({ until: newest.at })
      }
    },

    /** In the evening; what the limits refuse is not given. */
    async give(everybody: readonly { uid: string; client: Client }[]): Promise<void> {
      for (const chance of [A_DAY, SECOND]) {
        if (!random.chance(chance)) return
        const giver = random.pick(everybody)
        const receiver = random.pick(everybody)
        const [words, value] = random.pick(CARDS)
        const isPrivate = random.chance(IS_PRIVATE)
        if (giver.uid === receiver.uid) continue
        await giver.client.thanks.give({ to: receiver.uid, words, value, isPrivate }).catch(ignoreLimit)
      }
    },
  }
}

function ignoreLimit(error: unknown): void {
  if ((error as { code?: unknown }).code !== 'conflict') throw error
}
