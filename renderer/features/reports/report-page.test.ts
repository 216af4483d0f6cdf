import { expect, it } from 'vitest'
import { printCss, readReport } from './report-page.ts'

const HTML = `<!doctype html><html><head><style>
@page{size:A4 landscape;margin:16mm}
h1{font-size:18pt}</style></head><body><table><colgroup><col style="width:12.50%"></colgroup></table></body></html>`

it('carries the nonce and no style attribute', () => {
  const { preview, isLandscape } = readReport(HTML, 'abc')
  expect(preview).toContain('<style nonce="abc">')
  expect(preview).toContain('<col width="12.50%">')
  expect(preview).not.toContain('style="')
  expect(isLandscape).toBe(true)
})

it('prints with the very style of the preview', () => {
  const { css } = readReport(HTML, undefined)
  expect(printCss(css)).toContain('@page{size:A4 landscape;margin:16mm}')
})
