import { DUTIES, type Duty, POSTS, type Post } from '../../roles.ts'
import { wordKey } from './normalize.ts'

/** Word of the file (by `wordKey`) → id. */
export type WordTable<Id extends string> = ReadonlyMap<string, Id>

function tableOf<Id extends string>(words: Record<Id, string>): WordTable<Id> {
  const entries = Object.entries<string>(words) as [Id, string][]
  return new Map(
    entries.flatMap(([id, list]) => [id, ...list.split('|')].map((word): [string, Id] => [wordKey(word), id])),
  )
}

const POST_WORDS = tableOf<Post>({
  'outlet-head': '网点负责人|负责人|网点主任|主任|网点行长|支行行长|行长|outlet head|branch manager|head',
  'ops-supervisor':
    '运营主管|营运主管|会计主管|委派会计主管|运营经理|内勤行长|内控主管|坐班主任|operations supervisor|ops supervisor',
  'lobby-manager': '大堂经理|大堂|大堂副理|大堂主管|大堂助理|大堂引导员|厅堂经理|厅堂|引导员|lobby manager|lobby',
  teller:
    '柜员|高柜柜员|低柜柜员|柜台柜员|综合柜员|现金柜员|非现金柜员|普通柜员|对私柜员|对公柜员|储蓄柜员|会计柜员|综合柜台|高柜|低柜|柜台|柜面|teller|cashier',
  'wealth-manager':
    '理财经理|理财|个人客户经理|零售客户经理|理财顾问|财富经理|财富顾问|贵宾理财经理|wealth manager|relationship manager',
  'corporate-manager':
    '对公客户经理|客户经理|公司客户经理|对公经理|公司业务客户经理|企业客户经理|对公|corporate account manager|corporate manager|account manager',
  'security-guard': '保安|保安员|安保|安保人员|经警|security guard|guard|security',
  cleaner: '保洁|保洁员|清洁工|保洁阿姨|cleaner',
} satisfies Record<(typeof POSTS)[number], string>)

