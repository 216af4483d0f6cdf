import type { Workbook, Worksheet } from '@cj-tech-master/excelts'
import type { Cell, SheetSet } from '../../../shared/domain/imports/cell.ts'
import { headerKey } from '../../../shared/domain/imports/normalize.ts'
import type { Problem } from '../../../shared/domain/imports/problem.ts'
import { assertFileSize } from './limits.ts'
import { mergedCells, widestColumn } from './merged-cells.ts'
import { readTable } from './read-table.ts'
import { loadParts } from './read-workbook.ts'
import { COLOURS, FONT, solid, THIN_BORDER } from './sheet-style.ts'
import { sniff } from './sniff.ts'
import { unpackWorkbook } from './unpack.ts'

export interface AnnotateOptions {
  /** Default: the first sheet. */
  sheet?: string | undefined
  /** File row of the header; default 1. */
  headerRow?: number | undefined
  /** Default `问题`. */
  columnName?: string | undefined
}

/** Above these the library needs seconds and gigabytes; such a file is copied without its formats. */
const MERGED_CELLS = 200_000
const COLUMNS = 16_384
const COLUMN_WIDTH = 60

/** The file as it was, with one red column that says what is wrong with a row. A CSV file becomes a workbook. */
export async function annotateProblems(
  originalBytes: Uint8Array,
  fileName: string,
  problems: readonly Problem[],
  translate: (problem: Problem) => string,
  options: AnnotateOptions = {},
): Promise<Uint8Array> {
  assertFileSize(originalBytes.byteLength)
  const sentences = new Map<number, string[]>()
  for (const problem of problems) {
    sentences.set(problem.row, [...(sentences.get(problem.row) ?? []), translate(problem)])
  }
  const kept = sniff(originalBytes) === 'zip' ? await withFormats(originalBytes) : null
  if (kept !== null) {
    try {
      addColumn(kept, sentences, options)
      return new Uint8Array(await kept.xlsx.writeBuffer())
    } catch {
      // Something in the file the library reads but cannot write: the cells matter more than their looks.
    }
  }
  const copy = await plainCopy(await readTable(originalBytes, fileName))
  addColumn(copy, sentences, options)
  return new Uint8Array(await copy.xlsx.writeBuffer())
}

async function withFormats(bytes: Uint8Array): Promise<Workbook | null> {
  const parts = await unpackWorkbook(bytes, () => true)
  if (mergedCells(parts) > MERGED_CELLS || widestColumn(parts) > COLUMNS) return null
  try {
    return await loadParts(parts)
  } catch {
    return null
  }
}

function addColumn(workbook: Workbook, sentences: ReadonlyMap<number, string[]>, options: AnnotateOptions): void {
  const sheet =
    (options.sheet === undefined ? undefined : workbook.getWorksheet(options.sheet)) ?? workbook.worksheets[0]
  if (!sheet) return
  const headerRow = options.headerRow ?? 1
  const name = options.columnName ?? '问题'
  const column = columnFor(sheet, headerRow, name)
  sheet.getColumn(column).width = COLUMN_WIDTH
  for (const row of new Set([headerRow, ...sentences.keys()])) {
    const cell = sheet.getCell(row, column)
    const text = row === headerRow ? [name] : []
    cell.value = [...text, ...(sentences.get(row) ?? [])].join('；')
    cell.font = { ...FONT, color: { argb: COLOURS.red }, bold: row === headerRow }
    cell.fill = solid(COLOURS.redGround)
    cell.border = THIN_BORDER
    cell.alignment = { vertical: 'top', wrapText: true }
  }
}

/** A file annotated before gets its column renewed, not a second one. */
function columnFor(sheet: Worksheet, headerRow: number, name: string): number {
  let last = 0
  sheet.eachRow((row) =>
    row.eachCell((cell, column) => {
      if (cell.value !== null && cell.value !== '') last = Math.max(last, column)
    }),
  )
  // A ledger may have a column 问题 of its own; ours is the red one.
  const header = sheet.getCell(headerRow, Math.max(1, last))
  const isOurs = headerKey(header.text) === headerKey(name) && header.font?.color?.argb === COLOURS.red
  if (!isOurs || last < 2) return last + 1
  sheet.eachRow((_row, number) => {
    if (number > headerRow) sheet.getCell(number, last).value = null
  })
  return last
}

async function plainCopy(set: SheetSet): Promise<Workbook> {
  const library = await import('@cj-tech-master/excelts')
  const workbook = new library.Workbook()
  for (const sheet of set.sheets) {
    const name =
      sheet.name
        .replace(/[[\]:*?/\\]/g, ' ')
        .slice(0, 31)
        .trim() || 'Sheet'
    const target = workbook.addWorksheet(name)
    for (const [row, cells] of sheet.rows.entries()) {
      for (const [column, cell] of cells.entries()) copyCell(target, row + 1, column + 1, cell)
    }
  }
  return workbook
}

function copyCell(target: Worksheet, row: number, column: number, cell: Cell): void {
  if (cell.kind === 'empty') return
  const copy = target.getCell(row, column)
  copy.font = FONT
  if (cell.kind === 'number' && cell.number !== undefined) copy.value = cell.number
  else if (cell.kind === 'date' && cell.day !== undefined) {
    copy.value = new Date(Date.parse(`${cell.day}T00:00:00Z`) + (cell.minute ?? 0) * 60_000)
    copy.numFmt = cell.minute === undefined ? 'yyyy-mm-dd' : 'yyyy-mm-dd hh:mm'
  } else {
    copy.value = cell.text
    copy.numFmt = '@'
  }
}
