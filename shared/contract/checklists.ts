import { z } from 'zod'
import { FileHash } from './attachments.ts'
import { command, Done, Nothing, query, READERS } from './procedure.ts'

export const SEVERITIES = ['minor', 'major', 'critical'] as const
export const Severity = z.enum(SEVERITIES)
export type Severity = z.infer<typeof Severity>
export const ROUND_IDS = ['opening', 'morning', 'midday', 'afternoon', 'closing'] as const
export const RoundId = z.enum(ROUND_IDS)
export type RoundId = z.infer<typeof RoundId>
export const Cadence = z.enum(['daily', 'weekly', 'monthly'])
export const WEEKDAYS = ['mon', 'tue', 'wed', 'thu', 'fri'] as const

/** A role or a duty; a task whose owner is one lies in that queue until somebody of it accepts. */
export const OWNERS = [
  'outlet-head',
  'lobby-manager',
  'ops-supervisor',
  'teller',
  'wealth-manager',
  'corporate-manager',
  'device-keeper',
  'safety-officer',
  'security-guard',
  'cleaner',
] as const
export const OwnerId = z.enum(OWNERS)
export type OwnerId = z.infer<typeof OwnerId>

export const Reading = z.object({
  label_zh: z.string(),
  label_en: z.string(),
  unit_zh: z.string(),
  unit_en: z.string(),
  min: z.number().optional(),
  max: z.number().optional(),
  min_parameter: z.string().optional(),
  max_parameter: z.string().optional(),
})
export type Reading = z.infer<typeof Reading>

const Text = z.string().trim().min(1, 'required').max(200, 'tooLong')
const LongText = z.string().trim().max(500, 'tooLong')

/** What one wording version of an item says. A reworded item keeps its id and gets a new version. */
export const ItemWording = z.object({
  zone: z.string(),
  order: z.int(),
  kind: z.enum(['hardware', 'software']),
  zh: Text,
  en: LongText,
  how_to_check_zh: LongText,
  how_to_check_en: LongText,
  severity: Severity,
  rounds: z.array(RoundId).min(1, 'required'),
  cadence: Cadence,
  default_weekday: z.enum(WEEKDAYS).optional(),
  condition: z.string().optional(),
  photo_on_fail: z.boolean(),
  default_due_hours: z.number().positive(),
  default_owner_role: OwnerId,
  reading: Reading.optional(),
  feeds: z.array(z.string()).optional(),
  tags: z.array(z.string()),
  core: z.boolean(),
  /** Clauses of other rule sets that this item answers, `GB/T 32320-2015 5.2.1`. */
  clauses: z.array(z.string().trim().min(1).max(100)).max(20).optional(),
  /** Sentences offered for the note. */
  phrases: z.array(z.string().trim().min(1).max(100)).max(30).optional(),
  reference_photo: FileHash.optional(),
})
export type ItemWording = z.infer<typeof ItemWording>

export const ChecklistItem = ItemWording.extend({
  /** For life, never reused. */
  id: z.string(),
  version: z.int(),
  isOn: z.boolean(),
  isOwn: z.boolean(),
})
export type ChecklistItem = z.infer<typeof ChecklistItem>

export const Zone = z.object({
  id: z.string(),
  order: z.int(),
  zh: z.string(),
  en: z.string(),
  walk_zh: z.string(),
  walk_en: z.string(),
  default_checker_role: OwnerId.nullable(),
  isOn: z.boolean(),
  isOwn: z.boolean(),
})
export type Zone = z.infer<typeof Zone>

const Clock = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'clockFormat')
export const RoundWindow = z.object({ start: Clock, end: Clock })
export const Round = z.object({
  id: RoundId,
  zh: z.string(),
  en: z.string(),
  patrollerRole: OwnerId,
  plannedMinutes: z.int(),
  /** By kind of day; null where that kind has no such round. */
  windows: z.object({
    weekday: RoundWindow.nullable(),
    weekend: RoundWindow.nullable(),
    makeup: RoundWindow.nullable(),
  }),
})
export type Round = z.infer<typeof Round>

export const Condition = z.object({
  id: z.string(),
  source: z.enum(['asked', 'outlet-switch']),
  zh: z.string(),
  en: z.string(),
})

export const Checklist = z.object({
  version: z.int(),
  zones: z.array(Zone),
  rounds: z.array(Round),
  items: z.array(ChecklistItem),
  conditions: z.array(Condition),
})
export type Checklist = z.infer<typeof Checklist>

const EDITORS = ['outlet-head', 'lobby-manager', 'operator'] as const

export const checklists = {
  current: query([...READERS], Nothing, Checklist),
  /** Every wording an item ever had, newest first. */
  itemHistory: query(
    [...READERS],
    z.object({ id: z.string() }),
    z.array(ItemWording.extend({ version: z.int(), changedAt: z.int(), changedBy: z.string() })),
  ),
  /** A new wording version; old records keep theirs. */
  rewordItem: command([...EDITORS], z.object({ id: z.string(), wording: ItemWording }), ChecklistItem),
  addItem: command([...EDITORS], z.object({ wording: ItemWording }), ChecklistItem),
  switchItems: command([...EDITORS], z.object({ ids: z.array(z.string()).min(1).max(500), isOn: z.boolean() }), Done),
  addZone: command([...EDITORS], Zone.omit({ id: true, isOn: true, isOwn: true }), Zone),
  updateZone: command([...EDITORS], Zone.omit({ isOwn: true }), Zone),
  updateRound: command(['outlet-head', 'operator'], Round.omit({ zh: true, en: true }), Round),
}
