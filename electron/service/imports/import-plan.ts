import type { SheetSet } from '../../../shared/domain/imports/cell.ts'
import type { ImportKind } from '../../../shared/domain/imports/columns.ts'
import type { ColumnMapping, Decisions } from '../../../shared/domain/imports/decisions.ts'
import { type DeviceDraft, readDevices } from '../../../shared/domain/imports/devices.ts'
import { type Header, pickSheet } from '../../../shared/domain/imports/find-header.ts'
import type { Known } from '../../../shared/domain/imports/known.ts'
import { type LedgerDraft, readLedger } from '../../../shared/domain/imports/ledger.ts'
import { headerKey, nameKey, sentenceKey, wordKey } from '../../../shared/domain/imports/normalize.ts'
import { type PatrolDraft, readPatrol } from '../../../shared/domain/imports/patrol.ts'
import type { Problem, ProblemKind, SkippedRow } from '../../../shared/domain/imports/problem.ts'
import { type RosterDraft, readRoster } from '../../../shared/domain/imports/roster.ts'
import type { ReadResult, RowCounter } from '../../../shared/domain/imports/row-report.ts'
import type { Row } from '../../../shared/domain/imports/table.ts'
import { AppError } from '../../../shared/errors.ts'
import { type ReportProgress, rowsDone } from '../spreadsheets/progress.ts'

/** A word of the file that stands for nothing on record, and the rows it stands in. */
export interface UnknownWord {
  /** As the file writes it. */
  readonly text: string
  /** The key under which `Decisions` files the answer. */
  readonly key: string
  readonly rows: readonly number[]
  /** Wording of the likeliest item; never applied by itself. */
  readonly nearest?: string
}

export interface ImportPlan<Draft> {
  readonly kind: ImportKind
  readonly sheet: string
  readonly sheets: readonly string[]
  readonly header: Header | null
  readonly drafts: readonly Draft[]
  readonly skipped: readonly SkippedRow[]
  readonly problems: readonly Problem[]
  readonly unknown: {
    readonly people: readonly UnknownWord[]
    readonly items: readonly UnknownWord[]
    readonly posts: readonly UnknownWord[]
  }
  readonly counts: {
    /** Rows that will be saved, with or without a remark. */
    readonly accepted: number
    readonly skipped: number
    /** Accepted rows about which something is said. */
    readonly remarked: number
    /** Skipped rows that would be saved once fixed or decided. */
    readonly blocked: number
  }
  /** To remember for the next file of this kind. */
  readonly mapping: ColumnMapping
}

export type AnyPlan =
  | ImportPlan<RosterDraft>
  | ImportPlan<LedgerDraft>
  | ImportPlan<PatrolDraft>
  | ImportPlan<DeviceDraft>

/**
 * The plans are pure: the same file, records and decisions give the same rows.
 * The preview shows a plan; confirming makes it again from the decisions alone and saves its drafts.
 */
export function planOf(
  kind: ImportKind,
  set: SheetSet,
  known: Known,
  decisions: Decisions,
  report?: ReportProgress,
): AnyPlan {
  if (kind === 'roster') return planRoster(set, known, decisions, report)
  if (kind === 'devices') return planDevices(set, known, decisions, report)
  return kind === 'ledger' ? planLedger(set, known, decisions, report) : planPatrol(set, known, decisions, report)
}

export function planRoster(
  set: SheetSet,
  known: Known,
  decisions: Decisions = {},
  report?: ReportProgress,
): ImportPlan<RosterDraft> {
  return plan('roster', set, decisions, report, (rows, onRow) => readRoster(rows, known, decisions, onRow))
}

export function planLedger(
  set: SheetSet,
  known: Known,
  decisions: Decisions = {},
  report?: ReportProgress,
): ImportPlan<LedgerDraft> {
  return plan('ledger', set, decisions, report, (rows, onRow) => readLedger(rows, known, decisions, onRow))
}

export function planPatrol(
  set: SheetSet,
  known: Known,
  decisions: Decisions = {},
  report?: ReportProgress,
): ImportPlan<PatrolDraft> {
  return plan('patrol', set, decisions, report, (rows, onRow) => readPatrol(rows, known, decisions, onRow))
}

export function planDevices(
  set: SheetSet,
  known: Known,
  decisions: Decisions = {},
  report?: ReportProgress,
): ImportPlan<DeviceDraft> {
  return plan('devices', set, decisions, report, (rows, onRow) => readDevices(rows, known, decisions, onRow))
}

function plan<Draft extends { row: number }>(
  kind: ImportKind,
  set: SheetSet,
  decisions: Decisions,
  report: ReportProgress | undefined,
  read: (rows: readonly Row[], onRow: RowCounter) => ReadResult<Draft>,
): ImportPlan<Draft> {
  const sheet = pickSheet(set.sheets, kind, decisions)
  if (sheet === null) throw new AppError('invalid-input', 'sheetMissing', { params: { kind } })
  const result = read(sheet.rows, (done, of) => rowsDone(report, 'checking', done, of))
  const blockedRows = new Set(result.problems.filter((problem) => problem.blocking).map((problem) => problem.row))
  const remarkedRows = new Set(result.problems.map((problem) => problem.row))
  return {
    kind,
    sheet: sheet.name,
    sheets: set.sheets.map((entry) => entry.name),
    ...result,
    unknown: {
      people: unknownWords(result.problems, 'unknown-person', 'name', nameKey),
      items: unknownWords(result.problems, 'unknown-item', 'value', sentenceKey),
      posts: unknownWords(result.problems, 'unknown-post', 'value', wordKey),
    },
    counts: {
      accepted: result.drafts.length,
      skipped: result.skipped.length,
      remarked: result.drafts.filter((draft) => remarkedRows.has(draft.row)).length,
      blocked: result.skipped.filter((entry) => blockedRows.has(entry.row)).length,
    },
    mapping: mappingOf(result.header),
  }
}

function unknownWords(
  problems: readonly Problem[],
  kind: ProblemKind,
  param: string,
  keyOf: (text: string) => string,
): UnknownWord[] {
  const words = new Map<string, { text: string; rows: number[]; nearest?: string }>()
  for (const problem of problems) {
    const text = problem.params?.[param]
    if (problem.kind !== kind || typeof text !== 'string') continue
    const word = words.get(keyOf(text)) ?? { text, rows: [], ...(problem.fix ? { nearest: problem.fix } : {}) }
    word.rows.push(problem.row)
    words.set(keyOf(text), word)
  }
  return [...words].map(([key, word]) => ({ key, ...word }))
}

function mappingOf(header: Header | null): ColumnMapping {
  if (header === null) return {}
  const mapped = Object.entries(header.columns).map(([field, column]) => [headerKey(column.header), field])
  const ignored = header.unused.map((column) => [headerKey(column.header), 'ignore'])
  return Object.fromEntries([...ignored, ...mapped])
}
