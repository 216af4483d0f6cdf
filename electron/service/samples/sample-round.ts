import type { ChecklistItem } from '../../../shared/contract/checklists.ts'
import type { Client } from '../../../shared/contract/index.ts'
import type { AnswerValue, PatrolSheet, PatrolSummary } from '../../../shared/contract/patrols.ts'
import type { Random } from './random.ts'

/** The moving clock of a sample world. */
export interface SampleClock {
  now(): number
  set(at: number): void
}

const MINUTE_MS = 60_000
const SECOND_MS = 1000
/** Zones get better over the year: a fault is likelier at its start. */
const FAIL_RATE = 0.009
const NOTES: Record<'fail' | 'fixed', string[]> = {
  fail: ['现场未到位，需整改', '与标准不一致', '有破损，已贴提示', '版本不是最新一期', '缺一件，已报'],
  fixed: ['已当场擦净', '已当场补齐', '已当场归位', '已当场更换'],
}

export interface WalkedRound {
  answers: number
}

/** One person walks one round: zone by zone, exceptions one by one, the rest of a zone in one keystroke. */
export async function walkRound(
  client: Client,
  patrol: PatrolSummary,
  clock: SampleClock,
  random: Random,
  quality: number,
  onFail: (item: ChecklistItem) => Promise<void> = async () => {},
): Promise<WalkedRound> {
  clock.set(patrol.windowStart + random.between(0, 4) * MINUTE_MS)
  const sheet = await client.patrols.start({ uid: patrol.uid })
  let answers = 0
  for (const zone of sheet.zones) {
    const items = sheet.items.filter((item) => item.zone === zone.id)
    const rest: ChecklistItem[] = []
    for (const item of items) {
      const value = chooseAnswer(sheet, item, random, quality)
      if (value === 'pass') rest.push(item)
      else {
        clock.set(clock.now() + random.between(6, 25) * SECOND_MS)
        await client.patrols.answer({ uid: patrol.uid, answers: [exception(item, value, random)] })
        answers++
        if (value === 'fail') await onFail(item)
      }
    }
    clock.set(clock.now() + items.length * random.between(5, 9) * SECOND_MS)
    if (rest.length === 0) continue
    await client.patrols.answer({ uid: patrol.uid, answers: rest.map((item) => passed(item, sheet, random)) })
    answers += rest.length
  }
  clock.set(clock.now() + random.between(10, 60) * SECOND_MS)
  await client.patrols.submit({ uid: patrol.uid, allowUnanswered: true })
  return { answers }
}

/** Some items are weak: they fail again and again, which is what the repeat lists are for. */
function chooseAnswer(sheet: PatrolSheet, item: ChecklistItem, random: Random, quality: number): AnswerValue {
  const context = sheet.contexts.find((one) => one.item === item.id)
  if (context?.openTask) return random.chance(0.5) ? 'fail' : 'pass'
  const weakness = isWeak(item) ? 2.2 : 0.9
  const dice = random.next()
  const fail = FAIL_RATE * weakness * (1.4 - quality) * (item.severity === 'critical' ? 0.25 : 1)
  if (dice < fail) return 'fail'
  if (dice < fail * 1.8) return 'fixed'
  if (dice < fail * 1.8 + 0.006) return 'not-seen'
  if (dice < fail * 1.8 + 0.01) return 'na'
  return 'pass'
}

function isWeak({ id }: ChecklistItem): boolean {
  return [...id].reduce((sum, letter) => sum + letter.charCodeAt(0), 0) % 11 === 0
}

function exception(item: ChecklistItem, value: AnswerValue, random: Random) {
  const note = value === 'fail' || value === 'fixed' ? random.pick(NOTES[value]) : null
  return { item: item.id, value, note, basedOn: 0 }
}

function passed(item: ChecklistItem, { parameters }: PatrolSheet, random: Random) {
  return { item: item.id, value: 'pass' as const, reading: readingInLimits(item, parameters, random), basedOn: 0 }
}

function readingInLimits({ reading }: ChecklistItem, parameters: Record<string, number>, random: Random) {
  if (!reading) return null
  const min = reading.min ?? parameters[reading.min_parameter ?? ''] ?? 0
  const max = reading.max ?? parameters[reading.max_parameter ?? ''] ?? min + 10
  return random.between(min, max)
}