/** `柜员（兼安全员）`, `大堂经理兼设备管理员` name a post first; `行长助理` names none of ours. */
export function postOf(text: string): Post | null {
  const whole = POST_WORDS.get(wordKey(text))
  if (whole) return whole
  const first = text.split(/[(（]|兼|[/、,，+＋]/)[0] ?? ''
  return first.trim() === '' ? null : (POST_WORDS.get(wordKey(first).replace(/岗位?$/, '')) ?? null)
}

const DUTY_WORDS: Record<(typeof DUTIES)[number], RegExp> = {
  'device-keeper': /设备(管理员|管家|专管员|保管员|维护员)|机具管理员|devicekeeper/,
  'safety-officer': /安全(员|管理员|保卫员)|消防(安全)?(员|管理员)|safetyofficer/,
}

/** Duties named anywhere in the given texts: a duties column, a remark, the post itself. */
export function dutiesIn(...texts: readonly string[]): Duty[] {
  const keys = texts.map(wordKey)
  return DUTIES.filter((duty) => keys.some((key) => DUTY_WORDS[duty].test(key.replace(/-/g, ''))))
}

export const SEVERITIES = ['minor', 'major', 'critical'] as const
export type Severity = (typeof SEVERITIES)[number]
/** Used, and said, where a ledger names none. */
export const DEFAULT_SEVERITY: Severity = 'minor'

const SEVERITY_WORDS = tableOf<Severity>({
  minor: '一般|轻微|轻|低|较轻|普通|一般问题|一般性|一般性问题|低风险|三级|iii级|low|slight',
  major: '较重|中|中等|较大|较严重|重要|重点|中风险|二级|ii级|medium|moderate',
  critical: '严重|重大|高|紧急|特别严重|非常严重|严重问题|重大问题|高风险|一级|i级|high|serious|severe',
})

export function severityOf(text: string): Severity | null {
  const key = wordKey(text)
  return SEVERITY_WORDS.get(key) ?? SEVERITY_WORDS.get(key.replace(/(问题|隐患|程度)$/, '')) ?? null
}

export const ANSWERS = ['pass', 'fixed', 'fail', 'na', 'not-seen'] as const
export type Answer = (typeof ANSWERS)[number]

const ANSWER_WORDS = tableOf<Answer>({
  pass: '合格|√|✓|✔|☑|✅|v|正常|良好|好|符合|符合要求|达标|通过|无问题|无异常|是|已落实|完好|ok|y|yes|passed|good|1',
  fixed:
    '当场已改|当场整改|现场整改|现场已改|当场改|立行立改|即知即改|已当场整改|已现场整改|即改|已改|已整改|fixed on the spot|corrected',
  fail: '不合格|×|x|✕|✖|✗|✘|╳|☒|❌|不正常|异常|有异常|有问题|存在问题|不符合|不符合要求|不达标|未达标|未通过|不通过|未落实|否|差|ng|n|no|failed|bad|0',
  na: '不适用|无此项|不涉及|无|/|-|--|—|——|n/a|notapplicable|not applicable',
  'not-seen': '未查到|未查|未检查|未检|未见|没查到|没查|未看到|漏查|not seen|not observed|not checked',
})

export function answerOf(text: string): Answer | null {
  return ANSWER_WORDS.get(wordKey(text)) ?? ANSWER_WORDS.get(wordKey(text).replace(/[。.!]+$/, '')) ?? null
}

/** Ids of the rectification file; a word it does not hold stays text. */
const SOURCE_WORDS = tableOf<string>({
  patrol: '日常巡检|巡检|日常检查|日常巡查|巡查|自查|每日巡检|网点自查|daily patrol|self check',
  meeting: '晨会夕会|晨会|夕会|例会|meetings|morning meeting',
  'self-report': '员工自报|自报|员工上报|员工反映|主动上报|self-report|self report',
  complaint: '客户投诉意见|客户投诉|投诉|客户意见|客户反映|投诉工单|complaint or comment|customer complaint',
  mystery: '神秘访客|神秘人|神秘人检查|暗访|明察暗访|mystery shopper|mystery visit',
  branch: '上级检查|支行检查|分行检查|总行检查|上级行检查|条线检查|专项检查|branch inspection|inspection',
  regulator: '监管或协会检查|监管检查|监管|人行检查|金融监管局|银协检查|regulator or association',
  cctv: '录像抽查|监控抽查|监控回放|调阅录像|调阅监控|camera review',
  survey: '满意度调查|客户满意度|问卷|satisfaction survey',
  spread: '举一反三|spread check',
})

export function sourceOf(text: string): string | null {
  return SOURCE_WORDS.get(wordKey(text)) ?? null
}

const ROUND_WORDS = tableOf<string>({
  opening: '开门前|营业前|开业前|开门|晨检|早检|班前|晨间|开门轮|before opening',
  morning: '上午|上午轮|早上|am',
  midday: '午间|中午|午间轮|noon',
  afternoon: '下午|下午轮|pm',
  closing: '闭店|闭店前|闭店后|营业后|营业终了|日终|关门|班后|晚检|打烊|闭店轮|after closing',
})

export function roundOf(text: string): string | null {
  const key = wordKey(text)
  return ROUND_WORDS.get(key) ?? ROUND_WORDS.get(key.replace(/(巡检|检查|巡查|轮次?|时段)$/, '')) ?? null
}

const OPEN_WORDS =
  /^(未完成|未整改|整改中|进行中|处理中|待整改|待完成|未销号|未关闭|推进中|正在整改|否|open|notdone|inprogress|pending|no|\/|-|—|——|无)/
const DONE_WORDS =
  /^(已完成|完成|已整改|整改完成|整改完毕|已销号|销号|已关闭|已办结|办结|已处理|已解决|是|√|done|closed|completed|fixed|yes)/

/** What a word in a status or date column says about a task; `null` if nothing. */
export function taskStateOf(text: string): 'open' | 'done' | null {
  const key = wordKey(text)
  if (key === '') return null
  if (OPEN_WORDS.test(key)) return 'open'
  return DONE_WORDS.test(key) ? 'done' : null
}

export const DEVICE_KINDS = ['cash', 'non-cash', 'smart', 'support'] as const
export type DeviceKind = (typeof DEVICE_KINDS)[number]

/** The first that fits: a recycler is a cash machine before it is a terminal. */
const DEVICE_WORDS: readonly (readonly [DeviceKind, RegExp])[] = [
  ['support', /叫号|排号|取号|排队|辅助|评价|填单|点钞|supportdevice|^support$|queue/],
  ['smart', /智能|stm|vtm|smart/],
  ['non-cash', /非现金|自助终端|查询|回单|补登|缴费|发卡|打印|non-?cash|terminal|kiosk/],
  ['cash', /现金|取款|存款|存取款|循环机|atm|crs|cdm|cash/],
]

/** Of a kind as written, or of a machine's name. */
export function deviceKindOf(text: string): DeviceKind | null {
  const key = wordKey(text).replaceAll(' ', '')
  return DEVICE_WORDS.find(([, words]) => words.test(key))?.[0] ?? null
}
