import { stringify } from 'csv-stringify/sync'
import Papa from 'papaparse'
import { guardText, unguardText } from '../../../shared/domain/formula-text.ts'
import { type Cell, EMPTY_CELL, type SheetSet, textCell } from '../../../shared/domain/imports/cell.ts'
import { AppError } from '../../../shared/errors.ts'
import { LIMITS } from './limits.ts'

const DELIMITERS = [',', '\t', ';', '|']
/** Share of unreadable or control characters above which bytes are not a text anybody wrote. */
const RUBBISH = 0.02

export function readCsv(bytes: Uint8Array, fileName: string): SheetSet {
  const { text, encoding } = decode(bytes)
  if (text.trim() === '') throw new AppError('invalid-input', 'fileEmpty')
  const { data } = Papa.parse<string[]>(text, {
    delimiter: delimiterOf(text),
    skipEmptyLines: false,
    preview: LIMITS.rows + 2,
  })
  const rows = data.map((record) => cellsOf(record.slice(0, LIMITS.columns)))
  while (rows.length > 0 && rows.at(-1)?.length === 0) rows.pop()
  if (rows.length > LIMITS.rows) {
    throw new AppError('invalid-input', 'fileTooManyRows', { params: { limit: LIMITS.rows } })
  }
  return { format: 'csv', encoding, sheets: [{ name: fileName.replace(/\.[^.]*$/, ''), rows }] }
}

function cellsOf(record: readonly string[]): Cell[] {
  const cells = record.map((field) => (field === '' ? EMPTY_CELL : textCell(unguardText(field))))
  while (cells.at(-1)?.kind === 'empty') cells.pop()
  return cells
}

/** Byte order mark, then UTF-8 if every byte fits it, then GB18030, which old spreadsheet programs here write. */
function decode(bytes: Uint8Array): { text: string; encoding: string } {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return decodeAs('utf-16le', bytes)
  if (first === 0xfe && second === 0xff) return decodeAs('utf-16be', bytes)
  try {
    return checked(new TextDecoder('utf-8', { fatal: true }).decode(bytes), 'utf-8')
  } catch (error) {
    if (error instanceof AppError) throw error
    return decodeAs('gb18030', bytes)
  }
}

function decodeAs(encoding: string, bytes: Uint8Array): { text: string; encoding: string } {
  return checked(new TextDecoder(encoding).decode(bytes), encoding)
}

function checked(text: string, encoding: string): { text: string; encoding: string } {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const rubbish = text.match(/[\uFFFD\u0000-\u0008\u000E-\u001F]/g)?.length ?? 0
  if (rubbish > 4 && rubbish > text.length * RUBBISH) throw new AppError('invalid-input', 'fileNotSpreadsheet')
  return { text, encoding }
}

/** Title rows have one field with any delimiter, so the widest row decides, not the first. */
function delimiterOf(text: string): string {
  const head = text.slice(0, 20_000)
  const widths = DELIMITERS.map((delimiter) => {
    const { data } = Papa.parse<string[]>(head, { delimiter, preview: 30 })
    return { delimiter, width: data.reduce((sum, record) => sum + record.length, 0) }
  })
  return widths.reduce((best, next) => (next.width > best.width ? next : best)).delimiter
}

export type CsvValue = string | number | boolean | null

/** UTF-8 with a byte order mark, which spreadsheet programs need to read Chinese; texts cannot become formulas. */
export function writeCsv(rows: readonly (readonly CsvValue[])[]): Uint8Array {
  const guarded = rows.map((row) => row.map((value) => (typeof value === 'string' ? guardText(value) : value)))
  const text = stringify(guarded, {
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // A bare line break inside a field would begin a new row, and a formula with it.
    quoted_match: /[\r\n]/,
    cast: { boolean: (value) => (value ? 'TRUE' : 'FALSE') },
  })
  return new TextEncoder().encode(text)
}
