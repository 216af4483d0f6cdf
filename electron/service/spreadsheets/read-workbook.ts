import type { Cell as LibraryCell, Workbook, Worksheet } from '@cj-tech-master/excelts'
import { formatClock } from '../../../shared/domain/business-day.ts'
import { type Cell, EMPTY_CELL, type Sheet, textCell } from '../../../shared/domain/imports/cell.ts'
import { AppError } from '../../../shared/errors.ts'
import { LIMITS } from './limits.ts'
import { mergedCells } from './merged-cells.ts'
import { type ReportProgress, rowsDone } from './progress.ts'
import { type Parts, unpackWorkbook } from './unpack.ts'

const NEEDED =
  /^(\[Content_Types\]\.xml|_rels\/\.rels|xl\/workbook\.xml|xl\/_rels\/workbook\.xml\.rels|xl\/(styles|sharedStrings)\.xml|xl\/worksheets\/[^/]+\.xml)$/i
/** Everything but the cells. `cols` and `mergeCells` of a hostile file name ranges of billions of cells. */
const IGNORED = [
  'cols',
  'dataValidations',
  'conditionalFormatting',
  'autoFilter',
  'sheetProtection',
  'hyperlinks',
  'drawing',
  'legacyDrawing',
  'legacyDrawingHF',
  'picture',
  'oleObjects',
  'controls',
  'tableParts',
  'rowBreaks',
  'colBreaks',
  'headerFooter',
  'extLst',
]
/** A workbook shows merged cells as one; above this many they are not spread out. */
const MERGED_CELLS = 200_000

export async function readWorkbook(bytes: Uint8Array, report?: ReportProgress): Promise<Sheet[]> {
  const parts = await unpackWorkbook(bytes, (name) => NEEDED.test(name))
  report?.({ stage: 'reading', done: 0, of: 0 })
  const workbook = await loadParts(parts, {
    ignoreNodes: mergedCells(parts) > MERGED_CELLS ? [...IGNORED, 'mergeCells'] : IGNORED,
  })
  const visible = workbook.worksheets.filter((sheet) => sheet.state === 'visible')
  const sheets = (visible.length > 0 ? visible : workbook.worksheets).map((sheet) => readSheet(sheet, report))
  if (!sheets.some((sheet) => sheet.rows.length > 0)) throw new AppError('invalid-input', 'fileEmpty')
  return sheets
}

export interface LoadOptions {
  ignoreNodes?: string[]
}

/** The library is large; it is loaded with the first workbook, not with the service. */
export async function loadParts(parts: Parts, options: LoadOptions = {}): Promise<Workbook> {
  const library = await import('@cj-tech-master/excelts')
  const workbook = new library.Workbook()
  try {
    await workbook.xlsx.loadFromFiles(parts, { ...options })
  } catch (cause) {
    throw new AppError('invalid-input', 'fileDamaged', { cause })
  }
  return workbook
}

function readSheet(sheet: Worksheet, report: ReportProgress | undefined): Sheet {
  const rows: Cell[][] = []
  sheet.eachRow((row, number) => {
    rowsDone(report, 'reading', number, sheet.rowCount)
    const cells: Cell[] = []
    row.eachCell((cell, column) => {
      if (column > LIMITS.columns) return
      const read = readCell(cell)
      if (read.kind === 'empty') return
      while (cells.length < column - 1) cells.push(EMPTY_CELL)
      cells[column - 1] = read
    })
    if (cells.length === 0) return
    if (number > LIMITS.rows) throw new AppError('invalid-input', 'fileTooManyRows', { params: { limit: LIMITS.rows } })
    while (rows.length < number - 1) rows.push([])
    rows[number - 1] = cells
  })
  return { name: sheet.name, rows }
}

/** A merged value stands in every row it spans, in its own column only: a zone written once for three faults. */
function readCell(cell: LibraryCell): Cell {
  const master = cell.isMerged ? cell.master : cell
  return master.col === cell.col ? cellOf(master.value, formatOf(cell.numFmt)) : EMPTY_CELL
}

function formatOf(format: string | { formatCode: string } | undefined): string {
  return typeof format === 'object' ? format.formatCode : (format ?? '')
}

function cellOf(value: unknown, format: string): Cell {
  if (value === null || value === undefined) return EMPTY_CELL
  // The library decodes every `_xHHHH_` but this one.
  if (typeof value === 'string') return textCell(value.replaceAll('_x0000_', '\0'))
  if (typeof value === 'number') return numberCell(value, format)
  if (typeof value === 'boolean') return { kind: 'boolean', text: value ? 'TRUE' : 'FALSE' }
  if (value instanceof Date) return dateCell(value)
  if (typeof value !== 'object') return EMPTY_CELL
  if ('richText' in value && Array.isArray(value.richText)) return textCell(richText(value.richText))
  if ('error' in value) return { kind: 'error', text: String(value.error) }
  if ('formula' in value || 'sharedFormula' in value) return formulaCell(value, format)
  if ('text' in value) return cellOf(value.text, format)
  if ('checkbox' in value) return { kind: 'boolean', text: value.checkbox ? 'TRUE' : 'FALSE' }
  return EMPTY_CELL
}

/** What was shown when the file was saved. A formula nobody has calculated yet shows nothing: said, not guessed. */
function formulaCell(value: object, format: string): Cell {
  if ('result' in value && value.result !== undefined && value.result !== null) return cellOf(value.result, format)
  const formula = 'formula' in value ? String(value.formula) : ''
  return { kind: 'error', text: `=${formula}` }
}

function richText(runs: readonly unknown[]): string {
  return runs.map((run) => (typeof run === 'object' && run !== null && 'text' in run ? String(run.text) : '')).join('')
}

function numberCell(value: number, format: string): Cell {
  // Fifteen digits are what a workbook keeps; 0.1+0.2 shows as 0.3.
  const plain = String(Number(value.toPrecision(15)))
  const zeros = /^0{2,}$/.exec(format)
  const text = zeros && Number.isInteger(value) && value >= 0 ? plain.padStart(zeros[0].length, '0') : plain
  return { kind: 'number', text, number: value }
}

/** The library gives the wall clock of the sheet as if it were UTC. */
function dateCell(value: Date): Cell {
  if (Number.isNaN(value.getTime())) return { kind: 'error', text: '#VALUE!' }
  const rounded = new Date(Math.round(value.getTime() / 1000) * 1000)
  const day = rounded.toISOString().slice(0, 10)
  const minute = rounded.getUTCHours() * 60 + rounded.getUTCMinutes()
  // Day 0 of a workbook is a time without a day.
  if (day <= '1899-12-31') return { kind: 'text', text: formatClock(minute), minute }
  return minute === 0
    ? { kind: 'date', text: day, day }
    : { kind: 'date', text: `${day} ${formatClock(minute)}`, day, minute }
}
