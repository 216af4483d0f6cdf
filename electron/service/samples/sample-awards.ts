import type { AwardCard } from '../../../shared/contract/award-cards.ts'
import type { AwardFields } from '../../../shared/contract/award-steps.ts'
import type { Client } from '../../../shared/contract/index.ts'
import { proposePeriod } from '../../../shared/domain/award-period.ts'
import { createRandom } from './random.ts'

/** Whoever of the sample outlet an award needs. */
export interface AwardStaff {
  uid: string
  role: string
  client: Client
}

const REASONS: readonly [string, string, ...string[]] = [
  '雨天把行动不便的老人送到车上，客户隔天送来感谢信',
  '午间高峰加开窗口，四十分钟清完等候客户',
  '识破冒充公检法的骗局，劝阻客户转出养老钱',
  '手把手教十几位老年客户用上手机银行',
  '业务零差错，还带出一名新柜员',
]
const GRACE = '客户误会插队当众辱骂，全程微笑解释，事后查明服务无错'
const BRANCH = '全季零有效投诉，客户表扬六次，服务法被支行推广'
const OBJECTION = '当月请过一周假，出勤够不够评选条件？'
const ANSWER = '查考勤：请假三天，服务记录齐全，不影响评选。'
const NOTE = '查看监控、台账并问过当班主管'
const REWARDS = ['流动台签一块', '优先选休一天', '图书卡一张']
/** What is typed where the console holds no record, by its source; `points` lies between 93 and 100. */
const TYPED: Readonly<
  Record<string, (points: number) => { words: string; figure: string | null; unit: string | null }>
> = {
  'customer.rating': (points) => ({ words: '评价系统月报', figure: String(points), unit: '%' }),
  'mystery.score': (points) => ({ words: '神秘访客报告', figure: String(points), unit: '分' }),
  'volume.rank': (points) => ({ words: '柜面业务量月报', figure: String(101 - points), unit: '位' }),
  'idea.adopted': () => ({ words: '减少重复填单的建议被支行采纳', figure: null, unit: null }),
  'case.writeup': () => ({ words: '事迹材料一份，经当班主管核对', figure: null, unit: null }),
}
const BY_WORD = { words: '晨会上同事推荐', figure: null, unit: null }
const OBJECTION_MONTH = 3
const REVOCATION_MONTH = 5
const GRACE_MONTH = 2
/** The first days of October are a holiday. */
const FIRST_DAYS = 9
const A_WEEK_STAR = 0.05
const LINKED = ['month-service-star', 'best-service-star']

