import { z } from 'zod'
import { BinaryFileSchema } from '../binary-file.ts'
import { command, Day, Done, query, READERS } from './procedure.ts'

export const REPORT_KINDS = ['patrol-summary', 'ledger', 'devices', 'monthly'] as const
export const ReportKind = z.enum(REPORT_KINDS)
export type ReportKind = z.infer<typeof ReportKind>

export const REPORT_FORMATS = ['docx', 'xlsx', 'html'] as const
/** PDF is printed from the HTML by a host that has a Chromium. */
export const ReportFormat = z.enum(REPORT_FORMATS)
export type ReportFormat = z.infer<typeof ReportFormat>

export const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/, 'invalidValue')
export const LanguageId = z.enum(['zh-CN', 'en'])

/** Where a click on a figure leads: the rows behind it. */
export const FigureSource = z.discriminatedUnion('to', [
  z.object({
    to: z.literal('answers'),
    from: Day,
    till: Day,
    item: z.string().optional(),
    zone: z.string().optional(),
    round: z.string().optional(),
    values: z.array(z.string()).optional(),
  }),
  z.object({ to: z.literal('patrols'), from: Day, till: Day, round: z.string().optional() }),
  z.object({ to: z.literal('devices'), month: z.string() }),
  z.object({ to: z.literal('tasks'), filter: z.record(z.string(), z.unknown()) }),
  /** Typed by a person: marked as such, and a click opens the field. */
  z.object({ to: z.literal('typed'), field: z.string() }),
])
export type FigureSource = z.infer<typeof FigureSource>

export const ReportFigure = z.object({
  id: z.string(),
  label: z.string(),
  /** Null: nothing in the period. Rates are 0…1. */
  value: z.number().nullable(),
  unit: z.enum(['count', 'rate', 'score', 'hours', 'minutes', 'days']),
  source: FigureSource,
})
export type ReportFigure = z.infer<typeof ReportFigure>

/** Fields of the monthly report that people type; everything else is counted. */
export const TypedFields = z.record(z.string().max(60), z.string().trim().max(4000, 'tooLong'))

const ReportInput = { kind: ReportKind, month: Month, language: LanguageId.default('zh-CN') }
const REPORTERS = ['outlet-head', 'ops-supervisor', 'lobby-manager', 'branch-lead', 'auditor', 'operator'] as const

export const reports = {
  /** The page a person sees is the page that is printed: one HTML document with its own print rules. */
  preview: query(
    [...REPORTERS],
    z.object(ReportInput),
    z.object({
      title: z.string(),
      html: z.string(),
      figures: z.array(ReportFigure),
      typed: TypedFields,
      /** Fields this report lets people type, in order. */
      fields: z.array(z.object({ id: z.string(), label: z.string(), isLong: z.boolean(), isNumber: z.boolean() })),
    }),
  ),
  renderFile: query(
    [...REPORTERS],
    z.object({ ...ReportInput, format: ReportFormat }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
  saveTyped: command(
    ['outlet-head', 'ops-supervisor', 'lobby-manager', 'operator'],
    z.object({ kind: ReportKind, month: Month, typed: TypedFields }),
    Done,
  ),
  /** What a list or a chart shows, as a workbook (days as dates, rates as percentages, numbers as numbers) or as CSV. */
  tableFile: query(
    [...READERS],
    z.object({
      title: z.string().min(1).max(80),
      format: z.enum(['xlsx', 'csv']).default('xlsx'),
      language: LanguageId.default('zh-CN'),
      head: z.array(z.string().max(200)).min(1).max(60),
      rows: z.array(z.array(z.union([z.string().max(2000), z.number(), z.null()])).max(60)).max(20_000),
    }),
    z.object({ file: BinaryFileSchema, fileName: z.string() }),
  ),
  /** Months that hold anything, newest first. */
  months: query([...READERS], z.object({}), z.array(Month)),
}
