import type { ChecklistItem, ItemWording, Reading } from '../../../shared/contract/checklists.ts'

/** `none`, `number`, or the name of a parameter after `parameter:`. */
export interface LimitDraft {
  by: string
  number: number | null
}

export interface ReadingDraft extends Pick<Reading, 'label_zh' | 'label_en' | 'unit_zh' | 'unit_en'> {
  min: LimitDraft
  max: LimitDraft
}

/** What the form holds: every field at hand, also those that the wording does not have. */
export interface ItemDraft extends Omit<ItemWording, 'reading' | 'clauses' | 'phrases' | 'feeds'> {
  reading: ReadingDraft | null
  clauses: string[]
  phrases: string[]
  feeds: string[]
}

export const PARAMETER = 'parameter:'
const NO_LIMIT: LimitDraft = { by: 'none', number: null }
export const EMPTY_READING: ReadingDraft = {
  label_zh: '',
  label_en: '',
  unit_zh: '',
  unit_en: '',
  min: NO_LIMIT,
  max: NO_LIMIT,
}

const DUE_HOURS = { minor: 72, major: 24, critical: 4 } as const

/** Without an item: a new one at the end of the zone. */
export function draftOf(item: ChecklistItem | undefined, zone: string, order: number): ItemDraft {
  if (!item) {
    return {
      zone,
      order,
      kind: 'hardware',
      zh: '',
      en: '',
      how_to_check_zh: '',
      how_to_check_en: '',
      severity: 'minor',
      rounds: ['opening'],
      cadence: 'daily',
      photo_on_fail: true,
      default_due_hours: DUE_HOURS.minor,
      default_owner_role: 'lobby-manager',
      tags: [],
      core: false,
      reading: null,
      clauses: [],
      phrases: [],
      feeds: [],
    }
  }
  const { id: _id, version: _version, isOn: _isOn, isOwn: _isOwn, reading, ...wording } = item
  return {
    ...wording,
    reading: reading ? readingDraft(reading) : null,
    clauses: wording.clauses ?? [],
    phrases: wording.phrases ?? [],
    feeds: wording.feeds ?? [],
  }
}

function readingDraft({ min, max, min_parameter, max_parameter, ...names }: Reading): ReadingDraft {
  return { ...names, min: limitDraft(min, min_parameter), max: limitDraft(max, max_parameter) }
}

function limitDraft(fixed: number | undefined, parameter: string | undefined): LimitDraft {
  if (fixed !== undefined) return { by: 'number', number: fixed }
  return parameter === undefined ? NO_LIMIT : { by: `${PARAMETER}${parameter}`, number: null }
}

export function wordingFrom(draft: ItemDraft): ItemWording {
  const { reading, clauses, phrases, feeds, condition, default_weekday, reference_photo, ...rest } = draft
  const filled = (lines: readonly string[]) => lines.map((line) => line.trim()).filter((line) => line !== '')
  const says = {
    clauses: filled(clauses),
    phrases: filled(phrases),
  }
  return {
    ...rest,
    ...(draft.cadence === 'weekly' && { default_weekday: default_weekday ?? 'mon' }),
    ...(condition !== undefined && { condition }),
    ...(reference_photo !== undefined && { reference_photo }),
    ...(reading && { reading: readingFrom(reading) }),
    ...(feeds.length > 0 && { feeds }),
    ...(says.clauses.length > 0 && { clauses: says.clauses }),
    ...(says.phrases.length > 0 && { phrases: says.phrases }),
  }
}

function readingFrom({ min, max, ...names }: ReadingDraft): Reading {
  return { ...names, ...sideFrom('min', min), ...sideFrom('max', max) }
}

function sideFrom(side: 'min' | 'max', { by, number }: LimitDraft): Partial<Reading> {
  if (by === 'number') return number === null ? {} : { [side]: number }
  return by.startsWith(PARAMETER) ? { [`${side}_parameter`]: by.slice(PARAMETER.length) } : {}
}

/** Field → key under `errors.`, before anything is sent. */
export function draftFaults(draft: ItemDraft): Record<string, 'required'> {
  return {
    ...(draft.zh.trim() === '' && { zh: 'required' as const }),
    ...(draft.rounds.length === 0 && { rounds: 'required' as const }),
    ...(draft.reading && draft.reading.label_zh.trim() === '' && { 'reading.label_zh': 'required' as const }),
  }
}
