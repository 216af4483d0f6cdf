import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContent } from '../../electron/hosts/ports/shipped-content.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { readFlow } from '../../electron/service/meetings/flow.ts'
import type { Client } from '../../shared/contract/index.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { startConsole } from './console.ts'
import { type Result, result } from './result.ts'
import { sampleOfCalls } from './sample.ts'
import { benchWorld } from './world.ts'

const PAGES = 40
const STEPS = 100
const FIRST_DAY = '2016-11-28'
const LAST_DAY = '2026-11-20'
const OPEN_LINES = 40

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
    return await measureMeetings(console.client)
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
