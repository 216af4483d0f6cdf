import type { ReportFigure } from '../../../shared/contract/reports.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { type CellValue, type ColumnKind, type SheetToWrite, writeTable } from '../spreadsheets/write-table.ts'
import { formatFigure, type ReportDocument } from './report-model.ts'

const WIDTH_OF_WEIGHT = 9
const BUTTON_WIDTH = 3
const LEAST_WIDTHS: Partial<Record<ColumnKind, number>> = { day: 12, datetime: 18 }

/** One sheet of figures and texts, one per table; dates are dates, rates are percentages. */
export function renderXlsx(report: ReportDocument): Promise<Uint8Array> {
  const t = translatorFor(report.language)
  const titleRows = [
    `${report.title} ${report.month}`,
    `${report.outletCode} ${report.outlet} · ${report.period} · ${t('reports.printedAt')} ${report.printedAt}`,
  ]
  const endRow = t('reports.auditCode', { code: report.auditCode })
  const summary: CellValue[][] = []
  const sheets: SheetToWrite[] = []
  for (const { heading, blocks } of report.sections) {
    for (const block of blocks) {
      if (block.type === 'figures') {
        for (const figure of block.figures) {
          const mark = figure.source.to === 'typed' && figure.value !== null ? t('reports.typedMark') : ''
          summary.push([heading, figure.label, figureCell(figure, mark, t)])
        }
      } else if (block.type === 'text') {
        summary.push([heading, '', block.text + (block.isTyped ? t('reports.typedMark') : '')])
      } else if (block.type === 'photos') {
        for (const { label, photos } of block.sides) summary.push([heading, label, photos.length])
      } else if (block.type === 'signatures') {
        for (const line of block.lines) summary.push([heading, line, null])
      } else if (block.columns.every(({ header }) => header === '')) {
        for (const [name = null, value = null] of block.rows) summary.push([heading, name, value])
      } else if (block.rows.length === 0) {
        summary.push([heading, '', t('reports.none')])
      } else {
        sheets.push({
          name: heading,
          titleRows,
          endRow,
          isLandscape: true,
          columns: block.columns.map(({ header, kind, weight }) => ({
            header,
            kind,
            width: Math.round(Math.max(weight * WIDTH_OF_WEIGHT, widthOfHeader(header), LEAST_WIDTHS[kind] ?? 0)),
          })),
          rows: block.rows.map((row) => row.map((cell) => (cell === '' ? null : cell))),
        })
      }
    }
  }
  const overview: SheetToWrite = {
    name: report.kind === 'ledger' ? t('reports.section.overview') : report.title,
    titleRows,
    endRow,
    columns: [
      { header: t('reports.column.section'), kind: 'text', width: 20 },
      { header: t('reports.column.indicator'), kind: 'text', width: 24 },
      { header: t('reports.column.thisMonth'), kind: 'text', width: 60 },
    ],
    rows: summary,
  }
  return writeTable({ sheets: report.kind === 'ledger' ? [...sheets, overview] : [overview, ...sheets] })
}

/** A number with its unit as a format; words only where there is no figure. */
function figureCell(figure: ReportFigure, mark: string, t: Translate): CellValue {
  const { value, unit } = figure
  if (value === null) return formatFigure(figure, t)
  if (unit === 'rate') return { figure: value, kind: 'percent', suffix: mark }
  const suffix = unit === 'count' ? mark : ` ${t(`reports.unit.${unit}`)}${mark}`
  return { figure: value, kind: Number.isInteger(value) ? 'integer' : 'decimal', suffix }
}

/** Room for the words and the button of the filter; a Chinese sign takes two. */
function widthOfHeader(header: string): number {
  const wide = [...header].filter((sign) => sign > '\u2e80').length
  return Math.min(header.length + wide + BUTTON_WIDTH, 18)
}
