import type { ItemWording, Reading } from '../../../shared/contract/checklists.ts'
import type { ChecklistWords } from './use-words.ts'

const FIELDS = [
  'zh',
  'en',
  'how_to_check_zh',
  'how_to_check_en',
  'zone',
  'order',
  'kind',
  'severity',
  'core',
  'rounds',
  'cadence',
  'condition',
  'default_owner_role',
  'default_due_hours',
  'photo_on_fail',
  'reading',
  'phrases',
  'clauses',
  'reference_photo',
  'tags',
  'feeds',
] as const
export type FactField = (typeof FIELDS)[number]

export interface WordingFact {
  field: FactField
  /** Empty where the wording says nothing about it. */
  text: string
}

export interface WordingDifference {
  field: FactField
  before: string
  after: string
}

/** Everything a wording says, in words a person reads. */
export function factsOf(wording: ItemWording, words: ChecklistWords): WordingFact[] {
  return FIELDS.map((field) => ({ field, text: textOf(wording, field, words) }))
}

export function differencesOf(before: ItemWording, after: ItemWording, words: ChecklistWords): WordingDifference[] {
  return FIELDS.map((field) => ({
    field,
    before: textOf(before, field, words),
    after: textOf(after, field, words),
  })).filter((difference) => difference.before !== difference.after)
}

function textOf(wording: ItemWording, field: FactField, words: ChecklistWords): string {
  const { t } = words
  const join = (texts: readonly string[] | undefined) => texts?.join(t('checklists.listComma')) ?? ''
  switch (field) {
    case 'zone':
      return words.zone(wording.zone)
    case 'kind':
      return t(`checklists.kind.${wording.kind}`)
    case 'severity':
      return t(`checklists.severity.${wording.severity}`)
    case 'core':
    case 'photo_on_fail':
      return t(wording[field] ? 'checklists.yes' : 'checklists.no')
    case 'rounds':
      return join(wording.rounds.map((round) => t(`checklists.round.${round}`)))
    case 'cadence':
      return cadenceText(wording, words)
    case 'condition':
      return wording.condition ? words.condition(wording.condition) : ''
    case 'default_owner_role':
      return t(`checklists.owner.${wording.default_owner_role}`)
    case 'default_due_hours':
      return t('checklists.hours', { count: wording.default_due_hours })
    case 'reading':
      return wording.reading ? readingText(wording.reading, words) : ''
    case 'reference_photo':
      return wording.reference_photo ? t('checklists.field.photoOf', { hash: wording.reference_photo.slice(0, 8) }) : ''
    case 'phrases':
    case 'clauses':
      return join(wording[field])
    case 'tags':
      return join(wording.tags.map(words.tag))
    case 'feeds':
      return join(wording.feeds?.map(words.indicator))
    case 'order':
      return String(wording.order)
    default:
      return wording[field]
  }
}

export function cadenceText(
  { cadence, default_weekday: day }: Pick<ItemWording, 'cadence' | 'default_weekday'>,
  { t }: Pick<ChecklistWords, 't'>,
): string {
  if (cadence !== 'weekly') return t(`checklists.cadence.${cadence}`)
  return t('checklists.weeklyOn', { day: t(`checklists.weekday.${day ?? 'mon'}`) })
}

function readingText(reading: Reading, words: ChecklistWords): string {
  const unit = words.pick(reading.unit_zh, reading.unit_en)
  const min = reading.min ?? reading.min_parameter
  const max = reading.max ?? reading.max_parameter
  const limits = [min === undefined ? '' : `≥ ${min}`, max === undefined ? '' : `≤ ${max}`].filter(Boolean).join(' ')
  return [words.pick(reading.label_zh, reading.label_en), limits, unit].filter(Boolean).join(' ')
}
