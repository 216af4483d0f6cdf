import { type CellValue, type ColumnKind, writeTable } from '../spreadsheets/write-table.ts'

export interface ShownTable {
  title: string
  head: string[]
  rows: CellValue[][]
}

const DAY = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}$/
const RATE = /^\d+(\.\d+)?%$/
const WIDEST = 48

/** A table as a screen shows it; a column is a date, a rate or a number where all of its cells are. */
export function renderTable({ title, head, rows }: ShownTable, endRow: string): Promise<Uint8Array> {
  const kinds = head.map((_, index) => kindOf(rows.map((row) => row[index] ?? null)))
  return writeTable({
    sheets: [
      {
        name: title,
        titleRows: [title],
        endRow,
        columns: head.map((header, index) => ({
          header,
          kind: kinds[index] ?? 'text',
          width: widthOf(header, rows, index),
        })),
        rows: rows.map((row) => head.map((_, index) => cellOf(row[index] ?? null, kinds[index] ?? 'text'))),
      },
    ],
  })
}

function kindOf(cells: readonly CellValue[]): ColumnKind {
  const filled = cells.filter((cell) => cell !== null && cell !== '')
  if (filled.length === 0) return 'text'
  if (filled.every((cell) => typeof cell === 'number')) return filled.every(Number.isInteger) ? 'integer' : 'number'
  const areAll = (form: RegExp) => filled.every((cell) => typeof cell === 'string' && form.test(cell))
  if (areAll(DAY)) return 'day'
  if (areAll(INSTANT)) return 'datetime'
  return areAll(RATE) ? 'percent' : 'text'
}

function cellOf(cell: CellValue, kind: ColumnKind): CellValue {
  if (cell === '') return null
  return kind === 'percent' && typeof cell === 'string' ? Number.parseFloat(cell) / 100 : cell
}

function widthOf(header: string, rows: readonly CellValue[][], index: number): number {
  const lengths = rows.slice(0, 200).map((row) => breadthOf(String(row[index] ?? '')))
  return Math.min(Math.max(breadthOf(header) + 4, ...lengths, 8), WIDEST)
}

/** A Chinese character is two columns wide. */
function breadthOf(text: string): number {
  return [...text].reduce((sum, letter) => sum + (letter > '\u00ff' ? 2 : 1), 0)
}
