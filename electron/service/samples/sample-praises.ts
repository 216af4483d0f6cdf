import type { Client } from '../../../shared/contract/index.ts'
import type { PraiseChannel } from '../../../shared/contract/praises.ts'
import { createRandom } from './random.ts'

const A_DAY = 0.35
const OF_ALL = 0.15
const PRAISES: readonly [words: string, channel: PraiseChannel][] = [
  ['腿脚不便的老人来取养老金，工作人员迎到门口扶进来，办完又送上车。', 'guest-book'],
  ['手机银行登不上，耐心讲了三遍，还写成小纸条让我带回家。', 'guest-book'],
  ['差点把钱转给骗子，柜台再三核实拦住了，全家感谢。', 'banner'],
  ['下班前赶到，没有催我，把挂失的手续一次讲清楚。', 'call'],
  ['排队时主动给孩子拿水、让座，服务很暖。', 'counter'],
  ['零钞换得快，态度好，摊位上的人都知道来这里换。', 'counter'],
  ['帮我找回落在柜台的存折，电话一直打到联系上为止。', 'letter'],
  ['午间人多，大堂一直有人引导，等的时间比以前短多了。', 'online'],
]
const PRAISE_OF_ALL: readonly [words: string, channel: PraiseChannel][] = [
  ['环境整洁，老花镜、轮椅都能用，老年人办事放心。', 'guest-book'],
  ['雨天门口铺了防滑垫还备了伞袋，想得周到。', 'online'],
]

/** Praise of customers, entered in the evening by somebody it does not name. A stream of its own. */
export function samplePraises(seed: number) {
  const random = createRandom(seed * 61 + 17)
  return {
    async live(everybody: readonly { uid: string; client: Client }[], on: string): Promise<void> {
      if (!random.chance(A_DAY)) return
      const by = random.pick(everybody)
      const praised = random.pick(everybody)
      const isOfAll = random.chance(OF_ALL) || praised.uid === by.uid
      const [words, channel] = random.pick(isOfAll ? PRAISE_OF_ALL : PRAISES)
      await by.client.praises.add({ on, channel, words, people: isOfAll ? [] : [praised.uid] })
    },
  }
}
