import type { ImportPreview } from '../../../shared/contract/imports.ts'
import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import { fieldsOf, type ImportKind } from '../../../shared/domain/imports/columns.ts'
import type { Decisions } from '../../../shared/domain/imports/decisions.ts'
import type { Call } from '../handlers.ts'
import { planLedger, planPatrol, planRoster } from './import-plan.ts'
import { importedBefore, readMapping } from './import-repository.ts'
import { readKnown } from './read-known.ts'
import { type AnyPlan } from './save-import.ts'

const MOST_ROWS = 500
const MOST_PROBLEMS = 5000

/** The plan for a file; the columns of last time hold unless this time's are given. */
export function planImport(
  call: Pick<Call, 'database'>,
  kind: ImportKind,
  set: SheetSet,
  decisions: Decisions,
): AnyPlan {
  const known = readKnown(call)
  const withMapping = { ...decisions, mapping: { ...readMapping(call.database, kind), ...decisions.mapping } }
  if (kind === 'roster') return planRoster(set, known, withMapping)
  return kind === 'ledger' ? planLedger(set, known, withMapping) : planPatrol(set, known, withMapping)
}

export function previewOf(
  call: Pick<Call, 'database'>,
  kind: ImportKind,
  set: SheetSet,
  hash: string,
  decisions: Decisions,
): ImportPreview {
  const plan = planImport(call, kind, set, decisions)
  const rows = set.sheets.find(({ name }) => name === plan.sheet)?.rows ?? []
  const accepted = new Set<number>(plan.drafts.map(({ row }) => row))
  const first = plan.header?.row ?? 0
  return {
    kind,
    sheet: plan.sheet,
    sheets: [...plan.sheets],
    header: plan.header && {
      row: plan.header.row,
      columns: [
        ...Object.entries(plan.header.columns).map(([field, { header, index }]) => ({ field, header, index })),
        ...plan.header.unused.map(({ header, index }) => ({ field: null, header, index })),
      ].sort((a, b) => a.index - b.index),
    },
    fields: fieldsOf(kind).map(({ field, required }) => ({ id: field, isRequired: required })),
    rows: rows.slice(first, first + MOST_ROWS).map((cells, index) => ({
      row: first + index + 1,
      cells: cells.map(({ text }) => text),
      isAccepted: accepted.has(first + index + 1),
    })),
    rowCount: Math.max(rows.length - first, 0),
    problems: plan.problems
      .slice(0, MOST_PROBLEMS)
      .map((problem) => ({ ...problem }) as ImportPreview['problems'][number]),
    unknown: {
      people: copy(plan.unknown.people),
      items: copy(plan.unknown.items),
      posts: copy(plan.unknown.posts),
    },
    counts: { ...plan.counts },
    mapping: { ...plan.mapping },
    importedBefore: importedBefore(call.database, hash),
  }
}

function copy(words: AnyPlan['unknown']['people']) {
  return words.map((word) => ({ ...word, rows: [...word.rows] }))
}
