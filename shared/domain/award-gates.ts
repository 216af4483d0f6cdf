/**
 * The vetoes of the awards file under ids of ours, so that a decision about one stays with it when its wording changes.
 * `data`: the console looks for records that speak against the nominee; `person`: only somebody who was there can say.
 */
export const AWARD_GATES = [
  { id: 'mutual-gaming', by: 'data', zh: '互刷（同两人一周超过三次）' },
  { id: 'upheld-complaint', by: 'data', zh: '当期有查实的有效投诉' },
  { id: 'critical-fail', by: 'data', zh: '当期有严重项不合格且负直接责任' },
  { id: 'falsified-data', by: 'person', zh: '数据弄虚作假' },
  { id: 'not-certified', by: 'data', zh: '未持证上岗' },
  { id: 'own-completion', by: 'data', zh: '本人负责轮次完成率低于九成' },
  { id: 'case-or-accident', by: 'person', zh: '当期发生案件或重大安全事故' },
  { id: 'critical-overdue', by: 'data', zh: '严重项整改超期未销号' },
  { id: 'falsified-records', by: 'person', zh: '巡检、晨会记录造假' },
  { id: 'service-at-fault', by: 'person', zh: '事后查明服务有错' },
  { id: 'customer-data-leaked', by: 'person', zh: '处置中泄露客户信息' },
  { id: 'look-back-failed', by: 'data', zh: '回头看不通过' },
  { id: 'copied', by: 'person', zh: '抄袭他人' },
  { id: 'unexplained-overruns', by: 'person', zh: '有超承诺时限两次以上未说明' },
  { id: 'hosted-none', by: 'data', zh: '当月未主持满一次' },
] as const

export type AwardGateId = (typeof AWARD_GATES)[number]['id']
export const AWARD_GATE_IDS = AWARD_GATES.map(({ id }) => id) as [AwardGateId, ...AwardGateId[]]

const BY_WORDING = new Map<string, (typeof AWARD_GATES)[number]>(AWARD_GATES.map((gate) => [gate.zh, gate]))

/** The gate a veto of the file means; undefined for a wording nobody has given an id. */
export function gateOf(vetoZh: string): (typeof AWARD_GATES)[number] | undefined {
  return BY_WORDING.get(vetoZh)
}
