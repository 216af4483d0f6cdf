import type { Client } from '../../../shared/contract/index.ts'
import { addDays } from '../../../shared/domain/business-day.ts'
import { createRandom } from './random.ts'

const A_DAY = 0.12
const DAYS_TO_PASS_ON = 5
const AWAY = 0.12
const READS_LATER = 0.7
const NOTICES = [
  ['季末柜面现金限额调整', '库存限额按新标准执行，超额当日上缴。', '滨江支行运营部'],
  ['养老金发放日厅堂安排', '提前半小时开门候客，增开一个弹性窗口，备轮椅和饮水。', '滨江支行服务管理部'],
  ['自助设备防尾随提示更新', '新提示语已下发，当天换到每台机具旁。', '滨江支行安全保卫部'],
  ['老年客户大额转账再提醒', '先问三句再办理，存疑时请主管到场，不抢过客户手机。', '分行消保部'],
  ['节假日营业时间公告', '公告提前七天张贴在门口和叫号机旁，电话同步告知预约客户。', '滨江支行办公室'],
  ['利率表换版', '旧表当日撤下，公示栏、折页和电子屏三处一致。', '滨江支行个金部'],
  ['假币收缴凭证填写要求', '两人当面办理，凭证项目不留空。', '分行运营部'],
  ['网点服务月检通报', '本网点扣分项为物料过期和公示栏旧版，整改要求见附表。', '分行服务管理部'],
] as const

/** Circulars as they come in and are told to those who are there. A stream of its own. */
export function sampleNotices(seed: number) {
  const random = createRandom(seed * 37 + 5)
  return {
    /** In the evening: what came before today has been told, what was missed is read, and now and then one comes in. */
    async live(lead: Client, everybody: readonly { uid: string; client: Client }[], on: string): Promise<void> {
      const { notices: waiting } = await lead.notices.list({ state: 'waiting' })
      for (const { uid, receivedOn } of waiting) {
        if (receivedOn >= on) continue
        const people = everybody.filter(() => !random.chance(AWAY)).map((person) => person.uid)
        if (people.length > 0) await lead.notices.passOn({ uid, people })
      }
      for (const { client } of everybody) {
        const { notices: unread } = await client.notices.list({ state: 'unread', limit: 5 })
        for (const { uid, passedAt } of unread) {
          if (passedAt !== null && random.chance(READS_LATER)) await client.notices.read({ uid })
        }
      }
      if (!random.chance(A_DAY)) return
      const [title, words, source] = random.pick(NOTICES)
      await lead.notices.add({ title, words, source, receivedOn: on, passBy: addDays(on, DAYS_TO_PASS_ON) })
    },
  }
}
