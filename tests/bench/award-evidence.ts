import { cpSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createContent } from '../../electron/hosts/ports/shipped-content.ts'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { readFlow } from '../../electron/service/meetings/flow.ts'
import type { Client } from '../../shared/contract/index.ts'
import { insertManyMeetings } from '../harness/many-meetings.ts'
import { insertManyTasks } from '../harness/many-tasks.ts'
import { insertManyThanks } from '../harness/many-thanks.ts'
import { startConsole } from './console.ts'
import { type Result, result } from './result.ts'
import { sampleOfCalls } from './sample.ts'
import { benchWorld } from './world.ts'

const SEARCHES = 60
const FIRST_DAY = '2016-11-28'
const LAST_DAY = '2026-11-20'
const TASKS = 8000
const CARDS = 6000
const WORDS = ['', '折页', '窗口', 'qzbm']

/** Ten years of rounds with tasks, meetings and thank-you cards besides, all of three people. */
async function evidenceWorld(): Promise<string> {
  const folder = join(tmpdir(), `chenxun-bench-evidence-${migrations.at(-1)?.version ?? 0}-1`)
  if (existsSync(folder)) return folder
  const workshop = mkdtempSync(join(tmpdir(), 'chenxun-bench-build-'))
  cpSync(await benchWorld('tenYears'), workshop, { recursive: true })
  const database = openDatabase(join(workshop, 'chenxun.db'))
  const staff = database.prepare('SELECT id FROM staff').pluck().all() as number[]
  const [template] = readFlow(createContent(join(import.meta.dirname, '../../resources'))).templates
  if (!template) throw new Error('no template is shipped')
  const span = { from: Date.parse(`${FIRST_DAY}T08:00:00+08:00`), till: Date.parse(`${LAST_DAY}T08:00:00+08:00`) }
  insertManyTasks(database, { ...span, count: TASKS, open: 20, items: 100, staff })
  insertManyMeetings(database, { template, from: FIRST_DAY, to: LAST_DAY, staff, open: 5 })
  insertManyThanks(database, { ...span, count: CARDS, staff })
  database.exec('ANALYZE')
  database.close()
  renameSync(workshop, folder)
  return folder
}

/** The evidence of one person over ten years, every source, with the figures of the whole period. */
export async function evidenceFigures(): Promise<Result[]> {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-bench-run-'))
  cpSync(await evidenceWorld(), folder, { recursive: true })
  const console = await startConsole(folder)
  try {
    return await measureEvidence(console.client)
  } finally {
    await console.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

export async function measureEvidence({ awardEvidence, people }: Client): Promise<Result[]> {
  const walker = (await people.list({})).find(({ post }) => post === 'lobby-manager')
  const subject = { kind: 'person' as const, staffUid: walker?.uid ?? '' }
  const search = await sampleOfCalls(SEARCHES, async (time) => {
    const words = WORDS[time % WORDS.length] ?? ''
    const { totals } = await awardEvidence.search({ subject, from: FIRST_DAY, to: LAST_DAY, words })
    if (totals.length === 0) throw new Error('ten years hold no evidence')
  })
  return [result('evidence of a person over ten years, p95', search.p95, 0, 100, 'ours')]
}
