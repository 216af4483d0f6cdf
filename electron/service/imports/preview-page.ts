import type { ImportPreview } from '../../../shared/contract/imports.ts'
import type { Cell, SheetSet } from '../../../shared/domain/imports/cell.ts'
import { fieldsOf } from '../../../shared/domain/imports/columns.ts'
import type { Decisions } from '../../../shared/domain/imports/decisions.ts'
import { PAGE } from '../../../shared/domain/imports/page-sizes.ts'
import { isWordProblem, type Problem } from '../../../shared/domain/imports/problem.ts'
import type { AnyPlan } from './import-plan.ts'

/** Which part of the table and of the problems is wanted. */
export interface PageWish {
  rowsFrom: number
  /** The page that holds this file row, whatever `rowsFrom` says. */
  aroundRow?: number | undefined
  onlyProblems: boolean
  problems: 'all' | 'to-decide'
  problemsFrom: number
}

export type PreviewPage = Omit<ImportPreview, 'importedBefore'>

/** The counts are of the whole file; rows and problems are one page of each. */
export function previewPage(set: SheetSet, plan: AnyPlan, decisions: Decisions, wish: PageWish): PreviewPage {
  const sheet = set.sheets.find(({ name }) => name === plan.sheet)?.rows ?? []
  const first = plan.header?.row ?? 0
  const accepted = new Set<number>(plan.drafts.map(({ row }) => row))
  const problemsOf = byRow(plan.problems)
  const leftOut = new Set(decisions.leftOut)
  const isTouched = (row: number) => problemsOf.has(row) || leftOut.has(row) || decisions.fixes?.[row] !== undefined
  const shown = rowNumbers(sheet, first).filter((row) => !wish.onlyProblems || isTouched(row))
  const rowsFrom = startOf(shown, wish)
  const listed = wish.problems === 'all' ? plan.problems : toDecide(plan.problems)
  const most = wish.problems === 'all' ? PAGE.problems : PAGE.problemsToDecide
  return {
    kind: plan.kind,
    sheet: plan.sheet,
    sheets: [...plan.sheets],
    header: headerOf(plan),
    fields: fieldsOf(plan.kind).map(({ field, required }) => ({ id: field, isRequired: required })),
    columnCount: sheet.slice(first, first + PAGE.rows).reduce((most, cells) => Math.max(most, cells.length), 0),
    rows: shown.slice(rowsFrom, rowsFrom + PAGE.rows).map((row) => ({
      row,
      cells: (sheet[row - 1] ?? []).map(({ text }) => text),
      isAccepted: accepted.has(row),
      problems: (problemsOf.get(row) ?? []).map(copy),
    })),
    rowsFrom,
    shownCount: shown.length,
    problems: listed.slice(wish.problemsFrom, wish.problemsFrom + most).map(copy),
    problemCount: listed.length,
    unknown: {
      people: words(plan.unknown.people),
      items: words(plan.unknown.items),
      posts: words(plan.unknown.posts),
    },
    unknownCounts: {
      people: plan.unknown.people.length,
      items: plan.unknown.items.length,
      posts: plan.unknown.posts.length,
    },
    counts: { ...plan.counts },
    mapping: { ...plan.mapping },
  }
}

/** Rows that hold something, by their number in the file. */
function rowNumbers(sheet: readonly (readonly Cell[])[], first: number): number[] {
  const numbers: number[] = []
  for (let index = first; index < sheet.length; index++) {
    if (sheet[index]?.some(({ text }) => text !== '')) numbers.push(index + 1)
  }
  return numbers
}

function startOf(shown: readonly number[], { rowsFrom, aroundRow }: PageWish): number {
  const index = aroundRow === undefined ? rowsFrom : Math.max(0, shown.indexOf(aroundRow))
  const last = Math.max(0, shown.length - 1)
  return Math.floor(Math.min(index, last) / PAGE.rows) * PAGE.rows
}

/** Words are decided for all their rows at once and have a list of their own. */
function toDecide(problems: readonly Problem[]): Problem[] {
  return problems
    .filter((problem) => !isWordProblem(problem.kind))
    .sort((a, b) => Number(b.blocking) - Number(a.blocking) || a.row - b.row)
}

function byRow(problems: readonly Problem[]): Map<number, Problem[]> {
  const rows = new Map<number, Problem[]>()
  for (const problem of problems) {
    const found = rows.get(problem.row)
    if (found) found.push(problem)
    else rows.set(problem.row, [problem])
  }
  return rows
}

function headerOf({ header }: AnyPlan): ImportPreview['header'] {
  if (!header) return null
  const mapped = Object.entries(header.columns).map(([field, column]) => ({
    field,
    header: column.header,
    index: column.index,
  }))
  const unused = header.unused.map(({ header: name, index }) => ({ field: null, header: name, index }))
  return { row: header.row, columns: [...mapped, ...unused].sort((a, b) => a.index - b.index) }
}

function copy(problem: Problem): ImportPreview['problems'][number] {
  return { ...problem } as ImportPreview['problems'][number]
}

function words(found: AnyPlan['unknown']['people']): ImportPreview['unknown']['people'] {
  return found.slice(0, PAGE.words).map(({ rows, ...word }) => ({ ...word, rowCount: rows.length }))
}
