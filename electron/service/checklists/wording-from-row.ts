import {
  type ChecklistItem,
  ItemWording,
  type Reading,
  ROUND_IDS,
  type RoundId,
} from '../../../shared/contract/checklists.ts'
import { wordKey } from '../../../shared/domain/imports/normalize.ts'
import { type ColumnName, idOf, type WordGroup, yesOrNo } from './checklist-words.ts'
import type { FileRow, Measure } from './read-checklist-file.ts'
import { wordingOf } from './wording.ts'

export interface DraftWording {
  wording: ItemWording
  isOn: boolean
}

/** Hours that a new item gets where the file says none. */
const DUE_HOURS = { minor: 72, major: 24, critical: 4 }
/** More cannot be meant, and the parts of an item hold no more. */
const LONGEST = { phrases: 30, clauses: 20 }

type Start = Partial<ItemWording>

/** The wording a row asks for. A column that is absent keeps what the item says; faults are told to the row. */
export function wordingFrom(row: FileRow, before: ChecklistItem | null, measure: Measure): DraftWording {
  const was: Start = before ? wordingOf(before) : {}
  const zone = zoneOf(row, was, measure)
  const severity = wordOf(row, 'severity', 'severity', was.severity) as ItemWording['severity'] | undefined
  const cadence = (wordOf(row, 'cadence', 'cadence', was.cadence ?? 'daily') ?? 'daily') as ItemWording['cadence']
  const owner = wordOf(row, 'default_owner_role', 'owner', was.default_owner_role)
  const wording = {
    ...was,
    zone: zone ?? '',
    order: orderOf(row, was, zone, measure),
    kind: (wordOf(row, 'kind', 'kind', was.kind ?? 'software') ?? 'software') as ItemWording['kind'],
    zh: textOf(row, 'zh', 200, was.zh, true),
    en: textOf(row, 'en', 500, was.en),
    how_to_check_zh: textOf(row, 'how_to_check_zh', 500, was.how_to_check_zh),
    how_to_check_en: textOf(row, 'how_to_check_en', 500, was.how_to_check_en),
    severity: severity ?? 'minor',
    rounds: roundsOf(row, was.rounds),
    cadence,
    default_weekday: cadence === 'weekly' ? weekdayOf(row, was) : undefined,
    condition: conditionOf(row, was, measure),
    photo_on_fail: flagOf(row, 'photo_on_fail', was.photo_on_fail ?? false),
    default_due_hours: dueOf(row, was, DUE_HOURS[severity ?? 'minor']),
    default_owner_role: (owner ?? 'outlet-head') as ItemWording['default_owner_role'],
    reading: readingOf(row, was.reading, measure),
    tags: was.tags ?? [],
    core: flagOf(row, 'core', was.core ?? false),
    clauses: listOf(row, 'clauses', was.clauses),
    phrases: listOf(row, 'phrases', was.phrases),
  }
  const said = Object.fromEntries(Object.entries(wording).filter(([, value]) => value !== undefined))
  return { wording: said as ItemWording, isOn: flagOf(row, 'isOn', before?.isOn ?? true) }
}

function zoneOf(row: FileRow, was: Start, { checklist }: Measure): string | undefined {
  const text = row.text('zone')
  const key = wordKey(text)
  const named = checklist.zones.filter(({ id, zh, en }) => [id, zh, en].some((name) => wordKey(name) === key))
  const zone = named.find(({ id }) => id === was.zone) ?? named[0]
  if (text === '') row.fault('zone', 'required')
  else if (!zone) row.fault('zone', 'unknown-zone', text)
  return zone?.id
}

function orderOf(row: FileRow, was: Start, zone: string | undefined, { checklist }: Measure): number {
  const text = row.text('order')
  const last = () => Math.max(0, ...checklist.items.filter((item) => item.zone === zone).map(({ order }) => order)) + 1
  if (text === '') return was.order ?? last()
  const order = Number(text)
  if (!Number.isInteger(order) || order < 1) row.fault('order', 'not-a-number', text)
  return order
}

function textOf(row: FileRow, name: ColumnName, most: number, was = '', isRequired = false): string {
  if (!row.has(name)) return was
  const text = row.text(name)
  if (isRequired && text === '') row.fault(name, 'required')
  if (text.length > most) row.fault(name, 'too-long')
  return text
}

