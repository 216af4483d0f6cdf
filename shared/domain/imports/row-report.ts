import { type LocalMoment, parseDay } from './parse-day.ts'
import { type Problem, type ProblemDetail, type ProblemKind, problem, type SkippedRow } from './problem.ts'
import type { Table, TableRow } from './table.ts'

/** What is said about one row while it is read. */
export interface RowReport {
  add(kind: ProblemKind, field?: string, detail?: ProblemDetail): void
  /** Leaves the row out without another problem: the user said so. */
  leaveOut(): void
  /** A day, or `null` if the cell is empty or cannot be a day, which is then a blocking problem. */
  day(field: string): LocalMoment | null
}

export interface ReadResult<Draft> {
  readonly header: Table['header']
  /** One for each row that will be saved. */
  readonly drafts: readonly Draft[]
  readonly skipped: readonly SkippedRow[]
  readonly problems: readonly Problem[]
}

/** Told before each record; reading a large file takes seconds. */
export type RowCounter = (done: number, of: number) => void

/** Runs `read` over every record; a row with a blocking problem, or for which `read` gives `null`, is skipped. */
export function collect<Draft>(
  table: Table,
  read: (row: TableRow, report: RowReport) => Draft | null,
  onRow?: RowCounter,
): ReadResult<Draft> {
  const drafts: Draft[] = []
  const skipped = [...table.skipped]
  const problems = [...table.problems]
  for (const [index, row] of table.rows.entries()) {
    onRow?.(index, table.rows.length)
    const found: Problem[] = []
    let isLeftOut = false
    const report = reporter(table, row, found, () => {
      isLeftOut = true
    })
    reportErrorCells(table, row, report)
    const draft = read(row, report)
    const blocking = found.find((entry) => entry.blocking)
    if (isLeftOut) skipped.push({ row: row.row, reason: 'left-out' })
    else if (blocking || draft === null) skipped.push({ row: row.row, reason: blocking?.kind ?? 'row-not-understood' })
    else drafts.push(draft)
    if (!isLeftOut) problems.push(...found)
  }
  const order = (entry: Problem) => (entry.field ? (table.header?.columns[entry.field]?.index ?? 0) : -1)
  problems.sort((a, b) => a.row - b.row || order(a) - order(b))
  skipped.sort((a, b) => a.row - b.row)
  return { header: table.header, drafts, skipped, problems }
}

function reporter(table: Table, row: TableRow, found: Problem[], leaveOut: () => void): RowReport {
  const add = (kind: ProblemKind, field?: string, detail: ProblemDetail = {}) => {
    found.push(problem(row.row, kind, { column: field && table.columnName(field), field, ...detail }))
  }
  return {
    add,
    leaveOut,
    day(field) {
      const parsed = parseDay(row.cell(field), table.contextYear)
      if (parsed.outcome === 'day') return parsed.moment
      if (parsed.outcome === 'problem') add(parsed.kind, field, { params: { value: row.text(field) }, blocking: true })
      return null
    },
  }
}

function reportErrorCells(table: Table, row: TableRow, report: RowReport): void {
  for (const field of Object.keys(table.header?.columns ?? {})) {
    const cell = row.cell(field)
    if (cell.kind === 'error') report.add('cell-error', field, { params: { value: cell.text } })
  }
}
