import { execFile } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { promisify } from 'node:util'
import { AppError } from '../../shared/errors.ts'
import { findBrowser } from '../launcher/find-browser.mjs'

const TIMEOUT_MS = 60_000

/** Prints one HTML document with its own `@page` rules. Throws `noBrowserForPdf` where no Chromium is found. */
export async function printToPdf(html: string): Promise<Uint8Array> {
  const browser = findBrowser() ?? (await bundledChromium())
  if (!browser) throw new AppError('not-allowed-now', 'noBrowserForPdf')
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-print-'))
  try {
    const page = join(folder, 'report.html')
    const pdf = join(folder, 'report.pdf')
    writeFileSync(page, html)
    await promisify(execFile)(browser, argumentsFor(folder, pdf, pathToFileURL(page).href), { timeout: TIMEOUT_MS })
    return new Uint8Array(readFileSync(pdf))
  } finally {
    rmSync(folder, { recursive: true, force: true, maxRetries: 3 })
  }
}

function argumentsFor(folder: string, pdf: string, url: string): string[] {
  return [
    '--headless',
    '--disable-gpu',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-sync',
    '--no-pdf-header-footer',
    `--user-data-dir=${join(folder, 'profile')}`,
    `--print-to-pdf=${pdf}`,
    /** Chromium refuses to sandbox root; reports hold no foreign scripts. */
    ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
    url,
  ]
}

/** The Chromium that comes with the development packages, where they are installed. */
async function bundledChromium(): Promise<string | undefined> {
  if (process.platform !== 'linux') return undefined
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const name = '@sparticuz/chromium'
  const found = (await import(/* @vite-ignore */ name).catch(() => undefined)) as
    | { default: { executablePath(): Promise<string> } }
    | undefined
  return found?.default.executablePath()
}
