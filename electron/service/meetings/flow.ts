import { z } from 'zod'
import { MeetingTemplate } from '../../../shared/contract/meeting-templates.ts'
import { daysApart, parseClock } from '../../../shared/domain/business-day.ts'
import {
  CAPTURE_FORMS,
  CAPTURES,
  type CaptureId,
  HEAD_KEYS,
  WALL_KEYS,
  type WallKey,
} from '../../../shared/domain/meeting-keys.ts'
import { POSTS } from '../../../shared/roles.ts'
import type { Ports } from '../ports.ts'
import { readShipped } from '../shipped-data.ts'

const FLOW_FILE = 'meetings/meeting-flow.json'
const Need = z.enum(['no', 'optional', 'required'])
const Words = z.object({ zh: z.string(), en: z.string() })

const Capture = z.object({
  form: z.enum(CAPTURE_FORMS),
  comes_back: z.boolean(),
  can_be_raised: z.boolean(),
  person: Need,
  day: Need,
  most: z.int(),
})

/** A key for everybody must be one of ours for everybody: a file that opens one of the head's does not load. */
const DataKey = z.union([
  Words.extend({ id: z.enum(WALL_KEYS), visible_to: z.literal('all') }),
  Words.extend({ id: z.enum(HEAD_KEYS), visible_to: z.literal('outlet-head-only') }),
])

const ShippedStep = Words.extend({
  id: z.string(),
  minutes: z.int(),
  lead_role: z.enum(['host', ...POSTS]),
  prompts_zh: z.array(z.string()),
  prompts_en: z.array(z.string()),
  shows: z.array(z.enum(WALL_KEYS)),
  captures: z.array(z.enum(CAPTURES)),
  skip_when_zh: z.string().optional(),
  skip_when_en: z.string().optional(),
})

const ShippedTemplate = Words.extend({
  id: z.string(),
  /** Grows with each release that words it anew. */
  version: z.int().positive().default(1),
  kind: z.enum(['morning', 'evening']),
  use_when_zh: z.string(),
  use_when_en: z.string(),
  steps: z.array(ShippedStep),
})

const Clock = z
  .string()
  .regex(/^\d\d:\d\d$/)
  .transform(parseClock)
/** Minutes from midnight. */
const Window = z.object({ start: Clock, latest_end: Clock })

const Flow = z
  .object({
    recommended_window: Window,
    evening_window: Window,
    data_keys: z.array(DataKey),
    templates: z.array(ShippedTemplate),
    log_fields: z.array(Words.extend({ id: z.string(), required: z.boolean(), capture: Capture.optional() })),
    drill_cards: z.array(Words.extend({ id: z.string() })),
    suggestion: z.object({
      short_staffed_share: z.number(),
      week_start: z.string(),
      month_start: z.string(),
      short_staffed: z.string(),
      otherwise: z.string(),
      evening: z.string(),
    }),
    quorum_share: z.number(),
    timer: z.object({ warn_after_seconds: z.int(), note_after_seconds: z.int() }),
    host_posts: z.array(z.enum(POSTS)),
    peaks: z.array(Words.extend({ id: z.string() })),
    board: z.array(Words.extend({ id: z.string() })),
    cash_closing_items: z.array(z.string()),
    staff_zone: z.string(),
    whole: Words,
  })
  .transform((flow) => ({
    ...flow,
    templates: flow.templates.map(contractTemplate),
    windows: { morning: flow.recommended_window, evening: flow.evening_window },
    board: new Map(flow.board.map(({ id, zh, en }) => [id, { zh, en }])),
    keyNames: new Map(flow.data_keys.map(({ id, zh, en }) => [id as WallKey, { zh, en }])),
    captures: new Map(
      flow.log_fields.flatMap(({ id, zh, en, required, capture }) =>
        capture ? [[id as CaptureId, { id: id as CaptureId, name: { zh, en }, isRequired: required, ...capture }]] : [],
      ),
    ),
  }))
export type Flow = z.output<typeof Flow>
export type CaptureRule = NonNullable<ReturnType<Flow['captures']['get']>>

/** The shipped flow: templates, data keys, what can be written down, and the numbers of the rules. */
export function readFlow(content: Ports['content']): Flow {
  return readShipped(content, FLOW_FILE, Flow)
}

/** Every card, in the order of the data. */
export function drillCards(content: Ports['content']): Flow['drill_cards'] {
  return readFlow(content).drill_cards
}

/** The years of drill cards begin here; any fixed day will do. */
const DRILL_EPOCH = '2026-01-01'

/** Every card, the one of the day first. */
export function drillCardsOn(content: Ports['content'], on: string): Flow['drill_cards'] {
  const { drill_cards: cards } = readFlow(content)
  const turn = Math.abs(daysApart(DRILL_EPOCH, on)) % Math.max(cards.length, 1)
  return [...cards.slice(turn), ...cards.slice(0, turn)]
}

function contractTemplate(shipped: z.output<typeof ShippedTemplate>): MeetingTemplate {
  return MeetingTemplate.parse({
    id: shipped.id,
    version: shipped.version,
    kind: shipped.kind,
    name: { zh: shipped.zh, en: shipped.en },
    useWhen: { zh: shipped.use_when_zh, en: shipped.use_when_en },
    totalMinutes: shipped.steps.reduce((sum, { minutes }) => sum + minutes, 0),
    isOff: false,
    steps: shipped.steps.map((step) => ({
      id: step.id,
      name: { zh: step.zh, en: step.en },
      minutes: step.minutes,
      leadRole: step.lead_role,
      prompts: step.prompts_zh.map((zh, index) => ({ zh, en: step.prompts_en[index] ?? '' })),
      shows: step.shows,
      captures: step.captures,
      skipWhen: step.skip_when_zh === undefined ? null : { zh: step.skip_when_zh, en: step.skip_when_en ?? '' },
    })),
  })
}
