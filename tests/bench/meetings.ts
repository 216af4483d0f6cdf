import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContent } from '../../electron/hosts/ports/shipped-content.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { readFlow } from '../../electron/service/meetings/flow.ts'
import type { Client } from '../../shared/contract/index.ts'
import { MOST_WALL_ROWS } from '../../shared/contract/meeting-screen.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { type BenchConsole, startConsole } from './console.ts'
import { signedInPage } from './page.ts'
import { type Result, result } from './result.ts'
import { Durations, sampleOfCalls } from './sample.ts'
import { benchWorld } from './world.ts'

const PAGES = 40
const STEPS = 100
const FIRST_DAY = '2016-11-28'
const LAST_DAY = '2026-11-20'
const OPEN_LINES = 40
const TURNS = 120
/** Nobody turns faster; what the step before has set going is done by then. */
const TURN_MS = 250

/** Ten years of rounds with a meeting each working day, and forty days of requests that nobody has answered. */
async function meetingWorld(): Promise<string> {
  const folder = join(tmpdir(), `chenxun-bench-meetings-${migrations.at(-1)?.version ?? 0}-1`)
  if (existsSync(folder)) return folder
  const workshop = mkdtempSync(join(tmpdir(), 'chenxun-bench-build-'))
  cpSync(await benchWorld('tenYears'), workshop, { recursive: true })
  const database = openDatabase(join(workshop, 'chenxun.db'))
  const staff = database.prepare('SELECT id FROM staff').pluck().all() as number[]
  const [template] = readFlow(createContent(join(import.meta.dirname, '../../resources'))).templates
  if (!template) throw new Error('no template is shipped')
  insertManyMeetings(database, { template, from: FIRST_DAY, to: LAST_DAY, staff, open: OPEN_LINES })
  database.exec('ANALYZE')
  database.close()
  renameSync(workshop, folder)
  return folder
}

/** The page of a meeting with ten years behind it, and the key that goes to the next step. */
export async function meetingFigures(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-bench-run-'))
  cpSync(await meetingWorld(), folder, { recursive: true })
  const console = await startConsole(folder)
  try {
    return [...(await measureMeetings(console.client)), ...(await wallFigures(console))]
  } finally {
    await console.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** Of a signed-in client; leaves a running meeting behind. */
export async function measureMeetings({ meetings }: Client): Promise<Result[]> {
  const start = await sampleOfCalls(PAGES, () => meetings.day({}))
  const { proposals } = await meetings.day({})
  const host = proposals[0]?.host?.uid ?? ''
  const begun = await meetings.begin({ kind: 'morning', templateId: 'monday-25', host })
  const meeting = begun.meeting.uid
  const count = begun.template.steps.length
  const page = await sampleOfCalls(PAGES, async (time) => {
    const position = time % count
    await Promise.all([meetings.day({}), meetings.read({ meeting }), meetings.screenData({ meeting, position })])
  })
  const step = await sampleOfCalls(STEPS, (time) => meetings.goTo({ meeting, position: (time + 1) % count }))
  return [
    result('meetings, first page with ten years, p95', start.p95, 0, 150, 'ours'),
    result('meeting page with ten years, p95', page.p95, 0, 150, 'ours'),
    result('step change, p95', step.p95, 0, 50, 'ours'),
  ]
}

/** On the wall of the running meeting: from the key to the paint of a step with as many rows as are sent. */
async function wallFigures(console: BenchConsole): Promise<Result[]> {
  const { meetings, notices } = console.client
  for (let count = 0; count < MOST_WALL_ROWS; count++) {
    const title = `第 ${count} 号通知：残损币兑换口径`
    await notices.add({ title, words: '', source: '支行', receivedOn: LAST_DAY, passBy: null })
  }
  const running = await meetings.running({})
  if (!running) throw new Error('no meeting runs')
  const { template } = await meetings.read({ meeting: running.uid })
  const full = template.steps.findIndex(({ shows }) => shows.includes('notice.unread'))
  await meetings.goTo({ meeting: running.uid, position: full - 1 })
  const page = await signedInPage(console)
  await page.goto(`${new URL(console.url).origin}/meetings?meeting=${running.uid}&view=wall`)
  await page.locator('[data-wall] h1').waitFor()
  await page.waitForTimeout(2000)
  const durations: number[] = []
  for (let turn = 0; turn < TURNS; turn++) {
    const spent = await page.evaluate(toPaintOfStep, turn % 2 === 0 ? 'PageDown' : 'PageUp')
    if (turn % 2 === 0) durations.push(spent)
    await page.waitForTimeout(TURN_MS)
  }
  const rows = (await meetings.screenData({ meeting: running.uid, position: full })).flatMap((block) => block.rows)
  if (rows.length < MOST_WALL_ROWS) throw new Error(`${rows.length} rows on the wall`)
  await page.context().browser()?.close()
  return [
    result(
      `step change on the wall, ${MOST_WALL_ROWS} rows, key to paint, p95`,
      new Durations(durations).p95,
      0,
      50,
      'ours',
    ),
  ]
}

/** In the page: presses the key and waits until another step is painted. */
function toPaintOfStep(key: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const wall = document.querySelector('[data-wall]')
    const name = () => wall?.querySelector('h1')?.textContent
    const before = name()
    const startedAt = performance.now()
    const observer = new MutationObserver(() => {
      if (name() === before) return
      observer.disconnect()
      requestAnimationFrame(() => {
        const channel = new MessageChannel()
        channel.port1.onmessage = () => resolve(performance.now() - startedAt)
        channel.port2.postMessage(0)
      })
    })
    observer.observe(document.body, { subtree: true, childList: true, characterData: true })
    setTimeout(() => reject(new Error(`${key} did not change the step`)), 5000)
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key, code: key, bubbles: true }))
  })
}
