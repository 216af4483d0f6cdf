import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet, signInWalker } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'
import { missing } from '../harness/tools.ts'

const ROOT = join(import.meta.dirname, '../..')
const LIVE = /chenxun\.db(-wal|-shm)?$/
const reason = missing('strace')

describe('D11 lets nothing but SQLite open the live files', () => {
  it.skipIf(reason)(
    `while a console works${reason ? ` (${reason})` : ''}`,
    async () => {
      const folder = temporaryFolder()
      await buildProofOutlet(folder)
      const log = join(temporaryFolder(), 'opens.log')
      const under = ['strace', '-f', '-qq', '-s', '300', '-e', 'trace=open,openat,openat2', '-o', log]
      const running = await startProofConsole(folder, { under })
      await work(running.clients[0] as Client)
      await running.kill()
      const opens = readFileSync(log, 'utf8')
        .split('\n')
        .flatMap((line) => {
          const path = /"([^"]+)"/.exec(line)?.[1] ?? ''
          return LIVE.test(path) ? [{ path, line }] : []
        })
      expect(opens.length).toBeGreaterThanOrEqual(3)
      // SQLite's own handles say O_NOFOLLOW; Node's never do.
      const foreign = opens.filter(({ line }) => !line.includes('O_NOFOLLOW'))
      expect(foreign).toEqual([])
      proved({ id: 'D11', runs: opens.length, bad: foreign.length })
    },
    120_000,
  )

  it('because no second copy of SQLite is ever brought into the process', () => {
    const sources = ['electron', 'shared'].flatMap((top) =>
      readdirSync(join(ROOT, top), { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
        .map((entry) => join(entry.parentPath, entry.name)),
    )
    const guilty = sources.filter((path) => /node:sqlite|['"]sqlite3?['"]|sql\.js/.test(readFileSync(path, 'utf8')))
    expect(guilty).toEqual([])
    proved({ id: 'D11', runs: sources.length, bad: guilty.length })
  })
})

/** Everything a person does at the counter that touches the disk. */
async function work(client: Client): Promise<void> {
  await signInWalker(client, 0)
  const { patrols } = await client.patrols.day({})
  const uid = patrols[0]?.uid ?? ''
  const { items } = await client.patrols.sheet({ uid })
  const item = items.find(({ reading }) => !reading)?.id ?? ''
  await client.patrols.answer({ uid, answers: [{ item, value: 'fail', note: '缺一件', basedOn: 0 }] })
  await client.patrols.search({ text: '缺一件' })
  await client.workspaces.current({})
  await client.today.overview({})
  await client.reports.renderFile({ kind: 'patrol-summary', month: '2026-11', format: 'xlsx' })
}
