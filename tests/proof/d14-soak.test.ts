import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet, signInWalker } from '../harness/proof-outlet.ts'
import { IS_LONG, proved, times } from '../harness/proved.ts'

const WRITERS = 4
/** A million stand for eight hours of a busy day without an end. */
const WRITES = times(4_000, 1_000_000)
const HOURS = 8
const SAMPLES = 200
const MOST_WAL_BYTES = 16_000_000
const MOST_MEGABYTES_AN_HOUR = 1
const reason = process.platform === 'linux' ? undefined : 'needs /proc'

interface Sample {
  megabytes: number
  walBytes: number
  handles: number
}

describe.skipIf(reason)(`D14 goes on for days${reason ? ` (${reason})` : ''}`, () => {
  it(
    'D14 grows neither in memory nor in its log nor in open files over many writes',
    async () => {
      const folder = temporaryFolder()
      await buildProofOutlet(folder)
      const running = await startProofConsole(folder, { tabs: WRITERS })
      const samples: Sample[] = []
      let left = WRITES
      const take = () => {
        if (left % Math.ceil(WRITES / SAMPLES) === 0) samples.push(look(running.pid, folder))
        return left-- > 0
      }
      await Promise.all(running.clients.map((client, index) => write(client, index, take)))
      await running.kill()
      const settled = samples.slice(Math.floor(samples.length / 2))
      const [first, last] = [settled[0], settled.at(-1)]
      expect(samples.length).toBeGreaterThan(SAMPLES / 2)
      const bad =
        samples.filter(({ walBytes }) => walBytes > MOST_WAL_BYTES).length +
        Number((last?.handles ?? 0) > (first?.handles ?? 0) + WRITERS) +
        Number(IS_LONG && slopeOf(settled) / (HOURS / 2) > MOST_MEGABYTES_AN_HOUR)
      proved({ id: 'D14', runs: WRITES, bad })
    },
    times(120_000, 4 * 3_600_000),
  )
})

/** Mostly typing, now and then an answer. */
async function write(client: Client, index: number, take: () => boolean): Promise<void> {
  await signInWalker(client, index)
  const { patrols } = await client.patrols.day({})
  const uid = patrols[0]?.uid ?? ''
  const sheet = await client.patrols.sheet({ uid })
  const revisions = new Map<string, number>()
  const mine = sheet.items.filter((item, place) => place % WRITERS === index && !item.reading)
  for (let turn = 0; take(); turn++) {
    if (turn % 10 > 0) {
      await client.drafts.put({ key: `note/${turn % 20}`, text: `第 ${turn} 次，${'字'.repeat(turn % 300)}` })
      continue
    }
    const item = mine[(turn / 10) % mine.length]?.id ?? ''
    const value = turn % 20 ? 'pass' : 'na'
    const answers = [{ item, value, basedOn: revisions.get(item) ?? 0 } as const]
    const { saved } = await client.patrols.answer({ uid, answers })
    for (const one of saved) revisions.set(one.item, one.revision)
  }
}

function look(pid: number, folder: string): Sample {
  const status = readFileSync(`/proc/${pid}/status`, 'utf8')
  return {
    megabytes: Number(/VmRSS:\s+(\d+)/.exec(status)?.[1] ?? 0) / 1024,
    walBytes: statSync(join(folder, 'chenxun.db-wal')).size,
    handles: readdirSync(`/proc/${pid}/fd`).length,
  }
}

/** Megabytes gained over the samples, by least squares. */
function slopeOf(samples: readonly Sample[]): number {
  const middle = (samples.length - 1) / 2
  const mean = samples.reduce((sum, { megabytes }) => sum + megabytes, 0) / samples.length
  const rise = samples.reduce((sum, { megabytes }, at) => sum + (at - middle) * (megabytes - mean), 0)
  const run = samples.reduce((sum, _, at) => sum + (at - middle) ** 2, 0)
  return (rise / run) * (samples.length - 1)
}
