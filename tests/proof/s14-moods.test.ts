import { cpSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { createService, type Service } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { NOTICE_VERSION } from '../../shared/contract/moods.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { buildProofOutlet, PROOF_NOW, PROOF_PIN, proofPorts } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'

const DAY_MS = 86_400_000
const SETTLED_MS = 31_000
const PASSPHRASE = '柳岸路 的 春天 1987'
/** Stand in no text of the console, only where somebody chose them. */
const CAUSES = ['"queue-rush"', '"care-duty"', '"money"', '"unfair"']

interface Running {
  service: Service
  ports: ReturnType<typeof proofPorts>
  head: Client
  teller: Client
  tellerUid: string
  pass(days: number): Promise<void>
}

async function run(folder: string): Promise<Running> {
  await buildProofOutlet(folder)
  vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
  let now = PROOF_NOW
  const ports = proofPorts(folder, { now: () => now })
  const service = createService({ open: () => ports, leavesIdleSeats: false })
  const client = (seat: string) => createRouterClient(service.router, { context: { seat } }) as Client
  const head = client('head')
  const teller = client('teller')
  const choices = await head.people.signInChoices({})
  const uidOf = (name: string) => choices.find((one) => one.name === name)?.uid ?? ''
  await head.people.signIn({ personUid: uidOf('林予安'), pin: PROOF_PIN })
  await teller.people.signIn({ personUid: uidOf('许一诺'), pin: PROOF_PIN })
  await head.moods.openSeries({ mode: 'named' })
  await teller.moods.consent({ notice: NOTICE_VERSION })
  return {
    ...{ service, ports, head, teller, tellerUid: uidOf('许一诺') },
    // The last day by itself: on the day a clock has leapt nothing is destroyed.
    async pass(days) {
      for (const leap of [days - 1, 1]) {
        now += leap * DAY_MS
        await service.tick()
      }
      vi.advanceTimersByTime(SETTLED_MS)
    },
  }
}

/** Reads a copy of the closed folder: the live files belong to SQLite alone. */
function findIn(folder: string, words: readonly string[], where: RegExp): string[] {
  const copy = temporaryFolder()
  cpSync(folder, copy, { recursive: true })
  return readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .filter((path) => where.test(path.slice(copy.length)))
    .flatMap((path) => {
      const bytes = readFileSync(path)
      return words.filter((word) => bytes.includes(word)).map((word) => `${word} in ${path.slice(copy.length)}`)
    })
}

const ANYWHERE = /./
/** The live file and its log, not the copies. */
const LIVE = /chenxun\.db/

describe('S14 moods are truly gone', () => {
  afterEach(() => void vi.useRealTimers())

  it('S14 without a vault: what was said stands in the live file alone, in no backup, and after its days nowhere', async () => {
    const folder = temporaryFolder()
    const { service, head, teller, pass } = await run(folder)
    for (const [index, cause] of CAUSES.entries()) {
      await teller.moods.checkIn({ moment: 'arrival', level: (index % 5) + 1, tags: [JSON.parse(cause) as string] })
      vi.useRealTimers()
      await head.backups.make({})
      vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
      await pass(1)
    }
    const inBackups = findIn(folder, CAUSES, /backups/)
    const kept = await teller.moods.mine({})
    expect(kept.answers).toHaveLength(CAUSES.length)
    await pass(91)
    expect((await teller.moods.mine({})).answers).toEqual([])
    vi.useRealTimers()
    service.close()
    const left = findIn(folder, CAUSES, ANYWHERE)
    expect([...inBackups, ...left]).toEqual([])
    proved({ id: 'S14', runs: 2 * CAUSES.length, bad: inBackups.length + left.length })
  })

  it('S14 finds what is still within its days, so it would find what was left', async () => {
    const folder = temporaryFolder()
    const { service, teller } = await run(folder)
    await teller.moods.checkIn({ moment: 'arrival', level: 2, tags: ['queue-rush'] })
    vi.useRealTimers()
    service.close()
    expect(findIn(folder, CAUSES, LIVE)).toHaveLength(1)
  })

  it('S14 with a vault: no word lies open anywhere, and after its days no backup opens it', async () => {
    const folder = temporaryFolder()
    const { service, ports, head, teller, tellerUid, pass } = await run(folder)
    await head.vault.setUp({ passphrase: PASSPHRASE })
    const note = '照顾老人-哨兵词-kx7q'
    await teller.moods.checkIn({ moment: 'arrival', level: 1, tags: ['queue-rush', 'money'] })
    await head.moods.openCare({ pin: PROOF_PIN })
    await head.moods.recordTalk({ person: tellerUid, outcome: 'talked', nextOn: null, actions: [], note })
    vi.useRealTimers()
    await head.backups.make({})
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] })
    const read = (column: string, table: string) =>
      ports.database.prepare(`SELECT ${column} FROM ${table}`).pluck().get() as string
    const answer = { table: 'mood_answer', row: `${read('staff_id', 'mood_answer')}/2026-11-23/arrival/1` }
    const cells = [
      [`${tellerUid}/level/2026-11-23`, { ...answer, column: 'content' }, read('content', 'mood_answer')],
      [`${tellerUid}/tags/2026-11-23`, { ...answer, column: 'sensitive' }, read('sensitive', 'mood_answer')],
      [
        `${tellerUid}/care/2026-11-23`,
        { table: 'care_talk', row: read('id', 'care_talk'), column: 'note' },
        read('note', 'care_talk'),
      ],
    ] as const
    const opened = () =>
      cells.map(([key, cell, sealed]) => {
        try {
          return ports.vault.open(key, { ...cell, row: String(cell.row) }, sealed).length > 0
        } catch {
          return false
        }
      })
    expect(opened()).toEqual([true, true, true])
    await pass(38)
    expect(opened()).toEqual([true, false, true])
    await pass(60)
    expect(opened()).toEqual([false, false, true])
    await pass(90)
    const after = opened()
    expect(after).toEqual([false, false, false])
    vi.useRealTimers()
    service.close()
    const left = findIn(folder, [...CAUSES, note], ANYWHERE)
    expect(left).toEqual([])
    proved({ id: 'S14', runs: cells.length + CAUSES.length + 1, bad: left.length + after.filter(Boolean).length })
  })
})
