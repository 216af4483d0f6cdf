import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '../../electron/service/database/open-database.ts'
import type { Client } from '../../shared/contract/index.ts'
import { messages as en } from '../../shared/messages/en/index.ts'
import { messages as zh } from '../../shared/messages/zh-CN/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { PLAIN_TASK } from '../harness/plain-task.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet, signInWalker } from '../harness/proof-outlet.ts'
import { proved, times } from '../harness/proved.ts'
import { whyNoMount } from '../harness/tools.ts'

const DISK_MEGABYTES = 12
const TURNS = times(3, 30)
const reason = whyNoMount()

describe.skipIf(reason)(`D5 goes on after a full disk${reason ? ` (${reason})` : ''}`, () => {
  it('warns before, says so in a sentence, keeps what was saved and works again when there is room', async () => {
    const folder = smallDisk()
    await buildProofOutlet(join(folder, 'data'))
    let bad = 0
    for (let turn = 0; turn < TURNS; turn++) {
      const running = await startProofConsole(join(folder, 'data'))
      const [client] = running.clients as [Client]
      await signInWalker(client, 0)
      expect((await client.workspaces.current({})).isRoomLow).toBe(true)
      const before = await saveUntilItFails(client, folder)
      rmSync(join(folder, 'ballast'))
      const after = await openTask(client)
      await running.kill()
      bad += before.faults.length + lostIn(join(folder, 'data'), [...before.saved, after])
    }
    proved({ id: 'D5', runs: TURNS, bad })
  }, 180_000)

  it('starts on a full disk with a sentence, and again when there is room', async () => {
    const folder = smallDisk()
    await buildProofOutlet(join(folder, 'data'))
    fill(folder)
    const first = await startProofConsole(join(folder, 'data')).catch((error: unknown) => String(error))
    if (typeof first === 'string') expect(first).toMatch(/SQLITE_FULL|ENOSPC|disk/)
    else await first.kill()
    rmSync(join(folder, 'ballast'))
    const again = await startProofConsole(join(folder, 'data'))
    await again.kill()
    expect(lostIn(join(folder, 'data'), [])).toBe(0)
  })

  it('never offers to delete records', () => {
    for (const text of [zh.errors.storageFull, zh.shell.roomLow, en.errors.storageFull, en.shell.roomLow]) {
      expect(text).not.toMatch(/删|清空|重置|delete|erase|reset/i)
    }
  })
})

function smallDisk(): string {
  const folder = join(temporaryFolder(), 'disk')
  mkdirSync(folder)
  execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${DISK_MEGABYTES}m`, 'tmpfs', folder])
  onTestFinished(() => void execFileSync('umount', ['-l', folder]))
  mkdirSync(join(folder, 'data'))
  return folder
}

/** Leaves not a block free. */
function fill(folder: string): void {
  const { bavail, bsize } = statfsSync(folder)
  try {
    writeFileSync(join(folder, 'ballast'), new Uint8Array(bavail * bsize))
  } catch {
    cpSync(join(folder, 'ballast'), join(folder, 'ballast'), { force: true })
  }
}

async function saveUntilItFails(client: Client, folder: string): Promise<{ saved: string[]; faults: string[] }> {
  const saved: string[] = []
  const faults: string[] = []
  saved.push(await openTask(client))
  fill(folder)
  for (let turn = 0; turn < 400; turn++) {
    try {
      saved.push(await openTask(client))
    } catch (error) {
      const { code } = error as { code?: string }
      if (code !== 'storage-full') faults.push(`failed with ${code}`)
      return { saved, faults }
    }
  }
  faults.push('never failed')
  return { saved, faults }
}

async function openTask(client: Client): Promise<string> {
  const { uid } = await client.rectifications.open({
    ...PLAIN_TASK,
    description: '磁盘将满时记下的一条任务，写得长一些'.repeat(20),
  })
  return uid
}

function lostIn(folder: string, uids: readonly string[]): number {
  const database = openDatabase(join(folder, 'chenxun.db'))
  const kept = new Set(database.prepare('SELECT uid FROM rectification').pluck().all())
  const isDamaged = database.pragma('quick_check', { simple: true }) !== 'ok'
  database.close()
  return uids.filter((uid) => !kept.has(uid)).length + Number(isDamaged)
}
