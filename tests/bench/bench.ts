import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { readTrends } from '../../electron/service/patrols/index.ts'
import type { Client } from '../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { auditFigures } from './audit.ts'
import { evidenceFigures } from './award-evidence.ts'
import { backupFigures } from './backup.ts'
import { startBare } from './bare.ts'
import { type BenchConsole, connect, measureBuilt, startConsole } from './console.ts'
import { demonstrationFigures } from './demonstration.ts'
import { meetingFigures } from './meetings.ts'
import { firstChunkKilobytes, paintFigures } from './page.ts'
import { print, type Result, result } from './result.ts'
import { sampleInTurn, sampleOfCalls } from './sample.ts'
import { taskFigures } from './tasks.ts'
import { BENCH_NOW, BENCH_PIN, benchWorld, ONE_TIME_PIN, ROUND_SIZE } from './world.ts'

const ANSWERS = 2000
const ROUNDS = 60
const CHECK_INS = 100
/** Bytes of our messages, so that the bare socket carries as much. */
const ANSWER_BYTES = [270, 560] as const
const ROUND_BYTES = [8_600, 10_500] as const

const results: Result[] = []
const tenYears = copied(await benchWorld('tenYears'))
const oneMonth = copied(await benchWorld('oneMonth'))

results.push(bytesPerAnswer(tenYears), await monthFigures(tenYears), auditFigures())
const big = await startConsole(tenYears)
const small = await startConsole(oneMonth)
try {
  // First, so that no hourly backup falls into what is measured next.
  results.push(...(await backupFigures(tenYears, big.client)))
  await answers(big)
  await pages(big, small)
  await reports(big)
  await checkIns(big)
  results.push(...(await demonstrationFigures(tenYears, big.client)))
  results.push(...(await paintFigures(big)))
  results.push(result('first screen, JS and CSS', firstChunkKilobytes(), 0, 500, 'ours', 'kB gzip'))
} finally {
  await big.stop()
  await small.stop()
}
results.push(...(await taskFigures()), ...(await meetingFigures()), ...(await evidenceFigures()))
await measureBuilt(tenYears)
const warm = await measureBuilt(tenYears)
results.push(result('service ready, warm, ten years', warm.readyMs, 0, 500, 'ours'))
results.push(result('service memory after a month’s page', warm.memoryMb, 0, 150, 'ours', 'MB'))
rmSync(tenYears, { recursive: true, force: true })
rmSync(oneMonth, { recursive: true, force: true })
print(results, process.argv.includes('--json'))
process.exit(results.every(({ ok }) => ok) ? 0 : 1)

function copied(folder: string): string {
  const copy = mkdtempSync(join(tmpdir(), 'chenxun-bench-run-'))
  cpSync(folder, copy, { recursive: true })
  return copy
}

/** One answer and a round of 144 in one call, durable, over the socket, in turn with the bare part. */
async function answers({ client }: BenchConsole): Promise<void> {
  const bare = await startBare()
  // The newest are taken first, as late entries are.
  const missed = (await client.patrols.list({ from: '2023-01-01', to: '2026-11-20' })).filter(
    ({ state }) => state === 'missed',
  )
  const open = async () => client.patrols.start({ uid: missed.pop()?.uid ?? '' })
  let sheet = await open()
  let next = 0
  const one = await sampleInTurn(ANSWERS, {
    async prepare() {
      if (next < sheet.items.length) return
      sheet = await open()
      next = 0
    },
    ours: () => answer(client, sheet.patrol.uid, sheet.items.slice(next, ++next)),
    bare: () => bare.write(1, ...ANSWER_BYTES),
  })
  results.push(result('one answer, median', one.ours.median, one.bare.median, 2, 'ratio'))
  results.push(result('one answer, p99', one.ours.p99, one.bare.p99, 3, 'ratio'))

  const round = await sampleInTurn(ROUNDS, {
    async prepare() {
      sheet = await open()
    },
    ours: () => answer(client, sheet.patrol.uid, sheet.items.slice(0, ROUND_SIZE)),
    bare: () => bare.write(ROUND_SIZE, ...ROUND_BYTES),
  })
  results.push(result('a round of 144 in one call', round.ours.median, round.bare.median, 3, 'ratio'))
  bare.stop()
}

async function answer(client: Client, uid: string, items: readonly { id: string }[]): Promise<void> {
  const answers = items.map(({ id }) => ({ item: id, value: 'pass' as const, basedOn: 0 }))
  const { conflicts } = await client.patrols.answer({ uid, answers })
  if (conflicts.length > 0) throw new Error('the bench answered an item twice')
}

