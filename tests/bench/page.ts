import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Page } from '@playwright/test'
import { launchChromium } from '../harness/chromium.ts'
import type { BenchConsole } from './console.ts'
import { type Result, result } from './result.ts'
import { Durations } from './sample.ts'
import { BENCH_PIN } from './world.ts'

const RENDERER = join(import.meta.dirname, '../../out/renderer')
const FIRST_SCREEN_ALLOWANCE_MS = 300

/** Entry script, what it preloads, and styles; fonts apart. */
export function firstChunkKilobytes(): number {
  const html = readFileSync(join(RENDERER, 'index.html'), 'utf8')
  const files = [...html.matchAll(/(?:src|href)="\.?\/?(assets\/[^"]+\.(?:js|css))"/g)].map(([, file]) => file ?? '')
  if (files.length === 0) throw new Error(`no assets in ${readdirSync(RENDERER).join()}`)
  return [...new Set(files)].reduce((sum, file) => sum + gzipSync(readFileSync(join(RENDERER, file))).length, 0) / 1000
}

/** First usable screen beside a trivial page, and from a key to its paint. */
export async function paintFigures(console: BenchConsole): Promise<Result[]> {
  const trivial: number[] = []
  const ours: number[] = []
  for (let time = 0; time < 9; time++) {
    trivial.push(
      await fromStart(async (page) => {
        await page.setContent('<p id="it">ready</p>')
        await page.locator('#it').waitFor()
      }),
    )
    const url = await console.launchUrl()
    ours.push(
      await fromStart(async (page) => {
        await page.goto(url)
        await page.locator('input').first().waitFor()
      }),
    )
  }
  const bare = new Durations(trivial).median
  const screen = new Durations(ours).median
  return [
    result('first usable screen', screen, bare, 1.5 * bare + FIRST_SCREEN_ALLOWANCE_MS, 'ours'),
    ...(await keyToPaint(console)),
  ]
}

/** Milliseconds from the start of a fresh Chromium until the page shows what it should. */
async function fromStart(show: (page: Page) => Promise<void>): Promise<number> {
  const startedAt = performance.now()
  const browser = await launchChromium()
  await show(await browser.newPage({ viewport: { width: 1366, height: 768 } }))
  const spent = performance.now() - startedAt
  await browser.close()
  return spent
}

/** A page with the lobby manager signed in. */
export async function signedInPage(console: BenchConsole): Promise<Page> {
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(await console.launchUrl())
  await page.locator('input').first().fill('沈知夏')
  await page.keyboard.press('Enter')
  await page.locator('input[type="password"]').waitFor()
  await page.keyboard.type(BENCH_PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').waitFor()
  return page
}

async function keyToPaint(console: BenchConsole): Promise<Result[]> {
  const page = await signedInPage(console)
  const { patrols } = await console.client.patrols.day({})
  await page.goto(`${new URL(console.url).origin}/patrols?round=${patrols[0]?.uid}`)
  await page.waitForTimeout(2000)
  const durations: number[] = []
  for (let time = 0; time < 60; time++) {
    const spent = await page.evaluate(
      () =>
        new Promise<number>((resolve) => {
          addEventListener(
            'keydown',
            () => {
              const startedAt = performance.now()
              requestAnimationFrame(() => {
                const channel = new MessageChannel()
                channel.port1.onmessage = () => resolve(performance.now() - startedAt)
                channel.port2.postMessage(0)
              })
            },
            { once: true, capture: true },
          )
          ;(window as unknown as { benchReady?: true }).benchReady = true
          setTimeout(() => resolve(Number.NaN), 2000)
          document.body.dispatchEvent(new KeyboardEvent('keydown', { key: '1', code: 'Digit1', bubbles: true }))
        }),
    )
    if (!Number.isNaN(spent)) durations.push(spent)
    await page.waitForTimeout(60)
  }
  await page.context().browser()?.close()
  return [result('key to paint in a round, p95', new Durations(durations).p95, 0, 50, 'ours')]
}
