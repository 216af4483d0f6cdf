import type { Client } from '../../../shared/contract/index.ts'
import type { Meeting, MeetingKind } from '../../../shared/contract/meetings.ts'
import type { CaptureId } from '../../../shared/domain/meeting-keys.ts'
import { createRandom, type Random } from './random.ts'
import type { SampleClock } from './sample-round.ts'
import type { SampleTeam } from './sample-tasks.ts'

const SECOND_MS = 1000
const NO_MEETING = 0.03
const AN_ABSENCE = 0.12
const EVENING = 0.35
const REASONS = ['调休', '病假', '分行培训', '外出对公']
const WHY_NONE = ['分行检查组早到，改为当面交代', '系统切换，全员提前上岗']
const PRAISE = [
  '扶行动不便的老人办完业务',
  '提醒客户识破一起转账骗局',
  '下班前把叫号机故障修好',
  '雨天主动给客户递伞套',
]
const LINES: Partial<Record<CaptureId, string[]>> = {
  'key-lesson': ['公示牌换版后当天核对', '午间轮班要留一名会授权的', '机具缺纸先贴提示再报修'],
  'focus-items': ['三号窗口九点前开', '发薪日多备小面额', '老年客户优先引导', '雨天地垫与提示牌', '理财双录抽看两笔'],
  'support-requests': ['申请更换大厅座椅两把', '请分行协调厂家修智能柜台', '申请补充一名大堂引导'],
  'task-updates': ['厂家今天上门', '配件明天到'],
  'cause-notes': ['交接时没有说清'],
  'closing-confirm': ['账实相符，已封包布防'],
  'weekly-focus': ['本周主攻等候时间', '本周主攻机具完好'],
  'team-stressors': ['叫号分流不清，大堂来回跑'],
  'spread-checks': ['同类公示牌全部对照一遍'],
  'notices-passed': ['反假货币新规要点', '节前安全提示'],
  'drill-result': ['求助口令不够响，再练一次', '分工清楚，两分钟内到位'],
  quiz: ['假币收缴须几人在场', '大额取现预约几天', '投诉几小时内受理'],
  'award-decisions': ['上周服务之星'],
  'call-backs': ['回电说明手续费问题'],
}
/** How often a step writes such a line; once each where it is left out. */
const OFTEN: Partial<Record<CaptureId, number>> = {
  ...{
    praise: 0.8,
    quiz: 0.3,
    'support-requests': 0.12,
    'task-updates': 0.4,
    'team-stressors': 0.3,
    'call-backs': 0.4,
  },
  ...{ 'notices-passed': 0.25, 'spread-checks': 0.3, 'award-decisions': 0.8, 'drill-result': 0.7, 'key-lesson': 0.8 },
}
const ENDED_A_DAY = 0.65

export type SampleMeetings = ReturnType<typeof sampleMeetings>

/**
 * A morning meeting nearly every day and an evening one now and then. A stream of its own, and no tasks: what happens in
 * rounds and to tasks stays what it was without meetings.
 */
export function sampleMeetings(seed: number, pin: string) {
  const random = createRandom(seed * 37 + 13)

  async function hold(kind: MeetingKind, on: string, clock: SampleClock, team: SampleTeam): Promise<void> {
    const lead = team.ofQueue('lobby-manager')
    const day = await lead.meetings.day({ on })
    const proposal = day.proposals.find((one) => one.kind === kind)
    if (!proposal?.host) return
    const recorder = team.named(proposal.host.name)
    const begun = await recorder.meetings.begin({ kind, templateId: proposal.templateId, host: proposal.host.uid })
    await runSteps(recorder, begun, clock, random)
    for (const line of begun.returned) {
      if (random.chance(ENDED_A_DAY)) await recorder.meetings.endLine({ uid: line.uid, as: 'done' })
    }
    const { uid } = begun.meeting
    await recorder.meetings.finish({ meeting: uid })
    clock.set(clock.now() + random.between(20, 90) * SECOND_MS)
    await recorder.meetings.sign({ meeting: uid, pin })
    if (random.chance(0.8)) await team.ofQueue('outlet-head').meetings.confirm({ meeting: uid })
  }

  return {
    async morning(on: string, clock: SampleClock, team: SampleTeam): Promise<void> {
      if (random.chance(NO_MEETING)) {
        const reason = random.pick(WHY_NONE)
        await team.ofQueue('outlet-head').meetings.explainDay({ on, kind: 'morning', reason })
        return
      }
      if (random.chance(AN_ABSENCE)) await announce(team.ofQueue('lobby-manager'), on, random)
      await hold('morning', on, clock, team)
      if (random.chance(0.04)) await raiseOldest(team.ofQueue('ops-supervisor'))
    },

    async evening(on: string, clock: SampleClock, team: SampleTeam): Promise<void> {
      if (random.chance(EVENING)) await hold('evening', on, clock, team)
    },
  }
}

async function announce(client: Client, on: string, random: Random): Promise<void> {
  const { roster } = await client.meetings.day({ on })
  const tellers = roster.filter(({ post }) => post === 'teller').map(({ person }) => person)
  const [person, coveredBy] = [random.pick(tellers), random.pick(tellers)]
  await client.meetings.announceAbsence({
    ...{ on, person: person.uid, reason: random.pick(REASONS) },
    coveredBy: coveredBy.uid === person.uid ? null : coveredBy.uid,
  })
}

async function runSteps(
  client: Client,
  { meeting, template, attendance }: Meeting,
  clock: SampleClock,
  random: Random,
) {
  const asExpected = attendance.map(({ person, state, reason, coveredBy }) => ({
    ...{ person: person.uid, state, reason, coveredBy: coveredBy?.uid ?? null },
  }))
  const here = attendance.filter(({ state }) => state !== 'absent').map(({ person }) => person)
  for (const [position, step] of template.steps.entries()) {
    if (position > 0) await client.meetings.goTo({ meeting: meeting.uid, position })
    const isLong = random.chance(0.02)
    clock.set(clock.now() + step.minutes * random.between(35, 62) * SECOND_MS + (isLong ? 330 * SECOND_MS : 0))
    for (const capture of step.captures) {
      if (random.chance(1 - (OFTEN[capture] ?? 1))) continue
      if (capture === 'attendance')
        await client.meetings.setAttendance({ meeting: meeting.uid, attendance: asExpected })
      const words = capture === 'praise' ? PRAISE : LINES[capture]
      if (!words) continue
      const person = random.pick(here)
      await client.meetings.addLine({
        ...{
          meeting: meeting.uid,
          position,
          capture,
          words: random.pick(words),
          person: person.uid,
          dueOn: meeting.on,
        },
        extra:
          capture === 'quiz'
            ? { quiz: { isRight: random.chance(0.8) } }
            : capture === 'notices-passed'
              ? { confirmed: here.map(({ uid }) => uid) }
              : null,
      })
    }
  }
}

/** What nobody of the outlet can end goes up. */
async function raiseOldest(client: Client): Promise<void> {
  const { openLines, captures } = await client.meetings.day({})
  const mayRise = new Set(captures.filter(({ canBeRaised }) => canBeRaised).map(({ id }) => id))
  const line = openLines.find(({ capture, raises }) => mayRise.has(capture) && raises.length === 0)
  if (line) await client.meetings.raise({ uid: line.uid, note: '网点无权办理，请支行协调' })
}
