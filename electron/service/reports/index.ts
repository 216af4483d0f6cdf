import type { ReportFormat, ReportKind } from '../../../shared/contract/reports.ts'
import { monthOf } from '../../../shared/domain/business-day.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Language } from '../../../shared/messages/language.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { checkpointCode } from '../audit/index.ts'
import { statement } from '../database/statements.ts'
import type { Call, HandlersOf } from '../handlers.ts'
import { writeCsv } from '../spreadsheets/csv.ts'
import { buildDevices } from './devices.ts'
import { buildLedger } from './ledger.ts'
import { buildMonthly, monthlyFields } from './monthly.ts'
import { buildPatrolSummary } from './patrol-summary.ts'
import { renderDocx } from './render-docx.ts'
import { renderHtml } from './render-html.ts'
import { renderTable } from './render-table.ts'
import { renderXlsx } from './render-xlsx.ts'
import { type BuiltReport, type ReportContext, reportContext } from './report-context.ts'
import type { ReportDocument } from './report-model.ts'
import { readTyped, saveTyped } from './typed-repository.ts'

export { photoOf, pictureOf } from './picture-of.ts'
export { escapeHtml, FONTS, renderHtml } from './render-html.ts'
export type {
  ReportBlock,
  ReportCell,
  ReportColumn,
  ReportDocument,
  ReportPhoto,
  ReportSection,
} from './report-model.ts'

const BUILDERS: Record<ReportKind, (context: ReportContext) => BuiltReport> = {
  'patrol-summary': buildPatrolSummary,
  ledger: buildLedger,
  devices: buildDevices,
  monthly: buildMonthly,
}

const MEDIA_TYPES: Record<ReportFormat, string> = {
  html: 'text/html;charset=utf-8',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}
const MOST_MONTHS = 240

function build(
  call: Call,
  kind: ReportKind,
  month: string,
  language: Language,
): BuiltReport & { context: ReportContext } {
  const context = reportContext(call, kind, month, language)
  return { context, ...BUILDERS[kind](context) }
}

export async function renderReport(report: ReportDocument, format: ReportFormat): Promise<Uint8Array> {
  if (format === 'html') return new TextEncoder().encode(renderHtml(report))
  return format === 'docx' ? renderDocx(report) : renderXlsx(report)
}

function blobOf(bytes: Uint8Array, format: ReportFormat): Blob {
  return new Blob([bytes as Uint8Array<ArrayBuffer>], { type: MEDIA_TYPES[format] })
}

/** Outlet code, report and month; nothing a file system refuses. */
function fileNameOf(parts: string[], format: ReportFormat | 'csv'): string {
  return `${parts.join('_').replaceAll(/[\\/:*?"<>|\s]+/g, '-')}.${format}`
}

/** A report as a file with the name it is saved under. */
export async function reportFile(document: ReportDocument, format: ReportFormat) {
  const bytes = await renderReport(document, format)
  const fileName = fileNameOf([document.outletCode, document.title, document.month], format)
  return { file: blobOf(bytes, format), fileName }
}

export const reportsHandlers: HandlersOf<'reports'> = {
  preview(call, { kind, month, language }) {
    const { document, figures, context } = build(call, kind, month, language)
    return {
      title: document.title,
      html: renderHtml(document),
      figures,
      typed: context.typed,
      fields: kind === 'monthly' ? monthlyFields(context) : [],
    }
  },

  renderFile(call, { kind, month, language, format }) {
    const { document } = build(call, kind, month, language)
    return reportFile(document, format)
  },

  async tableFile({ database }, { language, format, ...table }) {
    if (format === 'csv') {
      const file = new Blob([writeCsv([table.head, ...table.rows]) as Uint8Array<ArrayBuffer>], { type: 'text/csv' })
      return { file, fileName: fileNameOf([table.title], 'csv') }
    }
    const endRow = translatorFor(language)('reports.auditCode', { code: checkpointCode(database) })
    return { file: blobOf(await renderTable(table, endRow), 'xlsx'), fileName: fileNameOf([table.title], 'xlsx') }
  },

  saveTyped(call, { kind, month, typed }) {
    const context = reportContext(call, kind, month, 'zh-CN')
    const fields = new Map<string, { isNumber: boolean }>(
      (kind === 'monthly' ? monthlyFields(context) : []).map((field) => [field.id, field]),
    )
    for (const [id, text] of Object.entries(typed)) {
      const field = fields.get(id)
      if (!field) throw new AppError('invalid-input', 'invalidValue', { fields: { [id]: 'invalidValue' } })
      if (field.isNumber && text !== '' && !isPercentage(text)) {
        throw new AppError('invalid-input', 'notAPercentage', { fields: { [id]: 'notAPercentage' } })
      }
      saveTyped(call.database, kind, month, id, text, { at: call.now, by: call.actor.name })
    }
    const after = readTyped(call.database, kind, month)
    call.changed({ record: 'report', uid: `${kind}/${month}`, before: context.typed, after })
    return { done: true }
  },

  months({ database, today }) {
    const months = statement(
      database,
      `SELECT DISTINCT substr("on", 1, 7) FROM patrol WHERE opened_at IS NOT NULL ORDER BY 1 DESC LIMIT ${MOST_MONTHS}`,
    )
      .pluck()
      .all() as string[]
    return [...new Set([monthOf(today), ...months])].sort().reverse()
  },
}

function isPercentage(text: string): boolean {
  const value = Number(text)
  return Number.isFinite(value) && value >= 0 && value <= 100
}