async function pages(big: BenchConsole, small: BenchConsole): Promise<void> {
  const month = { from: '2026-10-26', to: '2026-11-20' }
  const earlier = (await big.client.patrols.list({ from: '2026-11-20', to: '2026-11-20' }))[0]?.uid ?? ''
  const earlierSmall = (await small.client.patrols.list({ from: '2026-11-20', to: '2026-11-20' }))[0]?.uid ?? ''
  const page = (client: BenchConsole['client'], uid: string): Record<string, () => Promise<unknown>> => ({
    today: () => client.today.overview({}),
    'rounds of a month': () => client.patrols.list(month),
    'a round': () => client.patrols.sheet({ uid }),
    trends: () => client.patrols.trends(month),
    'task list': () => client.rectifications.list({ limit: 50 }),
    devices: () => client.devices.month({ month: '2026-11' }),
    people: () => client.people.list({}),
    checklist: () => client.checklists.current({}),
  })
  const smallPages = page(small.client, earlierSmall)
  for (const [name, load] of Object.entries(page(big.client, earlier))) {
    const ours = await sampleOfCalls(40, load)
    const bare = await sampleOfCalls(40, smallPages[name] ?? load)
    results.push(result(`page data: ${name}, p95`, ours.p95, bare.p95, 50, 'ours'))
    results.push(result(`page data: ${name}, ten years ÷ one month`, ours.median, bare.median, 2, 'ratio'))
  }
  const search = await sampleOfCalls(20, (time) =>
    big.client.patrols.search({ text: ['缺一件', 'banben', 'yzbx'][time % 3] ?? '' }),
  )
  results.push(result('patrol search over all notes, p95', search.p95, 0, 100, 'ours'))
}

async function reports({ client }: BenchConsole): Promise<void> {
  const all = await sampleOfCalls(6, async () => {
    for (const format of ['docx', 'xlsx', 'html'] as const) {
      const { file } = await client.reports.renderFile({ kind: 'monthly', month: '2026-10', format })
      if (file.size === 0) throw new Error(`empty ${format}`)
    }
  })
  results.push(result('month report, docx + xlsx + html', all.median, 0, 2000, 'ours'))
}

/** From the key that hands in to the answer on disk; a person has eight seconds from the PIN on. */
async function checkIns(big: BenchConsole): Promise<void> {
  const { client } = big
  const head = await connect(await big.launchUrl())
  const [person] = (await head.people.signInChoices({})).filter(({ post }) => post === 'outlet-head')
  await head.people.signIn({ personUid: person?.uid ?? '', pin: ONE_TIME_PIN })
  await head.people.changePin({ oldPin: ONE_TIME_PIN, newPin: BENCH_PIN })
  await head.moods.openSeries({ mode: 'named' })
  await client.moods.consent({ notice: NOTICE_VERSION })
  const checkIn = await sampleOfCalls(CHECK_INS, (time) =>
    client.moods.checkIn({ moment: 'after-incident', level: 1 + (time % 5), tags: ['queue-rush', 'sleep'] }),
  )
  results.push(result('check-in, p95', checkIn.p95, 0, 100, 'ours'))
}

/** From the totals of each round, as pages and reports ask for them inside the service; over the socket: page data. */
async function monthFigures(folder: string): Promise<Result> {
  const database = openDatabase(join(folder, 'chenxun.db'), { readonly: true })
  const call = { database, now: Date.parse(BENCH_NOW) } as Parameters<typeof readTrends>[0]
  const month = { from: '2026-10-26', to: '2026-11-20' }
  const figures = await sampleOfCalls(100, async () => readTrends(call, month))
  database.close()
  return result('a month’s patrol figures, median', figures.median, 0, 5, 'ours')
}

/** Tables and indexes of answers, rounds, totals, day counts and audit; notes and their search text apart. */
function bytesPerAnswer(folder: string): Result {
  const path = join(folder, 'chenxun.db')
  const database = openDatabase(path)
  database.pragma('wal_checkpoint(TRUNCATE)')
  const count = Number(database.prepare('SELECT count(*) FROM patrol_answer').pluck().get())
  const bytes = Number(
    database
      .prepare(
        `SELECT sum(pgsize) FROM dbstat WHERE name IN ('patrol_answer', 'patrol', 'patrol_total', 'patrol_item_day',
           'patrol_day', 'audit_entry') OR name LIKE 'patrol_by%' OR name LIKE 'patrol_one%' OR name LIKE 'patrol_unf%'
           OR name LIKE 'sqlite_autoindex_patrol%'`,
      )
      .pluck()
      .get(),
  )
  database.close()
  process.stderr.write(`${count} answers, file ${(statSync(path).size / 1e6).toFixed(0)} MB\n`)
  return result('bytes on disk per answer', bytes / count, 21.2, 60, 'ours', 'bytes')
}
