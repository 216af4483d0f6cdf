import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { createContent } from '../../electron/hosts/ports/shipped-content.ts'
import { readChecklist } from '../../electron/service/checklists/index.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { repeatOf } from '../../electron/service/rectifications/open-task.ts'
import { launchChromium } from '../harness/chromium.ts'
import { insertManyTasks } from '../harness/many-tasks.ts'
import { type BenchConsole, startConsole } from './console.ts'
import { type Result, result } from './result.ts'
import { Durations, sampleOfCalls } from './sample.ts'
import { BENCH_NOW, BENCH_PIN, benchWorld } from './world.ts'

export const TASKS = 20_000
const OPEN = 200
const DAY_MS = 24 * 3_600_000
const TEN_YEARS_MS = 3650 * DAY_MS
const YEAR = { from: '2025-11-24', to: '2026-11-23' }
const TEN_YEARS = { from: '2016-11-24', to: '2026-11-23' }
const FRAME_LIMIT_MS = 50
const REPEATS = 2000

/** The ten years of rounds with 20,000 tasks more, a fifth of a thousand of them open. */
export async function taskWorld(): Promise<string> {
  const version = migrations.at(-1)?.version ?? 0
  const folder = join(tmpdir(), `chenxun-bench-tasks-${version}-1`)
  if (existsSync(folder)) return folder
  const workshop = mkdtempSync(join(tmpdir(), 'chenxun-bench-build-'))
  cpSync(await benchWorld('tenYears'), workshop, { recursive: true })
  const database = openDatabase(join(workshop, 'chenxun.db'))
  const staff = database.prepare('SELECT id FROM staff').pluck().all() as number[]
  const items = Number(database.prepare('SELECT max(no) FROM checklist_item').pluck().get())
  const till = Date.parse(BENCH_NOW)
  insertManyTasks(database, { count: TASKS, from: till - TEN_YEARS_MS, till, open: OPEN, items, staff })
  database.exec('ANALYZE')
  database.close()
  renameSync(workshop, folder)
  return folder
}

/** Board, list and analysis with 20,000 tasks, over the socket and on screen. */
export async function taskFigures(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-bench-run-'))
  cpSync(await taskWorld(), folder, { recursive: true })
  const console = await startConsole(folder)
  try {
    return [await repeats(folder), ...(await calls(console)), ...(await paints(console))]
  } finally {
    await console.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** What a failing answer asks about earlier tasks of its item. */
async function repeats(folder: string): Promise<Result> {
  const database = openDatabase(join(folder, 'chenxun.db'), { readonly: true })
  const foundAt = Date.parse(BENCH_NOW)
  const items = readChecklist(database).items
  const content = createContent(join(import.meta.dirname, '../../resources'))
  const { p95 } = await sampleOfCalls(REPEATS, async (time) => {
    const item = items[time % items.length]
    if (item) repeatOf({ database, ports: { content } }, { item, foundAt })
  })
  database.close()
  return result('20,000 tasks: repeat detection on a fail, p95', p95, 0, 1, 'ours')
}

async function calls({ client }: BenchConsole): Promise<Result[]> {
  const { rectifications } = client
  const work: [string, () => Promise<unknown>][] = [
    ['board', () => rectifications.board({})],
    ['a year’s figures', () => rectifications.figures(YEAR)],
    ['ten years’ figures', () => rectifications.figures(TEN_YEARS)],
    ['list, sorted by owner', () => rectifications.list({ sort: { by: 'owner', isDescending: false }, limit: 200 })],
    ['list, searched by pinyin', () => rectifications.list({ search: 'qzb', limit: 200 })],
    ['list behind what returned', () => rectifications.list({ returned: { within: 180, ...YEAR }, limit: 200 })],
  ]
  const results: Result[] = []
  for (const [name, load] of work) {
    const { p95 } = await sampleOfCalls(30, load)
    results.push(result(`20,000 tasks: ${name}, p95`, p95, 0, 100, 'ours'))
  }
  return results
}

async function paints(console: BenchConsole): Promise<Result[]> {
  const browser = await launchChromium()
  const page = await browser.newPage({ viewport: { width: 1366, height: 768 } })
  await page.goto(await console.launchUrl())
  await page.locator('input').first().fill('沈知夏')
  await page.keyboard.press('Enter')
  await page.locator('input[type="password"]').waitFor()
  await page.keyboard.type(BENCH_PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation', { name: '主导航' }).waitFor()
  await page.getByRole('link', { name: /^整改/ }).click()
  await page.getByLabel('看哪些').getByText(/^全部/).click()
  await page.locator('tr[data-row-key]').first().waitFor()
  const figures = await switching(page, 'q', 'figure svg', 'Escape', 'tr[data-row-key]')
  const scrolled = await longestFrame(page)
  const board = await switching(page, 'b', '[data-card]', 'b', 'tr[data-row-key]')
  await browser.close()
  return [
    result('20,000 tasks: board to paint, median', board, 0, 300, 'ours'),
    result('20,000 tasks: analysis to paint, median', figures, 0, 300, 'ours'),
    result('20,000 tasks: longest frame while scrolling', scrolled, 0, FRAME_LIMIT_MS, 'ours'),
  ]
}

/** Milliseconds from a key to what it shows, there and back again. */
async function switching(page: Page, key: string, shows: string, back: string, home: string): Promise<number> {
  const durations: number[] = []
  for (let time = 0; time < 12; time++) {
    durations.push(await page.evaluate(untilShown, { key, shows }))
    await page.keyboard.press(back)
    await page.locator(home).first().waitFor()
  }
  return new Durations(durations).median
}

/** Runs in the page: presses the key and waits for the frame after the first match. */
function untilShown({ key, shows }: { key: string; shows: string }): Promise<number> {
  return new Promise((resolve) => {
    const startedAt = performance.now()
    const look = () => {
      if (document.querySelector(shows)) requestAnimationFrame(() => resolve(performance.now() - startedAt))
      else requestAnimationFrame(look)
    }
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: `Key${key.toUpperCase()}`, bubbles: true }))
    look()
  })
}

/** Scrolls the list by half a screen a frame and gives the longest time between two frames. */
async function longestFrame(page: Page): Promise<number> {
  return page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        let frame = document.querySelector<HTMLElement>('tr[data-row-key]')?.parentElement ?? null
        while (frame && frame.scrollHeight <= frame.clientHeight + 50) frame = frame.parentElement
        let last = performance.now()
        let longest = 0
        let steps = 0
        const step = (now: number) => {
          if (steps > 5) longest = Math.max(longest, now - last)
          last = now
          frame?.scrollBy(0, 320)
          if (steps++ < 240) requestAnimationFrame(step)
          else resolve(longest)
        }
        requestAnimationFrame(step)
      }),
  )
}
