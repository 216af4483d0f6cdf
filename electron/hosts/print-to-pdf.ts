import { AppError } from '../../shared/errors.ts'
import { findBrowser } from '../launcher/find-browser.mjs'

const TIMEOUT_MS = 60_000

/** Prints one HTML document by its own `@page` rules. Throws `noBrowserForPdf` where no Chromium is found. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const executablePath = findBrowser() ?? (await bundledChromium())
  if (!executablePath) throw new AppError('not-allowed-now', 'noBrowserForPdf')
  const { chromium } = await import('playwright-core')
  const browser = await chromium.launch({
    executablePath,
    timeout: TIMEOUT_MS,
    /** Chromium refuses to sandbox root; reports hold no foreign scripts. */
    chromiumSandbox: process.getuid?.() !== 0 && process.platform !== 'linux',
    args: ['--disable-background-networking', '--disable-sync', '--no-first-run'],
  })
  try {
    const page = await browser.newPage({ javaScriptEnabled: false })
    await page.setContent(html, { waitUntil: 'load', timeout: TIMEOUT_MS })
    return await page.pdf({ preferCSSPageSize: true, printBackground: true, tagged: true, outline: true })
  } finally {
    await browser.close()
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
