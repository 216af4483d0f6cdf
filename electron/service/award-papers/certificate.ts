import {
  AlignmentType,
  BorderStyle,
  Document,
  Packer,
  PageBorderOffsetFrom,
  PageOrientation,
  Paragraph,
  TextRun,
  VerticalAlignSection,
} from 'docx'
import { textIn } from '../../../shared/messages/text-in.ts'
import { escapeHtml, FONTS } from '../reports/index.ts'
import { nomineeName } from './build-papers.ts'
import type { StoryGround } from './draft-story.ts'
import { spokenDay } from './spoken-day.ts'

interface Certificate {
  title: string
  to: string
  text: string
  no: string
  outlet: string
  on: string
}

/** A4 in twentieths of a point. */
const PAPER = { width: 11_906, height: 16_838 }
/** Space is in points, from the edge of the sheet. */
const FRAME = { style: BorderStyle.DOUBLE, size: 18, color: 'A4803C', space: 28 }
const SONG = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体' }

export function certificateOf(ground: StoryGround): Certificate {
  const { card, kind, outlet, t, language } = ground
  const { award } = card
  const day = (on: string) => spokenDay(on, language)
  return {
    title: t('awardPapers.paper.certificate'),
    to: t('awardPapers.paper.certificateTo', { nominee: nomineeName(ground) }),
    text: t('awardPapers.paper.certificateText', {
      from: day(award.from),
      to: day(award.to),
      kind: textIn(kind, language),
    }),
    no: t('awardPapers.paper.certificateNo', { no: award.no ?? '' }),
    outlet,
    on: award.grantedOn === null ? '' : day(award.grantedOn),
  }
}

/** One A4 page on its side. */
export function certificateHtml({ title, to, text, no, outlet, on }: Certificate, language: string): string {
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${title} ${no}`)}</title>
<style>@page{size:A4 landscape;margin:0}
*{box-sizing:border-box}
body{margin:0;color:#1d2730;background:#fff;font-family:${FONTS.song}}
main{position:relative;width:297mm;height:209mm;margin:0 auto;padding:26mm 38mm 0}
main::before{content:"";position:absolute;inset:10mm;border:1.6mm double #a4803c}
h1{margin:10mm 0 16mm;text-align:center;font:700 40pt ${FONTS.hei};letter-spacing:.2em;color:#9a2b23}
.to{margin:0 0 6mm;font-size:22pt;font-weight:700}
.text{margin:0;font-size:20pt;line-height:1.9;text-indent:2em}
.end{position:absolute;right:38mm;bottom:26mm;text-align:right;font-size:15pt;line-height:1.7}
.no{position:absolute;left:38mm;bottom:26mm;font-size:11pt;color:#55616b}
p{overflow-wrap:anywhere}
@media screen{main{margin:-16mm -12mm}}</style>
</head>
<body>
<main><h1>${escapeHtml(title)}</h1><p class="to">${escapeHtml(to)}</p><p class="text">${escapeHtml(text)}</p>
<p class="no">${escapeHtml(no)}</p><p class="end">${escapeHtml(outlet)}<br>${escapeHtml(on)}</p></main>
</body>
</html>
`
}

export async function certificateDocx({ title, to, text, no, outlet, on }: Certificate): Promise<Uint8Array> {
  const line = (words: string, size: number, more: object = {}) =>
    new Paragraph({ spacing: { after: 240, line: 400 }, children: [new TextRun({ text: words, size })], ...more })
  const document = new Document({
    creator: outlet,
    title: `${title} ${no}`,
    styles: { default: { document: { run: { font: SONG } } } },
    sections: [
      {
        properties: {
          page: {
            size: { ...PAPER, orientation: PageOrientation.LANDSCAPE },
            margin: { top: 1700, bottom: 1700, left: 2200, right: 2200 },
            borders: {
              pageBorders: { offsetFrom: PageBorderOffsetFrom.PAGE },
              ...{ pageBorderTop: FRAME, pageBorderRight: FRAME, pageBorderBottom: FRAME, pageBorderLeft: FRAME },
            },
          },
          verticalAlign: VerticalAlignSection.CENTER,
        },
        children: [
          new Paragraph({
            alignment: AlignmentType.CENTER,
            spacing: { after: 700 },
            children: [new TextRun({ text: title, size: 80, bold: true, color: '9A2B23' })],
          }),
          line(to, 44),
          line(text, 40, { indent: { firstLine: 800 } }),
          line(outlet, 30, { alignment: AlignmentType.RIGHT, spacing: { before: 900, after: 120 } }),
          line(on, 30, { alignment: AlignmentType.RIGHT }),
          line(no, 22),
        ],
      },
    ],
  })
  return new Uint8Array(await Packer.toArrayBuffer(document))
}
