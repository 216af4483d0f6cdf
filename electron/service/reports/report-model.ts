import type { ReportFigure, ReportKind } from '../../../shared/contract/reports.ts'
import { formatRate } from '../../../shared/domain/rate-text.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import type { ColumnKind } from '../spreadsheets/write-table.ts'

/** A report before it becomes a page, a Word file or a workbook. Every text is already in the reader's language. */
export interface ReportDocument {
  kind: ReportKind | 'inspection-reply' | 'meeting-minutes' | 'demonstration' | 'award-paper'
  language: Language
  title: string
  outlet: string
  outletCode: string
  /** `2026-10`, the day of a meeting, or the number of the letter that is answered. */
  month: string
  /** The month, and that it is not over where it is not. */
  period: string
  /** Local wall time, `2026-11-05 09:12`. */
  printedAt: string
  /** Code of the audit chain's end, the last line of the report. */
  auditCode: string
  isLandscape: boolean
  sections: ReportSection[]
  /** Set where a figure in the report was typed by a person. */
  hasTyped: boolean
}

export interface ReportSection {
  heading: string
  blocks: ReportBlock[]
  /** On paper it begins a page. */
  startsPage?: boolean
}

export type ReportBlock =
  | { type: 'figures'; figures: ReportFigure[] }
  | { type: 'table'; columns: ReportColumn[]; rows: ReportCell[][] }
  | { type: 'text'; text: string; isTyped: boolean }
  /** Pictures side by side under their labels. */
  | { type: 'photos'; sides: { label: string; empty: string; photos: ReportPhoto[] }[] }
  /** Each with room for a name and a day. */
  | { type: 'signatures'; lines: string[] }

export interface ReportPhoto {
  bytes: Uint8Array
  kind: 'jpg' | 'png'
  /** In pixels. */
  width: number
  height: number
  /** Place of the picture beside the page, where its bytes do not travel inside. */
  link?: string | undefined
}

export interface ReportColumn {
  header: string
  kind: ColumnKind
  /** Share of the page's width, relative to the other columns. */
  weight: number
}

/** Rates are 0…1 in a `percent` column. */
export type ReportCell = string | number | null

/** `87.5%`, `76.4 分`; absent: the dash of an empty period, or that nobody has typed it yet. */
export function formatFigure({ value, unit, source }: Omit<ReportFigure, 'id' | 'label'>, t: Translate): string {
  if (value === null) return source.to === 'typed' ? t('reports.notTyped') : '—'
  if (unit === 'rate') return formatRate(value)
  const text = Number.isInteger(value) ? String(value) : value.toFixed(1)
  return unit === 'count' ? text : `${text} ${t(`reports.unit.${unit}`)}`
}

export function formatCell(cell: ReportCell, kind: ColumnKind): string {
  if (cell === null || cell === '') return ''
  if (kind === 'percent' && typeof cell === 'number') return formatRate(cell)
  return String(cell)
}