/** The id of a word; an empty cell keeps what was, and is a fault where nothing was. */
function wordOf(row: FileRow, name: ColumnName, group: WordGroup, was: string | undefined): string | undefined {
  const text = row.text(name)
  if (text === '') {
    if (was === undefined) row.fault(name, 'required')
    return was
  }
  const id = idOf(group, text)
  if (id === undefined) row.fault(name, 'unknown-word', text)
  return id
}

function roundsOf(row: FileRow, was: RoundId[] | undefined): RoundId[] {
  const words = row
    .text('rounds')
    .split(/[、,，;；/\n]+/)
    .filter((word) => word.trim() !== '')
  if (words.length === 0) {
    if (!was) row.fault('rounds', 'required')
    return was ?? []
  }
  const ids = new Set(words.map((word) => idOf('round', word)))
  const unknown = words.find((word) => idOf('round', word) === undefined)
  if (unknown !== undefined) row.fault('rounds', 'unknown-word', unknown)
  const sorted = ROUND_IDS.filter((id) => ids.has(id))
  // The shipped order may differ; the same rounds are no rewording.
  return was && was.length === sorted.length && was.every((id) => ids.has(id)) ? was : sorted
}

function weekdayOf(row: FileRow, was: Start): ItemWording['default_weekday'] {
  const text = row.text('default_weekday')
  if (text === '') return was.default_weekday
  const id = idOf('weekday', text)
  if (id === undefined) row.fault('default_weekday', 'unknown-word', text)
  return id as ItemWording['default_weekday']
}

function conditionOf(row: FileRow, was: Start, { checklist }: Measure): string | undefined {
  if (!row.has('condition')) return was.condition
  const text = row.text('condition')
  if (text === '') return undefined
  const key = wordKey(text)
  const found = checklist.conditions.find(({ id, zh, en }) => [id, zh, en].some((name) => wordKey(name) === key))
  if (!found) row.fault('condition', 'unknown-condition', text)
  return found?.id
}

function flagOf(row: FileRow, name: ColumnName, was: boolean): boolean {
  const text = row.text(name)
  if (text === '') return was
  const flag = yesOrNo(text)
  if (flag === undefined) row.fault(name, 'unknown-word', text)
  return flag ?? was
}

function dueOf(row: FileRow, was: Start, start: number): number {
  const text = row.text('default_due_hours')
  if (text === '') return was.default_due_hours ?? start
  const hours = Number(text.replace(/,/g, ''))
  if (!(hours > 0)) row.fault('default_due_hours', 'not-a-number', text)
  return hours
}

function listOf(row: FileRow, name: 'phrases' | 'clauses', was: string[] | undefined): string[] | undefined {
  if (!row.has(name)) return was
  const lines = row
    .text(name)
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
  if (lines.length > LONGEST[name]) row.fault(name, 'too-many')
  if (lines.some((line) => line.length > 100)) row.fault(name, 'too-long')
  if (lines.length === 0) return was && was.length === 0 ? was : undefined
  return lines
}

function readingOf(row: FileRow, was: Reading | undefined, measure: Measure): Reading | undefined {
  if (!row.has('label_zh')) return was
  const part = (name: 'label_zh' | 'label_en' | 'unit_zh' | 'unit_en') => textOf(row, name, 60, was?.[name])
  const label = part('label_zh')
  const sides = { ...sideOf(row, 'min', was, measure), ...sideOf(row, 'max', was, measure) }
  const unit = part('unit_zh')
  if (label === '') {
    if (unit !== '' || Object.keys(sides).length > 0) row.fault('label_zh', 'reading-without-name')
    return undefined
  }
  if (sides.min !== undefined && sides.max !== undefined && sides.min > sides.max) row.fault('min', 'limits-crossed')
  return { label_zh: label, label_en: part('label_en'), unit_zh: unit, unit_en: part('unit_en'), ...sides }
}

function sideOf(
  row: FileRow,
  side: 'min' | 'max',
  was: Reading | undefined,
  { parameters }: Measure,
): Partial<Reading> {
  if (!row.has(side)) {
    const [fixed, parameter] = [was?.[side], was?.[`${side}_parameter`]]
    return { ...(fixed === undefined ? {} : { [side]: fixed }), ...(parameter && { [`${side}_parameter`]: parameter }) }
  }
  const text = row.text(side)
  if (text === '') return {}
  if (parameters.has(text)) return { [`${side}_parameter`]: text }
  const fixed = Number(text)
  if (!Number.isFinite(fixed)) row.fault(side, 'unknown-parameter', text)
  return { [side]: fixed }
}
