import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { FileHash } from './attachments.ts'
import { Clock, command, Done, Nothing, query, READERS } from './procedure.ts'

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

const Named = z.object({ id: z.string(), zh: z.string(), en: z.string() })

export const Checklist = z.object({
  version: z.int(),
  zones: z.array(Zone),
  rounds: z.array(Round),
  items: z.array(ChecklistItem),
  conditions: z.array(Condition),
  /** What an item may be tagged with, and what its answers may feed. */
  tags: z.array(Named),
  indicators: z.array(Named),
})
export type Checklist = z.infer<typeof Checklist>

const EDITORS = ['outlet-head', 'lobby-manager', 'operator'] as const
const ItemIds = z.array(z.string()).min(1).max(500)
/** What a person may write about a zone. */
const ZoneTexts = { zh: Text, en: LongText, walk_zh: LongText, walk_en: LongText }

export const IMPORT_FAULTS = [
  'unknown-id',
  'duplicate-id',
  'unknown-zone',
  'unknown-word',
  'unknown-condition',
  'unknown-parameter',
  'required',
  'too-long',
  'too-many',
  'not-a-number',
  'limits-crossed',
  'reading-without-name',
  'column-missing',
  'header-not-found',
] as const

/** Why a row of a checklist file is left out, or why the file cannot be used at all. */
export const ImportFault = z.object({
  /** File row, 1-based. */
  row: z.int(),
  /** Header of the column as the file has it. */
  column: z.string().nullable(),
  kind: z.enum(IMPORT_FAULTS),
  value: z.string(),
})
export type ImportFault = z.infer<typeof ImportFault>

export const ImportedItem = z.object({
  row: z.int(),
  /** Null where the row brings an own item of the outlet. */
  id: z.string().nullable(),
  kind: z.enum(['added', 'reworded', 'switched']),
  zone: z.string(),
  zh: z.string(),
  isOn: z.boolean(),
  /** Null where the item is new. */
  before: ItemWording.nullable(),
  after: ItemWording,
})
export type ImportedItem = z.infer<typeof ImportedItem>

const ImportCounts = { added: z.int(), reworded: z.int(), switched: z.int(), unchanged: z.int(), leftOut: z.int() }
export const ChecklistImport = z.object({
  /** Version of the checklist that the file was compared with. */
  version: z.int(),
  counts: z.object(ImportCounts),
  items: z.array(ImportedItem).max(2000),
  faults: z.array(ImportFault).max(2000),
  /** Headers of the columns that nothing is taken from. */
  ignoredColumns: z.array(z.string()).max(256),
})
export type ChecklistImport = z.infer<typeof ChecklistImport>

const FileIn = { file: BinaryFileSchema, fileName: z.string().max(255) }

export const checklists = {
  current: query([...READERS], Nothing, Checklist),
  /** Every wording an item ever had, newest first. */
  itemHistory: query(
    [...READERS],
    z.object({ id: z.string() }),
    z.array(ItemWording.extend({ version: z.int(), changedAt: z.int(), changedBy: z.string() })),
  ),
  /** A new wording version; old records keep theirs. `basedOn`: the version seen, refused where it is no longer the newest. */
  rewordItem: command(
    [...EDITORS],
    z.object({ id: z.string(), wording: ItemWording, basedOn: z.int().optional() }),
    ChecklistItem,
  ),
  /** The rounds of many items at once, as one version. */
  moveItems: command(
    [...EDITORS],
    z.object({
      items: z
        .array(z.object({ id: z.string(), rounds: z.array(RoundId).min(1, 'required') }))
        .min(1)
        .max(500),
    }),
    Done,
  ),
  addItem: command([...EDITORS], z.object({ wording: ItemWording }), ChecklistItem),
  switchItems: command([...EDITORS], z.object({ ids: ItemIds, isOn: z.boolean() }), Done),
  addZone: command([...EDITORS], Zone.omit({ id: true, isOn: true, isOwn: true }).extend(ZoneTexts), Zone),
  updateZone: command([...EDITORS], Zone.omit({ isOwn: true }).extend(ZoneTexts), Zone),
  /** The walk: every zone, in order. */
  orderZones: command([...EDITORS], z.object({ ids: ItemIds }), Done),
  updateRound: command(['outlet-head', 'operator'], Round.omit({ zh: true, en: true }), Round),
  exportFile: query(
    [...READERS],
    z.object({ language: z.enum(['zh-CN', 'en']) }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
  /** What `confirmImportFile` would do. Items absent from the file stay as they are. */
  previewImportFile: query([...EDITORS], z.object(FileIn), ChecklistImport),
  /** One new version for the whole file. `basedOn`: the version of the preview. */
  confirmImportFile: command(
    [...EDITORS],
    z.object({ ...FileIn, basedOn: z.int() }),
    z.object({ version: z.int(), ...ImportCounts, switchedIds: z.array(z.string()) }),
  ),
  /**
   * Puts the wordings from before that version back as a new one, turns added items off and the switched ones around.
   * Refused once the checklist was edited since.
   */
  undoImport: command([...EDITORS], z.object({ version: z.int(), switchedIds: z.array(z.string()).max(2000) }), Done),
}
