import type { Cell, Column, Workbook, Worksheet } from '@cj-tech-master/excelts'
import { parseDayText } from '../../../shared/domain/imports/parse-day.ts'
import { hasControls, hideControls, restoreControls } from './control-characters.ts'
import { COLOURS, FONT, solid, THIN_BORDER } from './sheet-style.ts'

/** `day` and `datetime` take `2026-10-08` and `2026-10-08 08:05`, local wall time; what is no day is written as text. */
export type ColumnKind = 'text' | 'number' | 'integer' | 'percent' | 'day' | 'datetime'
/** A figure with a kind of its own, whatever its column. */
export interface Figure {
  readonly figure: number
  readonly kind: keyof typeof FIGURE_FORMATS
  /** Words after the number, which stays a number. */
  readonly suffix?: string
}
export type CellValue = string | number | boolean | null | Figure

export interface ColumnToWrite {
  readonly header: string
  /** Characters; default by kind. */
  readonly width?: number
  readonly kind: ColumnKind
  /** Red text and ground: something here needs an act. */
  readonly isHighlighted?: boolean
  /** Offered as a drop-down in the rows below the header. */
  readonly choices?: readonly string[]
  /** Shown when a cell of the column is entered. */
  readonly hint?: string
}

export interface SheetToWrite {
  readonly name: string
  /** Lines above the header; the first is set larger. */
  readonly titleRows?: readonly string[]
  /** A line below the rows, after an empty one. */
  readonly endRow?: string
  readonly columns: readonly ColumnToWrite[]
  readonly rows: readonly (readonly CellValue[])[]
  /** Rows that stay in sight; default: down to the header. */
  readonly frozenRows?: number
  /** Default true where there are rows. */
  readonly autoFilter?: boolean
  readonly isLandscape?: boolean
  /** Rows that get the drop-downs of `choices`; default the rows written. */
  readonly choiceRows?: number
}

export interface TableToWrite {
  readonly sheets: readonly SheetToWrite[]
}

const NUMBER_FORMATS: Record<ColumnKind, string> = {
  text: '@',
  number: '#,##0.##',
  integer: '#,##0',
  percent: '0.0%',
  day: 'yyyy-mm-dd',
  datetime: 'yyyy-mm-dd hh:mm',
}
const FIGURE_FORMATS = { integer: '#,##0', decimal: '#,##0.0', percent: '0.0%' } as const
const WIDTHS: Record<ColumnKind, number> = { text: 18, number: 12, integer: 10, percent: 10, day: 13, datetime: 18 }
/** A4 in the numbering of the file format. */
const A4 = 9

/** Text never becomes a formula: it is written as a string cell, in a text column with format `@`. */
export async function writeTable(table: TableToWrite): Promise<Uint8Array> {
  const library = await import('@cj-tech-master/excelts')
  const workbook = new library.Workbook()
  const names = new Set<string>()
  for (const sheet of table.sheets) writeSheet(workbook, sheet, sheetName(sheet.name, names))
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  return textsOf(table).some(hasControls) ? restoreControls(bytes) : bytes
}

function textsOf(table: TableToWrite): string[] {
  return table.sheets.flatMap(({ titleRows = [], endRow = '', columns, rows }) => [
    ...titleRows,
    endRow,
    ...columns.map((column) => column.header),
    ...rows.flat().filter((value) => typeof value === 'string'),
  ])
}

