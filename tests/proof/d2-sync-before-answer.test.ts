import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet, PROOF_PIN, signInWalker } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'
import { missing } from '../harness/tools.ts'

const WRITES = 200
const SYSTEM_CALLS = 'fsync,fdatasync,pwrite64,write,writev,sendto,sendmsg'
const reason = missing('strace')

describe.skipIf(reason)(`D2 answers only what is on disk${reason ? ` (${reason})` : ''}`, () => {
  it('syncs the journal before every answer', async () => {
    const { answers, early } = await trace([])
    expect(answers).toBeGreaterThanOrEqual(WRITES)
    proved({ id: 'D2', runs: answers, bad: early })
  }, 180_000)

  it('would be caught answering before the sync', async () => {
    const { answers, early } = await trace(['--weak'])
    expect(early).toBeGreaterThan(answers * 0.9)
  }, 180_000)
})

/** A console under strace that is asked to write; how many answers left it, and how many of them with unsynced pages. */
async function trace(more: readonly string[]): Promise<{ answers: number; early: number }> {
  const folder = temporaryFolder()
  await buildProofOutlet(folder)
  const log = join(temporaryFolder(), 'calls.log')
  const under = ['strace', '-f', '-qq', '-y', '-s', '8', '-e', `trace=${SYSTEM_CALLS}`, '-o', log]
  const running = await startProofConsole(folder, { under, more })
  await write(running.clients[0] as Client)
  await running.kill()
  return unsyncedAnswers(readFileSync(log, 'utf8'), running.pid)
}

/** Every kind of write a person makes at the counter, one after another. */
async function write(client: Client): Promise<void> {
  await signInWalker(client, 0)
  const { patrols } = await client.patrols.day({})
  const uid = patrols[0]?.uid ?? ''
  const { items } = await client.patrols.sheet({ uid })
  const plain = items.filter(({ reading }) => !reading)
  const pins: [string, string] = [PROOF_PIN, '975312']
  for (let turn = 0; turn < WRITES; turn++) {
    const item = plain[turn % plain.length]?.id ?? ''
    const answer = { item, value: 'pass' as const, basedOn: Math.floor(turn / plain.length) }
    await client.patrols.answer({ uid, answers: [answer] })
    if (turn % 10 === 0) await client.rectifications.open({ ...PLAIN_TASK, description: `任务 ${turn}` })
    if (turn % 50 === 0) await client.patrols.setConditions({ on: patrols[0]?.on ?? '', conditions: {} })
    if (turn % 50 > 0) continue
    await client.people.changePin({ oldPin: pins[0], newPin: pins[1] })
    pins.reverse()
  }
}

/** Reads the trace of the thread that owns the database: journal written, journal synced, answer sent. */
function unsyncedAnswers(log: string, pid: number): { answers: number; early: number } {
  let isDirty = false
  let hasWritten = false
  const counts = { answers: 0, early: 0 }
  for (const line of log.split('\n')) {
    const [, thread, call, file] = /^(\d+) +(\w+)\(\d+<([^>]*)>/.exec(line) ?? []
    if (Number(thread) !== pid || !call || !file) continue
    if (file.endsWith('-wal')) {
      if (call === 'pwrite64') [isDirty, hasWritten] = [true, true]
      else isDirty = false
    } else if (file.startsWith('socket:') && hasWritten) {
      counts.answers++
      if (isDirty) counts.early++
      hasWritten = false
    }
  }
  return counts
}
