import { type Cell, EMPTY_CELL, textCell } from './cell.ts'
import { fieldsOf, type ImportKind } from './columns.ts'
import type { Decisions } from './decisions.ts'
import { findHeader, type Header } from './find-header.ts'
import { cleanText, headerKey, wordKey } from './normalize.ts'
import { yearInTitles } from './parse-day.ts'
import { type Problem, type ProblemKind, problem, type SkippedRow } from './problem.ts'

export type Row = readonly Cell[]

/** One row below the header, read by field; the user's fixes already stand in for the file's cells. */
export interface TableRow {
  readonly row: number
  cell(field: string): Cell
  /** Trimmed; an error cell reads as empty. */
  text(field: string): string
}

export interface Table {
  readonly kind: ImportKind
  readonly header: Header | null
  readonly rows: readonly TableRow[]
  readonly skipped: SkippedRow[]
  readonly problems: Problem[]
  /** From a title row such as `2026年10月巡检记录`. */
  readonly contextYear: number | undefined
  columnName(field: string): string | undefined
}

const TOTAL =
  /^(本页|本月|本年|全部|以上|人员)?(合计|总计|小计|共计|累计|总数|总人数|汇总)[:：]?(\d+[人项条件次个名]?)?$/
const TOTAL_ENGLISH = /^(grand)?(sub)?(total|sum)s?[:：]?\d*$/
const SAMPLE = new Set(['示例', '样例', '例', '示例行', 'example', 'sample'])

/** Finds the header and sorts out every row that is not a record: blank, title, total, repeated header, sample, footnote. */
export function readRows(rows: readonly Row[], kind: ImportKind, decisions: Decisions = {}): Table {
  const header = findHeader(rows, kind, { mapping: decisions.mapping, headerRow: decisions.headerRow })
  const table = emptyTable(rows, kind, header)
  if (header === null) {
    table.problems.push(problem(1, 'header-not-found', { blocking: true }))
    return table
  }
  for (const field of header.missing) {
    table.problems.push(problem(header.row, 'missing-column', { field, params: { field }, blocking: true }))
  }
  if (header.missing.length > 0) return table
  const records: TableRow[] = []
  for (let row = header.row + 1; row <= rows.length; row++) {
    const cells = rows[row - 1] ?? []
    if (isBlank(cells, header) || isAuditLine(cells)) continue
    const reason = isLeftOut(row, decisions) ? 'left-out' : reasonToIgnore(cells, header, kind, decisions.fixes?.[row])
    if (reason === null) records.push(rowReader(row, cells, header, decisions))
    else ignore(table, row, reason)
  }
  return { ...table, rows: records }
}

function emptyTable(rows: readonly Row[], kind: ImportKind, header: Header | null): Table {
  const titles = rows.slice(0, (header?.row ?? 1) - 1).flatMap((cells) => cells.map((cell) => cell.text))
  return {
    kind,
    header,
    rows: [],
    skipped: [],
    problems: [],
    contextYear: yearInTitles(titles),
    columnName: (field) => header?.columns[field]?.header,
  }
}

function ignore(table: Table, row: number, reason: ProblemKind): void {
  table.skipped.push({ row, reason })
  if (reason !== 'left-out') table.problems.push(problem(row, reason))
}

function rowReader(row: number, cells: Row, header: Header, decisions: Decisions): TableRow {
  const fixes = decisions.fixes?.[row]
  const cellOf = (field: string): Cell => {
    const fixed = fixes && Object.hasOwn(fixes, field) ? fixes[field] : undefined
    if (fixed !== undefined) return textCell(fixed)
    const column = header.columns[field]
    return (column && cells[column.index]) ?? EMPTY_CELL
  }
  return {
    row,
    cell: cellOf,
    text: (field) => {
      const cell = cellOf(field)
      return cell.kind === 'error' ? '' : cleanText(cell.text)
    },
  }
}

function isLeftOut(row: number, decisions: Decisions): boolean {
  return decisions.leftOut?.includes(row) ?? false
}

/** The last line of our own exports says where the audit chain stood. */
function isAuditLine(cells: Row): boolean {
  const first = cells.find((cell) => cleanText(cell.text) !== '')
  return first !== undefined && /^(审计检查点|Audit checkpoint) ?A \d+-/.test(cleanText(first.text))
}

/** A row somebody numbered in advance and never filled is blank too. */
function isBlank(cells: Row, header: Header): boolean {
  const numbering = new Set(header.unused.map((column) => column.index))
  const number = header.columns.number
  if (number) numbering.add(number.index)
  return cells.every(
    (cell, index) => cleanText(cell.text) === '' || (numbering.has(index) && /^\d{1,5}$/.test(cell.text.trim())),
  )
}

function reasonToIgnore(
  cells: Row,
  header: Header,
  kind: ImportKind,
  fixes: Readonly<Record<string, string>> | undefined,
): ProblemKind | null {
  const written = cells.map((cell) => wordKey(cell.text)).filter((word) => word !== '')
  if (written.slice(0, 2).some((word) => TOTAL.test(word) || TOTAL_ENGLISH.test(word))) return 'total-row-ignored'
  if (SAMPLE.has(written[0] ?? '')) return 'sample-row-ignored'
  const columns = Object.values(header.columns)
  const repeated = columns.filter(({ index, header: name }) => headerKey(cells[index]?.text ?? '') === headerKey(name))
  if (repeated.length * 2 > columns.length) return 'repeated-header-ignored'
  const required = fieldsOf(kind).filter((rule) => rule.required)
  const isFilled = (field: string) => {
    const column = header.columns[field]
    return Boolean(fixes?.[field]) || (column !== undefined && cleanText(cells[column.index]?.text ?? '') !== '')
  }
  return required.some((rule) => isFilled(rule.field)) ? null : 'row-not-understood'
}
