import type { Checklist, ChecklistItem, ImportFault } from '../../../shared/contract/checklists.ts'
import type { Cell, Sheet, SheetSet } from '../../../shared/domain/imports/cell.ts'
import { cleanText, headerKey, headerLabel, wordKey } from '../../../shared/domain/imports/normalize.ts'
import { type ColumnName, textsIn } from './checklist-words.ts'
import { type DraftWording, wordingFrom } from './wording-from-row.ts'

/** One row of the file, understood. `before` is null for an own item to be added. */
export interface ItemDraft extends DraftWording {
  row: number
  before: ChecklistItem | null
}

export interface ChecklistFile {
  drafts: ItemDraft[]
  faults: ImportFault[]
  /** Rows that cannot be used. */
  leftOut: number
  /** Headers that say nothing to us. */
  ignored: string[]
}

/** What a row of a file is measured against. */
export interface Measure {
  checklist: Pick<Checklist, 'zones' | 'items' | 'conditions'>
  parameters: ReadonlySet<string>
}

/** One row of the table. */
export interface FileRow {
  row: number
  /** A column the file does not have changes nothing. */
  has(column: ColumnName): boolean
  text(column: ColumnName): string
  fault(column: ColumnName, kind: ImportFault['kind'], value?: string): void
}

const HEADER_ROWS = 15
const NEEDED = ['id', 'zone', 'zh'] as const

type Columns = Map<ColumnName, { index: number; header: string }>

const HEADERS = (['zh-CN', 'en'] as const).flatMap((language) =>
  Object.entries(textsIn(language).column).map(([name, header]) => [header, name as ColumnName] as const),
)
/** The whole header decides: `检查内容（英文）` is not `检查内容`. */
const COLUMN_OF_HEADER = new Map(HEADERS.map(([header, name]) => [wordKey(header), name]))
COLUMN_OF_HEADER.set(headerKey(textsIn('zh-CN').column.id), 'id')
COLUMN_OF_HEADER.set(headerKey(textsIn('en').column.id), 'id')

export function readChecklistFile(set: SheetSet, measure: Measure): ChecklistFile {
  const found = findTable(set)
  if (!found) return refused({ row: 1, column: null, kind: 'header-not-found', value: '' })
  const { sheet, header, columns } = found
  const missing = NEEDED.find((name) => !columns.has(name))
  if (missing)
    return refused({ row: header, column: null, kind: 'column-missing', value: textsIn('zh-CN').column[missing] })
  return readRows(sheet, header, columns, measure)
}

function refused(fault: ImportFault): ChecklistFile {
  return { drafts: [], faults: [fault], leftOut: 0, ignored: [] }
}

/** The row with most of our headers, in whatever sheet. */
function findTable(set: SheetSet): { sheet: Sheet; header: number; columns: Columns } | undefined {
  let best: { sheet: Sheet; header: number; columns: Columns } | undefined
  for (const sheet of set.sheets) {
    for (const [index, cells] of sheet.rows.slice(0, HEADER_ROWS).entries()) {
      const columns = columnsIn(cells)
      if (columns.size >= NEEDED.length && columns.size > (best?.columns.size ?? 0)) {
        best = { sheet, header: index + 1, columns }
      }
    }
  }
  return best
}

function columnsIn(cells: readonly Cell[]): Columns {
  const columns: Columns = new Map()
  for (const [index, { text }] of cells.entries()) {
    const name = COLUMN_OF_HEADER.get(wordKey(text))
    if (name && !columns.has(name)) columns.set(name, { index, header: headerLabel(text) })
  }
  return columns
}

function ignoredIn(sheet: Sheet, header: number, columns: Columns): string[] {
  const used = new Set([...columns.values()].map(({ index }) => index))
  const texts = (sheet.rows[header - 1] ?? []).map(({ text }) => headerLabel(text))
  return texts.filter((text, index) => text !== '' && !used.has(index))
}

function readRows(sheet: Sheet, header: number, columns: Columns, measure: Measure): ChecklistFile {
  const file: ChecklistFile = { drafts: [], faults: [], leftOut: 0, ignored: ignoredIn(sheet, header, columns) }
  const byId = new Map(measure.checklist.items.map((item) => [item.id, item]))
  const seen = new Set<string>()
  for (let row = header + 1; row <= sheet.rows.length; row++) {
    const cells = sheet.rows[row - 1] ?? []
    const reader = rowReader(row, cells, columns, file.faults)
    if ([...columns.keys()].every((name) => reader.text(name) === '')) continue
    const faultsBefore = file.faults.length
    const id = reader.text('id')
    const before = id === '' ? null : (byId.get(id) ?? null)
    if (id !== '' && !before) reader.fault('id', 'unknown-id', id)
    else if (seen.has(id)) reader.fault('id', 'duplicate-id', id)
    if (id !== '') seen.add(id)
    const draft = file.faults.length === faultsBefore ? wordingFrom(reader, before, measure) : undefined
    if (draft && file.faults.length === faultsBefore) file.drafts.push({ ...draft, row, before })
    else file.leftOut++
  }
  const place = new Map([...columns.values()].map(({ header: name, index }) => [name, index]))
  const placeOf = ({ column }: ImportFault) => place.get(column ?? '') ?? 0
  file.faults.sort((a, b) => a.row - b.row || placeOf(a) - placeOf(b))
  return file
}

function rowReader(row: number, cells: readonly Cell[], columns: Columns, faults: ImportFault[]): FileRow {
  return {
    row,
    has: (name) => columns.has(name),
    text(name) {
      const index = columns.get(name)?.index
      const cell = index === undefined ? undefined : cells[index]
      return cell && cell.kind !== 'error' ? cleanText(cell.text) : ''
    },
    fault(name, kind, value = '') {
      const column = columns.get(name)?.header ?? null
      faults.push({ row, column, kind, value: value.slice(0, 80) })
    },
  }
}
