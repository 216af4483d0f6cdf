import { AlignmentType, ImageRun, Paragraph, Table, TableCell, TableRow, TextRun, WidthType } from 'docx'
import { A4, MARGIN } from './paper.ts'
import type { ReportBlock, ReportDocument, ReportPhoto } from './report-model.ts'

type Sides = Extract<ReportBlock, { type: 'photos' }>['sides']

/** Twentieths of a point in a pixel of Word's. */
const TWIPS_A_PIXEL = 15
const TALLEST = 280

/** Before and after as two cells of one row: they stay beside each other wherever the page breaks. */
export function photosOf(report: ReportDocument, sides: Sides): Table {
  const width = (report.isLandscape ? A4.height : A4.width) - 2 * MARGIN
  const each = Math.floor(width / sides.length)
  const cell = (children: Paragraph[]) =>
    new TableCell({
      width: { size: each, type: WidthType.DXA },
      margins: { left: 80, right: 80, top: 40, bottom: 40 },
      children,
    })
  const room = Math.floor((each - 160) / TWIPS_A_PIXEL)
  return new Table({
    width: { size: width, type: WidthType.DXA },
    columnWidths: sides.map(() => each),
    rows: [
      new TableRow({
        cantSplit: true,
        children: sides.map(({ label, empty, photos }) =>
          cell([
            new Paragraph({ keepNext: true, children: [new TextRun({ text: label, bold: true, size: 18 })] }),
            ...(photos.length > 0
              ? photos.map((photo) => pictureOf(photo, room))
              : [new Paragraph({ children: [new TextRun({ text: empty, size: 18, color: '55616B' })] })]),
          ]),
        ),
      }),
    ],
  })
}

function pictureOf({ bytes, kind, width, height }: ReportPhoto, room: number): Paragraph {
  const scale = Math.min(1, room / width, TALLEST / height)
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new ImageRun({
        type: kind,
        data: bytes,
        transformation: {
          width: Math.max(1, Math.round(width * scale)),
          height: Math.max(1, Math.round(height * scale)),
        },
      }),
    ],
  })
}

/** A name, a line to write on, and a day. */
export function signaturesOf(lines: readonly string[]): Paragraph[] {
  return lines.map(
    (line) =>
      new Paragraph({
        spacing: { before: 240, after: 120 },
        children: [new TextRun({ text: `${line}${'\u3000'.repeat(2)}${'_'.repeat(28)}` })],
      }),
  )
}