function writeSheet(workbook: Workbook, sheet: SheetToWrite, name: string): void {
  const titles = sheet.titleRows ?? []
  const headerRow = titles.length + 1
  const target = workbook.addWorksheet(name, {
    views: [{ state: 'frozen', ySplit: sheet.frozenRows ?? headerRow, xSplit: 0 }],
    pageSetup: {
      paperSize: A4,
      orientation: sheet.isLandscape ? 'landscape' : 'portrait',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${headerRow}:${headerRow}`,
      margins: { left: 0.5, right: 0.5, top: 0.6, bottom: 0.6, header: 0.3, footer: 0.3 },
    },
    headerFooter: { oddFooter: '&C&P / &N' },
  })
  for (const [index, title] of titles.entries()) writeTitle(target, index + 1, title, sheet.columns.length)
  for (const [index, column] of sheet.columns.entries()) writeColumn(target, headerRow, index + 1, column)
  for (const [index, row] of sheet.rows.entries()) writeRow(target, headerRow + 1 + index, row, sheet.columns)
  if (sheet.endRow !== undefined) {
    writeTitle(target, headerRow + sheet.rows.length + 2, sheet.endRow, sheet.columns.length)
  }
  addChoices(target, headerRow, sheet)
  if (sheet.autoFilter ?? sheet.rows.length > 0) {
    target.autoFilter = {
      from: { row: headerRow, col: 1 },
      to: { row: headerRow + sheet.rows.length, col: Math.max(1, sheet.columns.length) },
    }
  }
}

function writeTitle(target: Worksheet, row: number, title: string, columns: number): void {
  const cell = target.getCell(row, 1)
  cell.value = hideControls(title)
  cell.font = row === 1 ? { ...FONT, size: 14, bold: true } : { ...FONT, color: { argb: COLOURS.muted } }
  cell.alignment = { vertical: 'middle', wrapText: false }
  if (columns > 1) target.mergeCells(row, 1, row, columns)
}

function writeColumn(target: Worksheet, headerRow: number, index: number, column: ColumnToWrite): void {
  const format: Column = target.getColumn(index)
  format.width = column.width ?? WIDTHS[column.kind]
  const header = target.getCell(headerRow, index)
  header.value = hideControls(column.header)
  header.font = { ...FONT, bold: true, color: { argb: column.isHighlighted ? COLOURS.red : COLOURS.text } }
  header.fill = solid(column.isHighlighted ? COLOURS.redGround : COLOURS.headGround)
  header.alignment = { vertical: 'middle', horizontal: 'center', wrapText: true }
  header.border = THIN_BORDER
}

function writeRow(
  target: Worksheet,
  row: number,
  values: readonly CellValue[],
  columns: readonly ColumnToWrite[],
): void {
  for (const [index, column] of columns.entries()) {
    const cell = target.getCell(row, index + 1)
    writeValue(cell, values[index] ?? null, column.kind)
    cell.font = column.isHighlighted ? { ...FONT, color: { argb: COLOURS.red } } : FONT
    const isFigure = typeof values[index] === 'object' && values[index] !== null
    cell.alignment = { vertical: 'top', wrapText: column.kind === 'text', ...(isFigure && { horizontal: 'left' }) }
    cell.border = THIN_BORDER
  }
}

function writeValue(cell: Cell, value: CellValue, kind: ColumnKind): void {
  cell.numFmt = NUMBER_FORMATS[kind]
  if (value === null) return
  if (typeof value === 'object') {
    cell.value = value.figure
    cell.numFmt = FIGURE_FORMATS[value.kind] + (value.suffix ? `"${value.suffix.replaceAll('"', '')}"` : '')
    return
  }
  if (typeof value !== 'string') {
    cell.value = kind === 'text' && typeof value === 'number' ? String(value) : value
    return
  }
  const date = kind === 'day' || kind === 'datetime' ? wallTime(value) : null
  cell.value = date ?? hideControls(value)
  if (date === null) cell.numFmt = NUMBER_FORMATS.text
}

/** The library writes the UTC clock of a `Date`, so the local wall time is put there. */
function wallTime(text: string): Date | null {
  const parsed = parseDayText(text)
  if (parsed.outcome !== 'day') return null
  return new Date(Date.parse(`${parsed.moment.day}T00:00:00Z`) + (parsed.moment.minute ?? 0) * 60_000)
}

function addChoices(target: Worksheet, headerRow: number, sheet: SheetToWrite): void {
  const rows = sheet.choiceRows ?? sheet.rows.length
  if (rows === 0) return
  for (const [index, column] of sheet.columns.entries()) {
    const letter = target.getColumn(index + 1).letter
    const range = `${letter}${headerRow + 1}:${letter}${headerRow + rows}`
    const prompt = column.hint
      ? { showInputMessage: true, promptTitle: column.header.slice(0, 32), prompt: column.hint }
      : {}
    if (column.choices) {
      // The format joins choices by comma and allows 255 characters in all.
      const list = column.choices
        .map((choice) => choice.replace(/[",]/g, ' '))
        .join(',')
        .slice(0, 255)
      const show = { allowBlank: true, showErrorMessage: false, ...prompt }
      target.dataValidations.add(range, { type: 'list', formulae: [`"${list}"`], ...show })
    } else if (column.hint) target.dataValidations.add(range, { type: 'any', ...prompt })
  }
  for (let row = headerRow + 1; row <= headerRow + rows; row++) formatEmptyTexts(target, row, sheet.columns)
}

/** So that a number typed into an empty text column keeps its zeros. */
function formatEmptyTexts(target: Worksheet, row: number, columns: readonly ColumnToWrite[]): void {
  for (const [index, column] of columns.entries()) {
    const cell = target.getCell(row, index + 1)
    if (column.kind === 'text' && typeof cell.value !== 'number') cell.numFmt = NUMBER_FORMATS.text
  }
}

/** 31 characters, none of `[]:*?/\`, no two alike whatever the case. */
function sheetName(wanted: string, taken: Set<string>): string {
  const plain =
    wanted
      .replace(/[[\]:*?/\\]/g, ' ')
      .replace(/^'+|'+$/g, '')
      .trim()
      .slice(0, 28) || 'Sheet'
  let name = plain
  for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${plain} ${number}`
  taken.add(name.toLowerCase())
  return name
}
