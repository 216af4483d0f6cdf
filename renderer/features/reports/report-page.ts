/** The report as a document of its own, split into what a page of ours may carry. */
export interface ReportPage {
  /** For the preview: the same document with the nonce of this page on its style element. */
  preview: string
  css: string
  isLandscape: boolean
}

/** On screen the margins of the paper, so that lines break where they break on paper. */
const SHEET = '@media screen{body{max-width:none;min-height:0;padding:16mm 12mm}}'

/**
 * The document brings its style inline. Our style policy lets a style element through by its nonce but no style
 * attribute, so the widths of columns, its only ones, become `width` attributes.
 */
export function readReport(html: string, nonce: string | undefined): ReportPage {
  const plain = html.replaceAll(/<col style="width:([\d.]+%)">/g, '<col width="$1">')
  const css = /<style>([\s\S]*?)<\/style>/.exec(plain)?.[1] ?? ''
  const open = nonce ? `<style nonce="${nonce}">` : '<style>'
  const preview = plain.replace('<style>', open).replace('</style>', `${SHEET}</style>`)
  return { preview, css, isLandscape: /@page\s*{\s*size:\s*A4 landscape/.test(css) }
}

/** Everything on paper but the report goes; the frame of the console must not limit its height. */
export function printCss(css: string): string {
  return `
@media screen{.report-on-paper{display:none}}
@media print{
${css}
:root{color-scheme:light !important}
html,body{height:auto !important;overflow:visible !important}
body>:not(.report-on-paper){display:none !important}
}`
}

const UNWANTED = 'script,iframe,object,embed,link,meta,base,form,style,template'

/** The body of the report for the printed form of this page; it holds no script, and none would run. */
export function bodyOf(html: string): DocumentFragment {
  const report = new DOMParser().parseFromString(html, 'text/html')
  for (const element of report.querySelectorAll(UNWANTED)) element.remove()
  const fragment = document.createDocumentFragment()
  fragment.append(...[...report.body.childNodes].map((node) => document.importNode(node, true)))
  return fragment
}
