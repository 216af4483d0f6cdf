import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { AppError } from '../../shared/errors.ts'
import { findBrowser } from '../launcher/find-browser.mjs'

const TIMEOUT_MS = 60_000
const STOP_MS = 200

/** Prints one HTML document by its own `@page` rules. Throws `noBrowserForPdf` where no Chromium is found. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-print-'))
  try {
    const file = join(folder, 'report.html')
    const printed = join(folder, 'report.pdf')
    writeFileSync(file, html)
    await printFileToPdf(file, printed)
    return new Uint8Array(readFileSync(printed))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** The same of a page on the disk, with the pictures beside it. `isStopped` is asked now and then. */
export async function printFileToPdf(file: string, to: string, isStopped = () => false): Promise<void> {
  const executablePath = findBrowser() ?? (await bundledChromium())
  if (!executablePath) throw new AppError('not-allowed-now', 'noBrowserForPdf')
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath,
    timeout: TIMEOUT_MS,
    /** Chromium refuses to sandbox root; reports hold no foreign scripts. */
    chromiumSandbox: process.getuid?.() !== 0 && process.platform !== 'linux',
    /** The page and its fonts are both files; Chromium calls that two origins. */
    args: ['--allow-file-access-from-files', '--disable-background-networking', '--disable-sync', '--no-first-run'],
  })
  const watching = setInterval(() => isStopped() && void browser.close(), STOP_MS)
  try {
    writeFileSync(file, readFileSync(file, 'utf8').replace('</head>', `${fontLink()}</head>`))
    const page = await browser.newPage()
    await page.goto(pathToFileURL(file).href, { waitUntil: 'load', timeout: TIMEOUT_MS })
    await page.evaluate('document.fonts.ready.then(() => undefined)')
    await page.pdf({ path: to, preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  } catch (error) {
    throw isStopped() ? new AppError('cancelled', 'cancelled') : error
  } finally {
    clearInterval(watching)
    await browser.close()
  }
}

/** Chinese glyphs for a machine that has no Chinese font of its own. */
function fontLink(): string {
  try {
    const styles = createRequire(import.meta.url).resolve('@fontsource-variable/noto-sans-sc/index.css')
    return `<link rel="stylesheet" href="${pathToFileURL(styles).href}">`
  } catch {
    return ''
  }
}

/** The Chromium that comes with the development packages, where they are installed. */
async function bundledChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  /** Read when the package is loaded: it then unpacks the libraries that this machine may lack. */
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const found = await import('@sparticuz/chromium').catch(() => undefined)
  return found?.default.executablePath()
}
