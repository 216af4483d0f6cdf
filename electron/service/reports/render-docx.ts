import {
  AlignmentType,
  Document,
  Footer,
  Header,
  HeadingLevel,
  type ISectionOptions,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { translatorFor } from '../../../shared/messages/translator.ts'
import { photosOf, signaturesOf } from './docx-photos.ts'
import { A4, HEI, MARGIN, SONG } from './paper.ts'
import { withPrintableTexts } from './printable-text.ts'
import { formatCell, formatFigure, type ReportBlock, type ReportColumn, type ReportDocument } from './report-model.ts'

const FIGURES_A_ROW = 5

export async function renderDocx(given: ReportDocument): Promise<Uint8Array> {
  const report = withPrintableTexts(given)
  const document = new Document({
    creator: report.outlet,
    title: `${report.title} ${report.month}`,
    styles: {
      default: { document: { run: { font: SONG, size: report.isLandscape ? 16 : 21 } } },
      paragraphStyles: [
        { id: 'Heading1', name: 'heading 1', run: { font: HEI, size: 36, bold: true, color: '1D2730' } },
        { id: 'Heading2', name: 'heading 2', run: { font: HEI, size: 24, bold: true, color: '1D2730' } },
      ],
    },
    sections: [sectionOf(report)],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}

function sectionOf(report: ReportDocument): ISectionOptions {
  const t = translatorFor(report.language)
  const [before = '', between = '', after = ''] = t('reports.page', { page: '\u0001', pages: '\u0001' }).split('\u0001')
  const line = `${report.outletCode} ${report.outlet} · ${report.period} · ${t('reports.printedAt')} ${report.printedAt}`
  return {
    properties: {
      page: {
        size: { ...A4, orientation: report.isLandscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT },
        margin: { top: MARGIN, bottom: MARGIN, left: MARGIN, right: MARGIN },
      },
    },
    headers: { default: new Header({ children: [small(line)] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            children: [
              new TextRun({ size: 16, children: [before, PageNumber.CURRENT, between, PageNumber.TOTAL_PAGES, after] }),
            ],
          }),
        ],
      }),
    },
    children: [
      new Paragraph({ heading: HeadingLevel.HEADING_1, alignment: AlignmentType.CENTER, text: report.title }),
      ...report.sections.flatMap(({ heading, blocks }) => [
        new Paragraph({
          heading: HeadingLevel.HEADING_2,
          keepNext: true,
          spacing: { before: 200, after: 80 },
          text: heading,
        }),
        ...blocks.flatMap((block) => blockOf(report, block)),
      ]),
      ...(report.hasTyped ? [small(t('reports.typedNote'))] : []),
      small(t('reports.auditCode', { code: report.auditCode })),
    ],
  }
}

function blockOf(report: ReportDocument, block: ReportBlock): (Paragraph | Table)[] {
  const t = translatorFor(report.language)
  if (block.type === 'text') {
    const text = block.text + (block.isTyped ? t('reports.typedMark') : '')
    return text.split('\n').map((part) => new Paragraph({ text: part }))
  }
  if (block.type === 'table') {
    if (block.rows.length === 0) return [new Paragraph({ text: t('reports.none') })]
    return [
      tableOf(
        report,
        block.columns,
        block.rows.map((row) => row.map((cell, index) => formatCell(cell, block.columns[index]?.kind ?? 'text'))),
      ),
    ]
  }
  if (block.type === 'photos') return [photosOf(report, block.sides)]
  if (block.type === 'signatures') return signaturesOf(block.lines)
  const rows: string[][] = []
  for (let start = 0; start < block.figures.length; start += FIGURES_A_ROW) {
    const figures = block.figures.slice(start, start + FIGURES_A_ROW)
    const pad = <T>(cells: T[], empty: T) => [...cells, ...Array<T>(FIGURES_A_ROW - cells.length).fill(empty)]
    rows.push(
      pad(
        figures.map(({ label }) => label),
        '',
      ),
    )
    rows.push(
      pad(
        figures.map((figure) => formatFigure(figure, t)),
        '',
      ),
    )
  }
  const columns = Array.from({ length: FIGURES_A_ROW }, (): ReportColumn => ({ header: '', kind: 'text', weight: 1 }))
  return [tableOf(report, columns, rows)]
}

function tableOf(report: ReportDocument, columns: ReportColumn[], rows: string[][]): Table {
  const width = (report.isLandscape ? A4.height : A4.width) - 2 * MARGIN
  const all = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => Math.floor((width * weight) / all))
  const size = report.isLandscape ? 13 : 18
  const cell = (text: string, index: number, isHead: boolean) =>
    new TableCell({
      width: { size: widths[index] ?? 0, type: WidthType.DXA },
      margins: { left: 60, right: 60, top: 20, bottom: 20 },
      ...(isHead ? { shading: { fill: 'EFEDE6' } } : {}),
      children: [
        new Paragraph({
          alignment: isNumber(columns[index]) ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, size, bold: isHead })],
        }),
      ],
    })
  const hasHead = columns.some(({ header }) => header !== '')
  const head = new TableRow({
    tableHeader: true,
    cantSplit: true,
    children: columns.map(({ header }, index) => cell(header, index, true)),
  })
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: widths,
    rows: [
      ...(hasHead ? [head] : []),
      ...rows.map(
        (row) => new TableRow({ cantSplit: true, children: row.map((text, index) => cell(text, index, false)) }),
      ),
    ],
  })
}

function isNumber(column: ReportColumn | undefined): boolean {
  return column !== undefined && ['integer', 'percent', 'number'].includes(column.kind)
}

function small(text: string): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [new TextRun({ text, size: 16, color: '55616B' })],
  })
}
