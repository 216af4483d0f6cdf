import { type Browser, chromium as playwright } from '@playwright/test'

/** No sandbox because tests may run as root, nothing in the background, no host to reach but ours. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-default-apps',
  '--disable-sync',
  '--no-first-run',
]

let found: Promise<string> | undefined

/** `CHROME` if set, else the Chromium that comes with the development packages. */
export function chromiumPath(): Promise<string> {
  found ??= findChromium()
  return found
}

export async function launchChromium(more: { args?: string[]; headless?: boolean } = {}): Promise<Browser> {
  return playwright.launch({
    executablePath: await chromiumPath(),
    headless: more.headless ?? true,
    args: [...ARGUMENTS, ...(more.args ?? [])],
  })
}

async function findChromium(): Promise<string> {
  const named = process.env.CHROME
  if (named) return named
  // Read when the package is loaded: it then unpacks the libraries that this machine may lack.
  process.env.AWS_LAMBDA_JS_RUNTIME ??= 'nodejs22.x'
  const { default: bundled } = await import('@sparticuz/chromium')
  return bundled.executablePath()
}
