import { z } from 'zod'
import type { CareGuide } from '../../../shared/contract/mood-care.ts'
import { type MoodRetention, MoodRules, type MoodScale } from '../../../shared/contract/moods.ts'
import type { Call } from '../handlers.ts'
import { readSetting } from '../settings/index.ts'
import { readShipped } from '../shipped-data.ts'

const Named = z.object({ id: z.string(), zh: z.string(), en: z.string() })
const Days = z.int().positive()

const ScaleFile = z.object({
  schema: z.literal('mood-scale/1'),
  version: z.string(),
  question_zh: z.string(),
  question_en: z.string(),
  levels: z
    .array(
      Named.extend({
        value: z.int().min(1).max(5),
        meaning_zh: z.string(),
        meaning_en: z.string(),
        colour: z.string(),
        icon: z.string(),
      }),
    )
    .length(5),
  cause_tags: z.array(Named.extend({ group: z.string(), sensitive: z.boolean() })),
  dip_rules: z.array(z.object({ id: z.string(), due_hours: z.number().nullable() })),
  care_talk_guide: z.array(Named.extend({ prompts_zh: z.array(z.string()), prompts_en: z.array(z.string()) })),
  care_talk_donts_zh: z.array(z.string()),
  care_talk_donts_en: z.array(z.string()),
  red_flags_zh: z.array(z.string()),
  red_flags_en: z.array(z.string()),
  red_flag_action_zh: z.string(),
  red_flag_action_en: z.string(),
  helplines: z.array(z.object({ zh: z.string(), en: z.string(), number: z.string().nullable() })),
  self_regulation_tips: z.array(Named.extend({ minutes: z.number(), how_zh: z.string(), how_en: z.string() })),
  team_actions: z.array(Named),
  privacy: z.object({
    min_group_size: z.int().min(5),
    retention_days: z.object({
      raw_checkin: Days,
      sensitive_tags: Days,
      care_note: Days,
      team_aggregate: Days,
    }),
  }),
})

type Reading = Pick<Call, 'ports' | 'database'>

export function readScaleFile({ ports }: Pick<Call, 'ports'>): z.output<typeof ScaleFile> {
  return readShipped(ports.content, 'moods/mood-scale.json', ScaleFile)
}

const words = ({ zh, en }: { zh: string; en: string }) => ({ zh, en })
const paired = (zh: readonly string[], en: readonly string[]) =>
  zh.map((text, index) => ({ zh: text, en: en[index] ?? text }))

/** What everybody may read. */
export function readScale(call: Reading): MoodScale {
  const file = readScaleFile(call)
  const { careLine } = readRules(call)
  return {
    version: file.version,
    question: { zh: file.question_zh, en: file.question_en },
    levels: file.levels.map(({ id, value, colour, icon, meaning_zh, meaning_en, ...name }) => ({
      ...{ id, value, colour, icon, name: words(name) },
      meaning: { zh: meaning_zh, en: meaning_en },
    })),
    tags: file.cause_tags.map(({ id, group, sensitive, ...name }) => ({
      ...{ id, group, isSensitive: sensitive, name: words(name) },
    })),
    tips: file.self_regulation_tips.map(({ id, minutes, how_zh, how_en, ...name }) => ({
      ...{ id, minutes, name: words(name), how: { zh: how_zh, en: how_en } },
    })),
    redFlags: paired(file.red_flags_zh, file.red_flags_en),
    redFlagAction: { zh: file.red_flag_action_zh, en: file.red_flag_action_en },
    // The one without a number is the bank's own.
    helplines: file.helplines.map(({ number, ...name }) => ({
      ...{ name: words(name), number: number ?? (careLine || null), isOwn: number === null },
    })),
  }
}

export function readGuide(call: Pick<Call, 'ports'>): CareGuide {
  const file = readScaleFile(call)
  return {
    steps: file.care_talk_guide.map(({ id, prompts_zh, prompts_en, ...name }) => ({
      ...{ id, name: words(name), prompts: paired(prompts_zh, prompts_en) },
    })),
    donts: paired(file.care_talk_donts_zh, file.care_talk_donts_en),
    actions: file.team_actions.map(({ id, ...name }) => ({ id, name: words(name) })),
  }
}

export function longestRetention(call: Pick<Call, 'ports'>): MoodRetention {
  const days = readScaleFile(call).privacy.retention_days
  return {
    answers: days.raw_checkin,
    sensitiveTags: days.sensitive_tags,
    careTalks: days.care_note,
    weeks: days.team_aggregate,
  }
}

/** As saved, and never longer than shipped: a newer file may have shortened it. */
export function readRules(call: Reading): MoodRules {
  const longest = longestRetention(call)
  const start: MoodRules = { moments: ['arrival', 'after-incident'], retention: longest, careLine: '' }
  const { moments, retention, careLine } = readSetting(call.database, 'moods.rules', MoodRules.default(start))
  return {
    moments,
    careLine,
    retention: {
      answers: Math.min(retention.answers, longest.answers),
      sensitiveTags: Math.min(retention.sensitiveTags, longest.sensitiveTags),
      careTalks: Math.min(retention.careTalks, longest.careTalks),
      weeks: Math.min(retention.weeks, longest.weeks),
    },
  }
}

/** Hours after a dip by which somebody should have asked. */
export function dueHours(call: Pick<Call, 'ports'>, rule: string): number {
  return readScaleFile(call).dip_rules.find(({ id }) => id === rule)?.due_hours ?? 24
}
