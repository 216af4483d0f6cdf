import { randomInt } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, it } from 'vitest'
import { verifyAuditChain } from '../../electron/service/audit/index.ts'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet, signInWalker } from '../harness/proof-outlet.ts'
import { proved, times } from '../harness/proved.ts'

const WRITERS = 4
const CYCLES = times(200, 2000)
/** Folders worked on side by side. */
const LANES = 2

/** What the console said is saved. */
interface Acknowledged {
  answers: Map<string, number>
  tasks: string[]
  count: number
}

it(
  `D1 loses nothing it answered for when it is killed under four writers`,
  async () => {
    const lanes = await Promise.all(Array.from({ length: LANES }, () => cycle(Math.ceil(CYCLES / LANES))))
    const sum = (pick: (lane: (typeof lanes)[number]) => number) => lanes.reduce((total, lane) => total + pick(lane), 0)
    expect(sum(({ answered }) => answered)).toBeGreaterThanOrEqual(CYCLES)
    proved({ id: 'D1', runs: sum(({ cycles }) => cycles), bad: sum(({ bad }) => bad) })
  },
  times(600_000, 6_000_000),
)

async function cycle(cycles: number) {
  const folder = temporaryFolder()
  await buildProofOutlet(folder)
  const acknowledged: Acknowledged = { answers: new Map(), tasks: [], count: 0 }
  let bad = 0
  for (let round = 0; round < cycles; round++) {
    const running = await startProofConsole(folder, { tabs: WRITERS })
    const before = acknowledged.count
    const writers = running.clients.map((client, index) => write(client, index, acknowledged).catch(() => undefined))
    const patience = Date.now() + 20_000
    while (acknowledged.count === before && Date.now() < patience) await pause(5)
    await pause(randomInt(150))
    await running.kill()
    await Promise.race([Promise.all(writers), pause(500)])
    bad += lost(folder, acknowledged)
  }
  return { cycles, bad, answered: acknowledged.count }
}

/** Answers its own items again and again, and now and then a task found outside a round, until the console dies. */
async function write(client: Client, index: number, acknowledged: Acknowledged): Promise<void> {
  await signInWalker(client, index)
  const { patrols } = await client.patrols.day({})
  const uid = patrols[0]?.uid ?? ''
  const sheet = await client.patrols.sheet({ uid })
  const revisions = new Map(sheet.answers.map(({ item, revision }) => [item, revision]))
  const mine = sheet.items.filter((item, place) => place % WRITERS === index && !item.reading)
  for (let turn = randomInt(mine.length); ; turn++) {
    const item = mine[turn % mine.length]?.id ?? ''
    const saved = await client.patrols.answer({
      uid,
      answers: [{ item, value: turn % 2 ? 'pass' : 'na', note: `第 ${turn} 次`, basedOn: revisions.get(item) ?? 0 }],
    })
    for (const one of [...saved.saved, ...saved.conflicts]) revisions.set(one.item, one.revision)
    for (const one of saved.saved) acknowledged.answers.set(one.item, one.revision)
    acknowledged.count++
    if (turn % 5 > 0) continue
    const task = await client.rectifications.open({
      ...PLAIN_TASK,
      description: `断电前的任务 ${turn}`,
    })
    acknowledged.tasks.push(task.uid)
    acknowledged.count++
  }
}

/** Acknowledged records that are not in the file, and failed checks of it. */
function lost(folder: string, { answers, tasks }: Acknowledged): number {
  const database = openDatabase(join(folder, 'chenxun.db'))
  try {
    const newest = new Map(
      database
        .prepare(
          `SELECT item.id, max(revision) FROM patrol_answer JOIN checklist_item item ON item.no = item_no GROUP BY item_no`,
        )
        .raw()
        .all() as [string, number][],
    )
    const kept = new Set(database.prepare('SELECT uid FROM rectification').pluck().all())
    const gone = [...answers].filter(([item, revision]) => (newest.get(item) ?? 0) < revision).length
    return (
      gone +
      tasks.filter((uid) => !kept.has(uid)).length +
      Number(database.pragma('quick_check', { simple: true }) !== 'ok') +
      Number(!verifyAuditChain(database).ok)
    )
  } finally {
    database.close()
  }
}
