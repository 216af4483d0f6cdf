import type { Decisions } from './decisions.ts'
import { itemFinder, type Known, nameFinder, type PersonFinder, personFinder } from './known.ts'
import { cleanName, cleanText, isPlaceholder, sentenceKey, wordKey } from './normalize.ts'
import { parseDay } from './parse-day.ts'
import { collect, type ReadResult, type RowCounter, type RowReport } from './row-report.ts'
import { type Row, readRows, type Table, type TableRow } from './table.ts'
import { DEFAULT_SEVERITY, type Severity, severityOf, sourceOf, taskStateOf } from './words.ts'

/** Somebody named in a file: on record, or only as text. */
export interface NamedPerson {
  readonly uid: string | null
  readonly text: string
}

export interface LedgerDraft {
  readonly row: number
  readonly number: string | null
  readonly found: string
  /** Id of the rectification file's sources, if the word is known. */
  readonly source: string | null
  readonly sourceText: string | null
  readonly zone: string | null
  readonly zoneText: string | null
  /** As written. */
  readonly text: string
  /** The checklist item the text begins with. */
  readonly itemId: string | null
  readonly severity: Severity
  readonly isSeverityGiven: boolean
  readonly owner: NamedPerson | null
  readonly due: string | null
  readonly done: string | null
  readonly state: 'open' | 'done'
  readonly result: string | null
  readonly note: string | null
}

interface Finders {
  person: PersonFinder
  zone: (text: string) => string | null
  items: ReturnType<typeof itemFinder>
  hasZones: boolean
}

export function readLedger(
  rows: readonly Row[],
  known: Known,
  decisions: Decisions = {},
  onRow?: RowCounter,
): ReadResult<LedgerDraft> {
  const table = readRows(rows, 'ledger', decisions)
  const finders: Finders = {
    person: personFinder(known.people, decisions),
    zone: nameFinder(known.zones ?? []),
    items: itemFinder(known.items ?? [], decisions),
    hasZones: (known.zones ?? []).length > 0,
  }
  const seen = new Map<string, number>()
  return collect(
    table,
    (row, report) => {
      if (isRepeat(row, seen, decisions, report)) return null
      return draftOf(row, report, table, finders)
    },
    onRow,
  )
}

/** The same number, or without one the same text of the same day and person. A number alone may be a running count. */
function isRepeat(row: TableRow, seen: Map<string, number>, decisions: Decisions, report: RowReport): boolean {
  const number = numberOf(row)
  const content = ['found', 'text', 'zone', 'owner'].map((field) => sentenceKey(row.text(field))).join('/')
  const key = number === null || /^\d{1,4}$/.test(number) ? content : wordKey(number)
  const of = seen.get(key)
  if (of !== undefined && !decisions.kept?.includes(row.row)) {
    report.add('duplicate-task', undefined, { of, params: { of }, blocking: true })
    return true
  }
  if (of === undefined) seen.set(key, row.row)
  return false
}

function draftOf(row: TableRow, report: RowReport, table: Table, finders: Finders): LedgerDraft | null {
  const text = row.text('text')
  if (text === '') report.add('missing-text', 'text', { blocking: true })
  const found = report.day('found')?.day ?? null
  if (found === null && parseDay(row.cell('found'), table.contextYear).outcome === 'empty') {
    report.add('missing-date', 'found', { blocking: true })
  }
  const place = readPlace(row, text, report, finders)
  const severity = readSeverity(row, report)
  const owner = readPerson(row, 'owner', report, finders.person)
  const due = report.day('due')?.day ?? null
  const end = readEnd(row, report)
  if (found !== null && end.done !== null && end.done < found) {
    report.add('done-before-found', undefined, { params: { found, done: end.done } })
  }
  if (found === null || text === '') return null
  return {
    row: row.row,
    number: numberOf(row),
    found,
    source: sourceOf(row.text('source')),
    sourceText: textOrNull(row, 'source'),
    ...place,
    text,
    ...severity,
    owner,
    due,
    ...end,
    result: textOrNull(row, 'result'),
    note: textOrNull(row, 'note'),
  }
}

function numberOf(row: TableRow): string | null {
  return textOrNull(row, 'number')
}

function textOrNull(row: TableRow, field: string): string | null {
  const text = cleanText(row.text(field))
  return text === '' || isPlaceholder(text) ? null : text
}

/** An empty zone is taken from the item the text names. */
function readPlace(
  row: TableRow,
  text: string,
  report: RowReport,
  finders: Finders,
): Pick<LedgerDraft, 'zone' | 'zoneText' | 'itemId'> {
  const zoneText = textOrNull(row, 'zone')
  const written = zoneText === null ? null : finders.zone(zoneText)
  if (zoneText !== null && written === null && finders.hasZones) {
    report.add('unknown-zone', 'zone', { params: { value: zoneText } })
  }
  const item = finders.items.findInside(text, written)
  return { zone: written ?? (zoneText === null ? (item?.zone ?? null) : null), zoneText, itemId: item?.id ?? null }
}

function readSeverity(row: TableRow, report: RowReport): Pick<LedgerDraft, 'severity' | 'isSeverityGiven'> {
  const text = textOrNull(row, 'severity')
  const severity = text === null ? null : severityOf(text)
  if (severity !== null) return { severity, isSeverityGiven: true }
  if (text === null) report.add('missing-severity', 'severity', { fix: DEFAULT_SEVERITY })
  else report.add('unknown-severity', 'severity', { params: { value: text }, fix: DEFAULT_SEVERITY })
  return { severity: DEFAULT_SEVERITY, isSeverityGiven: false }
}

export function readPerson(row: TableRow, field: string, report: RowReport, find: PersonFinder): NamedPerson | null {
  const written = row.text(field)
  if (written === '' || isPlaceholder(written)) return null
  const text = cleanName(written)
  const match = find(written)
  if (match.outcome === 'leave-out') report.leaveOut()
  if (match.outcome === 'unknown') report.add('unknown-person', field, { params: { name: text } })
  if (match.outcome !== 'known') return { uid: null, text }
  if (match.isOneOfSeveral) report.add('several-people', field, { params: { name: text } })
  return { uid: match.uid, text }
}

/** `未完成` or `/` may stand where the day of completion belongs; a day there outweighs a status word. */
function readEnd(row: TableRow, report: RowReport): Pick<LedgerDraft, 'done' | 'state'> {
  const word = taskStateOf(row.cell('done').kind === 'text' ? row.text('done') : '')
  const done = word === null ? (report.day('done')?.day ?? null) : null
  if (done !== null) return { done, state: 'done' }
  return { done: null, state: word ?? taskStateOf(row.text('status')) ?? 'open' }
}
