import { cpSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import { rawCommit, socketEcho } from './bare.ts'
import { type BenchConsole, measureBuilt, startConsole } from './console.ts'
import { firstChunkKilobytes, paintFigures } from './page.ts'
import { print, type Result, result } from './result.ts'
import { sampleOfCalls } from './sample.ts'
import { benchWorld, ROUND_SIZE } from './world.ts'

const results: Result[] = []
const tenYears = copied(await benchWorld('tenYears'))
const oneMonth = copied(await benchWorld('oneMonth'))

results.push(bytesPerAnswer(tenYears))
const big = await startConsole(tenYears)
const small = await startConsole(oneMonth)
try {
  await answers(big)
  await pages(big, small)
  await reports(big)
  results.push(...(await paintFigures(big)))
  results.push(result('first screen, JS and CSS', firstChunkKilobytes(), 0, 500, 'ours', 'kB gzip'))
} finally {
  await big.stop()
  await small.stop()
}
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

/** One answer and a round of 144 in one call, durable, over the socket; raw commit and bare echo beside them. */
async function answers({ client }: BenchConsole): Promise<void> {
  const { patrols } = await client.patrols.day({})
  const sheet = await client.patrols.start({ uid: patrols[0]?.uid ?? '' })
  const { uid } = sheet.patrol
  const one = await sampleOfCalls(600, (time) => {
    const item = sheet.items[time % sheet.items.length]?.id ?? ''
    return client.patrols.answer({
      uid,
      answers: [{ item, value: 'pass', basedOn: Math.floor(time / sheet.items.length) }],
    })
  })
  const commit = rawCommit(1, 600)
  const echo = await socketEcho(220, 600)
  results.push(result('one answer, median', one.median, commit.median + echo.median, 2, 'ratio'))
  results.push(result('one answer, p99', one.p99, commit.p99 + echo.p99, 3, 'ratio'))

  const base = Math.floor(600 / sheet.items.length)
  const revisions = new Map(sheet.items.map(({ id }, index) => [id, base + (index < 600 % sheet.items.length ? 1 : 0)]))
  const round = await sampleOfCalls(40, async () => {
    const rows = sheet.items
      .slice(0, ROUND_SIZE)
      .map(({ id }) => ({ item: id, value: 'pass' as const, basedOn: revisions.get(id) ?? 0 }))
    const { conflicts } = await client.patrols.answer({ uid, answers: rows })
    if (conflicts.length > 0) throw new Error('the bench lost count of revisions')
    for (const { item } of rows) revisions.set(item, (revisions.get(item) ?? 0) + 1)
  })
  const rawRound = rawCommit(ROUND_SIZE, 60)
  const roundEcho = await socketEcho(ROUND_SIZE * 150, 60)
  results.push(result('a round of 144 in one call', round.median, rawRound.median + roundEcho.median, 3, 'ratio'))
}

async function pages(big: BenchConsole, small: BenchConsole): Promise<void> {
  const month = { from: '2026-10-26', to: '2026-11-20' }
  const trends = await sampleOfCalls(60, () => big.client.patrols.trends(month))
  results.push(result('a month’s patrol figures, median', trends.median, 0, 5, 'ours'))
  const earlier = (await big.client.patrols.list({ from: '2026-11-20', to: '2026-11-20' }))[0]?.uid ?? ''
  const earlierSmall = (await small.client.patrols.list({ from: '2026-11-20', to: '2026-11-20' }))[0]?.uid ?? ''
  const page = (client: BenchConsole['client'], uid: string): Record<string, () => Promise<unknown>> => ({
    today: () => client.today.overview({}),
    'rounds of a month': () => client.patrols.list(month),
    'a round': () => client.patrols.sheet({ uid }),
    trends: () => client.patrols.trends(month),
    'task list': () => client.rectifications.list({ limit: 50 }),
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
