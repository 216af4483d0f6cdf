import { statSync } from 'node:fs'
import { join } from 'node:path'
import { findRunning } from '../../electron/hosts/folder-lock.ts'
import type { Client } from '../../shared/contract/index.ts'
import { type Result, result } from './result.ts'

const QUIET_ANSWERS = 200
const TURNS = 3
const MEGABYTES = 100

/** A verified backup, reckoned for 100 MB, and by how much it holds up the longest of the answers asked for meanwhile. */
export async function backupFigures(folder: string, client: Client): Promise<Result[]> {
  const operator = (await findRunning(folder))?.client
  if (!operator) throw new Error('no running console')
  const megabytes = statSync(join(folder, 'chenxun.db')).size / 1e6
  const ask = () => client.patrols.day({})
  for (let time = 0; time < QUIET_ANSWERS; time++) await ask()
  const backups: number[] = []
  const held: number[] = []
  await operator.backups.make({})
  for (let turn = 0; turn < TURNS; turn++) {
    const quiet = await longest(ask, (count) => count >= QUIET_ANSWERS)
    let isMade = false
    const startedAt = performance.now()
    const made = operator.backups.make({}).then(() => {
      isMade = true
      backups.push(performance.now() - startedAt)
    })
    held.push((await longest(ask, () => isMade)) - quiet)
    await made
  }
  const middle = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0
  return [
    result('a verified backup of 100 MB', (middle(backups) / megabytes) * MEGABYTES, 0, 2000, 'ours'),
    result('longest answer during a backup, above its usual', Math.max(0, middle(held)), 0, 20, 'ours'),
  ]
}

async function longest(ask: () => Promise<unknown>, isDone: (count: number) => boolean): Promise<number> {
  let most = 0
  for (let count = 0; !isDone(count); count++) {
    const startedAt = performance.now()
    await ask()
    most = Math.max(most, performance.now() - startedAt)
  }
  return most
}
