import { translatorFor } from '../../../shared/messages/translator.ts'
import {
  formatCell,
  formatFigure,
  type ReportBlock,
  type ReportCell,
  type ReportColumn,
  type ReportDocument,
  type ReportPhoto,
} from './report-model.ts'

/** One page for screen, print and PDF: A4, repeated heads, page x of y in the margin. No script, nothing from outside. */
export function renderHtml(report: ReportDocument): string {
  const t = translatorFor(report.language)
  const line = `${report.outletCode} ${report.outlet} · ${report.period} · ${t('reports.printedAt')} ${report.printedAt}`
  const sections = report.sections.map(
    ({ heading, blocks, startsPage }) =>
      `<section${startsPage ? ' class="page"' : ''}><h2>${escapeHtml(heading)}</h2>${blocks.map((block) => renderBlock(report, block)).join('')}</section>`,
  )
  return `<!doctype html>
<html lang="${report.language}">
<head>
<meta charset="utf-8">
<title>${escapeHtml(`${report.outletCode} ${report.title} ${report.month}`)}</title>
<style>${styles(report, line)}</style>
</head>
<body>
<header><h1>${escapeHtml(report.title)}</h1><p>${escapeHtml(line)}</p></header>
${sections.join('\n')}
${report.hasTyped ? `<p class="note">${escapeHtml(t('reports.typedNote'))}</p>` : ''}
<p class="note">${escapeHtml(t('reports.auditCode', { code: report.auditCode }))}</p>
</body>
</html>
`
}

function renderBlock(report: ReportDocument, block: ReportBlock): string {
  const t = translatorFor(report.language)
  if (block.type === 'text') {
    const mark = block.isTyped ? `<span class="typed">${escapeHtml(t('reports.typedMark'))}</span>` : ''
    return `<p class="text">${escapeHtml(block.text)}${mark}</p>`
  }
  if (block.type === 'figures') {
    const cells = block.figures.map(
      (figure) =>
        `<div><dt>${escapeHtml(figure.label)}</dt><dd data-figure="${escapeHtml(figure.id)}">${escapeHtml(
          formatFigure(figure, t),
        )}</dd></div>`,
    )
    return `<dl>${cells.join('')}</dl>`
  }
  if (block.type === 'photos') return renderPhotos(block.sides)
  if (block.type === 'signatures') {
    const lines = block.lines.map((line) => `<li>${escapeHtml(line)}<span></span></li>`)
    return `<ul class="signatures">${lines.join('')}</ul>`
  }
  if (block.rows.length === 0) return `<p class="none">${escapeHtml(t('reports.none'))}</p>`
  return renderTable(block.columns, block.rows)
}

/** Pictures travel inside the page, so that it is one file that shows them anywhere. */
function renderPhotos(sides: Extract<ReportBlock, { type: 'photos' }>['sides']): string {
  const parts = sides.map(({ label, empty, photos }) => {
    const pictures = photos.map((photo) => `<img alt="${escapeHtml(label)}" src="${sourceOf(photo)}">`)
    const inside = pictures.length > 0 ? pictures.join('') : `<p class="none">${escapeHtml(empty)}</p>`
    return `<figure><figcaption>${escapeHtml(label)}</figcaption>${inside}</figure>`
  })
  return `<div class="photos">${parts.join('')}</div>`
}

function sourceOf({ bytes, kind, link }: ReportPhoto): string {
  if (link !== undefined) return escapeHtml(link.split('/').map(encodeURIComponent).join('/'))
  const media = kind === 'jpg' ? 'image/jpeg' : 'image/png'
  return `data:${media};base64,${Buffer.from(bytes).toString('base64')}`
}

