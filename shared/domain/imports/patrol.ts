import type { Decisions } from './decisions.ts'
import {
  type ItemFinder,
  itemFinder,
  type Known,
  type KnownItem,
  nameFinder,
  type PersonFinder,
  personFinder,
} from './known.ts'
import { type NamedPerson, readPerson } from './ledger.ts'
import { isPlaceholder, sentenceKey } from './normalize.ts'
import { type LocalMoment, parseDay, parseMinute } from './parse-day.ts'
import { collect, type ReadResult, type RowCounter, type RowReport } from './row-report.ts'
import { type Row, readRows, type Table, type TableRow } from './table.ts'
import { type Answer, answerOf, roundOf } from './words.ts'

export interface PatrolDraft {
  readonly row: number
  readonly on: string
  /** Minutes since midnight, if the file names a time. */
  readonly minute: number | null
  /** Id of a round. */
  readonly round: string
  readonly zone: string | null
  /** `null`: kept as text because the user chose so. */
  readonly itemId: string | null
  /** The wording of the file. */
  readonly itemText: string
  readonly answer: Answer
  readonly person: NamedPerson | null
  readonly note: string | null
  readonly remark: string | null
}

interface Finders {
  person: PersonFinder
  items: ItemFinder
  zone: (text: string) => string | null
  round: (text: string) => string | null
}

export function readPatrol(
  rows: readonly Row[],
  known: Known,
  decisions: Decisions = {},
  onRow?: RowCounter,
): ReadResult<PatrolDraft> {
  const table = readRows(rows, 'patrol', decisions)
  const rounds = nameFinder(known.rounds ?? [])
  const finders: Finders = {
    person: personFinder(known.people, decisions),
    items: itemFinder(known.items ?? [], decisions),
    zone: nameFinder(known.zones ?? []),
    round: (text) => rounds(text) ?? roundOf(text),
  }
  const seen = new Map<string, number>()
  return collect(
    table,
    (row, report) => {
      const draft = draftOf(row, report, table, finders)
      return draft !== null && isRepeat(draft, seen, decisions, report) ? null : draft
    },
    onRow,
  )
}

function draftOf(row: TableRow, report: RowReport, table: Table, finders: Finders): PatrolDraft | null {
  const moment = readMoment(row, report, table)
  const round = readRound(row, report, finders)
  const zone = finders.zone(row.text('zone'))
  const itemText = row.text('item')
  const item = readItem(row, itemText, zone, report, finders)
  const answer = readAnswer(row, report)
  const person = readPerson(row, 'person', report, finders.person)
  if (moment === null || round === null || item === null || answer === null) return null
  return {
    row: row.row,
    on: moment.day,
    minute: moment.minute ?? parseMinute(row.cell('time')),
    round,
    zone: zone ?? (item === 'text' ? null : item.zone),
    itemId: item === 'text' ? null : item.id,
    itemText: itemText || (item === 'text' ? '' : item.zh),
    answer,
    person,
    note: textOrNull(row, 'note'),
    remark: textOrNull(row, 'remark'),
  }
}

function readMoment(row: TableRow, report: RowReport, table: Table): LocalMoment | null {
  if (parseDay(row.cell('date'), table.contextYear).outcome !== 'empty') return report.day('date')
  report.add('missing-date', 'date', { blocking: true })
  return null
}

function readRound(row: TableRow, report: RowReport, finders: Finders): string | null {
  const text = row.text('round')
  const round = text === '' ? null : finders.round(text)
  if (text === '') report.add('missing-round', 'round', { blocking: true })
  else if (round === null) report.add('unknown-round', 'round', { params: { value: text }, blocking: true })
  return round
}

function readItem(
  row: TableRow,
  text: string,
  zone: string | null,
  report: RowReport,
  finders: Finders,
): KnownItem | 'text' | null {
  if (text === '' && row.text('itemId') === '') {
    report.add('missing-item', 'item', { blocking: true })
    return null
  }
  const match = finders.items.find(text, row.text('itemId'), zone)
  if (match.outcome === 'known') return match.item
  if (match.outcome === 'text') return 'text'
  if (match.outcome === 'leave-out') report.leaveOut()
  else {
    const { nearest } = match
    const params = { value: text || row.text('itemId'), nearest: nearest?.zh ?? '' }
    report.add('unknown-item', 'item', { params, fix: nearest?.zh, blocking: true })
  }
  return null
}

function readAnswer(row: TableRow, report: RowReport): Answer | null {
  const text = row.text('answer')
  const answer = text === '' ? null : answerOf(text)
  if (text === '') report.add('missing-answer', 'answer', { blocking: true })
  else if (answer === null) report.add('unknown-answer', 'answer', { params: { value: text }, blocking: true })
  return answer
}

/** One item has one answer in a round; the first one of the file counts. */
function isRepeat(draft: PatrolDraft, seen: Map<string, number>, decisions: Decisions, report: RowReport): boolean {
  const key = `${draft.on}/${draft.round}/${draft.itemId ?? sentenceKey(draft.itemText)}`
  const of = seen.get(key)
  if (of === undefined) seen.set(key, draft.row)
  if (of === undefined || decisions.kept?.includes(draft.row)) return false
  report.add('duplicate-answer', undefined, { of, params: { of }, blocking: true })
  return true
}

function textOrNull(row: TableRow, field: string): string | null {
  const text = row.text(field)
  return text === '' || isPlaceholder(text) ? null : text
}