/** Stars of the months and what else is given through a year. A stream of its own; nothing here opens a task. */
export function sampleAwards(seed: number, staff: readonly AwardStaff[]) {
  const random = createRandom(seed * 37 + 29)
  const of = (role: string) => {
    const found = staff.find((one) => one.role === role)
    if (!found) throw new Error(`The sample outlet has no ${role}`)
    return found
  }
  const [head, ops, lobby] = [of('outlet-head'), of('ops-supervisor'), of('lobby-manager')]
  const tellers = staff.filter(({ role }) => role === 'teller')
  let last = ''
  let isUnderWay = false
  let months = 0
  let winner = 0

  /** The newest record of the person for one of these sources. */
  async function link(client: Client, { award }: AwardCard, criterion: { id: string; sources: string[] }) {
    const { records } = await client.awardEvidence.search({
      subject: { kind: 'person', staffUid: award.nominee.person?.uid ?? '' },
      ...{ from: award.from, to: award.to, sources: criterion.sources, limit: 1 },
    })
    const [found] = records
    if (!found) return null
    return client.awards.addEvidence({
      ...{ uid: award.uid, criterion: criterion.id, source: found.source, record: found.record, on: found.on },
      ...{ words: null, figure: null, unit: null },
    })
  }

  async function nominated(by: AwardStaff, kind: string, person: AwardStaff, on: string, reason: string) {
    const { kinds } = await by.client.awards.rules({})
    const rules = kinds.find(({ id }) => id === kind)
    if (!rules) throw new Error(`No award ${kind}`)
    const period = proposePeriod(rules.cycle, on)
    const fields: AwardFields = { kind, nominee: { kind: 'person', person: person.uid }, ...period, reason }
    let card = await by.client.awards.add(fields)
    for (const criterion of rules.criteria) {
      // What a short award leans on, the month's may not lean on again.
      const isLinked = LINKED.includes(kind) && (await link(by.client, card, criterion)) !== null
      if (isLinked && !random.chance(0.4)) continue
      const points = random.between(93, 100)
      const source = criterion.sources.find((one) => TYPED[one]) ?? criterion.sources[0] ?? ''
      card = await by.client.awards.addEvidence({
        ...{ uid: card.award.uid, criterion: criterion.id, source, record: null, on: period.to },
        ...(TYPED[source]?.(points) ?? BY_WORD),
      })
    }
    const { award } = await by.client.awards.card({ uid: card.award.uid })
    return by.client.awards.nominate({ uid: award.uid, basedOn: award.revision })
  }

  /** Null where a veto applies: then it is withdrawn. */
  async function reviewed({ award }: AwardCard, reviewers: readonly AwardStaff[]) {
    let card = await head.client.awards.checkGates({ uid: award.uid })
    for (const { gate, result } of card.gates) {
      if (result !== 'unknown') continue
      card = await head.client.awards.confirmGate({ uid: award.uid, gate, result: 'clear', note: NOTE })
    }
    const basedOn = card.award.revision
    if (card.gates.some(({ result }) => result === 'found')) {
      await head.client.awards.withdraw({ uid: award.uid, basedOn, reason: '有一票否决情形' })
      return null
    }
    await head.client.awards.startReview({ uid: award.uid, basedOn, reviewers: reviewers.map(({ uid }) => uid) })
    const criteria = (await head.client.awards.rules({})).kinds.find(({ id }) => id === award.kind)?.criteria ?? []
    for (const { client } of reviewers) {
      await client.awards.declare({ uid: award.uid, isRelative: false })
      const scores = criteria.map(({ id }) => ({
        ...{ criterion: id, points: random.chance(0.06) ? null : random.between(78, 98), note: null },
      }))
      await client.awards.score({ uid: award.uid, scores })
    }
    const { award: done } = await head.client.awards.card({ uid: award.uid })
    return head.client.awards.publicise({ uid: award.uid, basedOn: done.revision, tieReason: '并列，事迹更突出' })
  }

  async function objected({ award }: AwardCard) {
    const { award: raised, objections } = await ops.client.awards.object({ uid: award.uid, words: OBJECTION })
    await head.client.awards.answerObjection({
      ...{ uid: award.uid, basedOn: raised.revision, objection: objections[0]?.uid ?? '' },
      ...{ answer: ANSWER, isUpheld: false },
    })
  }

  async function grantAtOnce({ award }: AwardCard, on: string) {
    const { award: done } = await head.client.awards.grant({ uid: award.uid, basedOn: award.revision })
    await head.client.awards.noteReward({ uid: done.uid, what: random.pick(REWARDS), on })
  }

  async function month(on: string) {
    months++
    const star = tellers[winner++ % tellers.length]
    if (!star) return
    const nomination = await nominated(lobby, 'month-service-star', star, on, random.pick(REASONS))
    const card = await reviewed(nomination, [head, ops])
    if (card && months === OBJECTION_MONTH) await objected(card)
    if (months === GRACE_MONTH) {
      const other = tellers[winner % tellers.length] ?? star
      const grace = await reviewed(await nominated(lobby, 'grace-award', other, on, GRACE), [head, ops])
      // Decided above: the decision comes with its letter.
      if (grace) {
        const { award } = await head.client.awards.card({ uid: grace.award.uid })
        const decision = { reference: `滨支服〔${on.slice(0, 4)}〕${months}号`, decidedOn: on }
        await head.client.awards.grant({ uid: award.uid, basedOn: award.revision, ...decision })
      }
    }
    if (months === REVOCATION_MONTH) await revokeOne()
  }

  /** The oldest granted one: found out later. */
  async function revokeOne() {
    const { awards } = await head.client.awards.list({ state: 'granted', kind: 'month-service-star' })
    const oldest = awards.at(-1)
    if (!oldest) return
    await head.client.awards.revoke({ uid: oldest.uid, basedOn: oldest.revision, reason: '事后查明一次代客操作' })
  }

  /** Now and then a star of the week, who is granted at once. */
  async function week(on: string) {
    if (!isUnderWay || !random.chance(A_WEEK_STAR)) return
    const best = random.pick(tellers)
    const { from } = proposePeriod('weekly', on)
    const { awards } = await head.client.awards.list({ kind: 'week-star', from })
    if (awards.some(({ state }) => state !== 'withdrawn')) return
    const card = await reviewed(await nominated(lobby, 'week-star', best, on, random.pick(REASONS)), [head, ops])
    if (card) await grantAtOnce(card, on)
  }

  return {
    /** The world ends with a nomination that waits for the head. */
    async endOpenly(on: string): Promise<void> {
      const next = tellers[winner % tellers.length]
      const { from } = proposePeriod('weekly', on)
      const { awards } = await head.client.awards.list({ kind: 'week-star', from })
      if (next && awards.length === 0) await nominated(lobby, 'week-star', next, on, REASONS[1])
    },

    /** In the evening of the first days of a month: the star of the last one; each quarter a nomination for the branch. */
    async live(on: string): Promise<void> {
      if (on.slice(0, 7) === last || Number(on.slice(8, 10)) > FIRST_DAYS) {
        await week(on)
        return
      }
      last = on.slice(0, 7)
      if (isUnderWay) await month(on)
      isUnderWay = true
      if (months > 1 && Number(on.slice(5, 7)) % 3 === 1) {
        const best = tellers[(winner + 1) % tellers.length]
        if (best) await nominated(head, 'best-service-star', best, on, BRANCH)
      }
    },
  }
}