function renderTable(columns: ReportColumn[], rows: ReportCell[][]): string {
  const all = columns.reduce((sum, { weight }) => sum + weight, 0)
  const widths = columns.map(({ weight }) => `<col style="width:${((100 * weight) / all).toFixed(2)}%">`).join('')
  const hasHead = columns.some(({ header }) => header !== '')
  const head = columns.map(({ header, kind }) => `<th${alignment(kind)}>${escapeHtml(header)}</th>`).join('')
  const body = rows.map(
    (row) =>
      `<tr>${columns
        .map(({ kind }, index) => `<td${alignment(kind)}>${escapeHtml(formatCell(row[index] ?? null, kind))}</td>`)
        .join('')}</tr>`,
  )
  return `<table><colgroup>${widths}</colgroup>${hasHead ? `<thead><tr>${head}</tr></thead>` : ''}<tbody>${body.join('')}</tbody></table>`
}

function alignment(kind: ReportColumn['kind']): string {
  return kind === 'integer' || kind === 'percent' || kind === 'number' ? ' class="n"' : ''
}

export function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
}

/** Fonts of the reader's machine first; the bundled one stands in where there is no Chinese font. */
const SONG = '"Songti SC","SimSun","宋体","Noto Serif CJK SC","Noto Sans SC Variable","Noto Sans CJK SC",serif'
const HEI = '"Microsoft YaHei","PingFang SC","Noto Sans SC Variable","Noto Sans CJK SC",sans-serif'
export const FONTS = { song: SONG, hei: HEI } as const

function styles(report: ReportDocument, line: string): string {
  const page = translatorFor(report.language)('reports.page', { page: '\u0001', pages: '\u0002' })
  const counter = `"${page.replace('\u0001', '" counter(page) "').replace('\u0002', '" counter(pages) "')}"`
  const size = report.isLandscape ? 'A4 landscape' : 'A4'
  return `
@page{size:${size};margin:16mm 12mm 16mm;@bottom-left{content:"${cssText(line)}";font:8pt ${HEI};color:#555}
@bottom-right{content:${counter};font:8pt ${HEI};color:#555}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:${report.isLandscape ? '273mm' : '186mm'};color:#1d2730;background:#fff;
font:10.5pt/1.5 ${SONG};font-variant-numeric:tabular-nums}
header{border-bottom:1.5pt solid #1d2730;margin-bottom:10pt}
h1{font-size:18pt;margin:0 0 2pt;text-align:center;font-family:${HEI}}
header p{margin:0 0 6pt;text-align:center;color:#55616b;font-size:9pt}
.page{break-before:page} h2{font-size:12pt;margin:12pt 0 5pt;break-after:avoid;font-family:${HEI}}
table{width:100%;border-collapse:collapse;table-layout:fixed;font-size:${report.isLandscape ? '6.5pt' : '9pt'}}
th,td{border:.5pt solid #8a939b;padding:2pt 3pt;text-align:left;vertical-align:top;overflow-wrap:anywhere}
th{background:#efede6;font-weight:600} thead{display:table-header-group} tr{break-inside:avoid}
.n{text-align:right}
dl{display:grid;grid-template-columns:repeat(5,minmax(0,1fr));gap:0;margin:0;border:.5pt solid #8a939b}
dl div{padding:4pt 6pt;border:.25pt solid #cbc7bb} dt{font-size:8.5pt;color:#55616b} dd{margin:0;font-size:13pt;font-weight:600}
.text{white-space:pre-wrap;margin:0} .none,.note{color:#55616b;margin:0} .note{margin-top:10pt;font-size:8.5pt} .typed{color:#55616b}
.photos{display:grid;grid-template-columns:1fr 1fr;gap:6pt;margin-top:6pt;break-inside:avoid} figure{margin:0;border:.5pt solid #8a939b;padding:4pt}
figcaption{font-size:9pt;color:#55616b} figure img{display:block;max-width:100%;max-height:75mm;margin:3pt auto 0}
.signatures{list-style:none;margin:6pt 0 0;padding:0;display:grid;grid-template-columns:repeat(3,1fr);gap:12pt;break-inside:avoid}
.signatures span{display:block;height:16mm;border-bottom:.5pt solid #1d2730}
@media screen{body{padding:14mm 12mm}}`
}

/** Quotes and backslashes would end the string of a style sheet, and a tag its element. */
function cssText(text: string): string {
  return text.replaceAll(/[\\"<>\n\r]/g, (letter) => `\\${letter.charCodeAt(0).toString(16)} `)
}
