import { spawn } from 'node:child_process'
import { linkSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, it } from 'vitest'
import { bundled } from '../harness/bundled.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'

const STARTS = 100

interface Outcome {
  won: boolean
  pid?: number
  holder?: { pid: number; user: string }
}

it('D9 has one winner of a hundred starts at once, by every name of the folder, and the losers name it', async () => {
  const script = await bundled(join(import.meta.dirname, '../harness/hosts-holder.ts'))
  const home = temporaryFolder()
  const folder = join(home, 'data')
  mkdirSync(folder)
  symlinkSync(folder, join(home, 'other-name'))
  const names = [folder, join(home, 'other-name'), join(home, '.', 'data', '..', 'data')]
  const children = Array.from({ length: STARTS }, (_, index) =>
    spawn(process.execPath, [script, names[index % names.length] ?? folder], { stdio: ['ignore', 'pipe', 'ignore'] }),
  )
  try {
    const outcomes = await Promise.all(
      children.map(async (child) => {
        const { value } = await createInterface({ input: child.stdout })[Symbol.asyncIterator]().next()
        return JSON.parse((value as string | undefined) ?? '{"won":false}') as Outcome
      }),
    )
    const winners = outcomes.filter(({ won }) => won)
    expect(winners).toHaveLength(1)
    const blind = outcomes.filter(({ won, holder }) => !won && holder?.pid !== winners[0]?.pid)
    proved({ id: 'D9', runs: STARTS, bad: blind.length + Math.abs(winners.length - 1) })
  } finally {
    for (const child of children) child.kill('SIGKILL')
  }
}, 240_000)

it('D9 holds through a hard link of the lock file', async () => {
  const script = await bundled(join(import.meta.dirname, '../harness/hosts-holder.ts'))
  const [first, second] = [temporaryFolder(), temporaryFolder()]
  const holder = spawn(process.execPath, [script, first], { stdio: ['ignore', 'pipe', 'ignore'] })
  await createInterface({ input: holder.stdout })[Symbol.asyncIterator]().next()
  linkSync(join(first, 'chenxun.lock'), join(second, 'chenxun.lock'))
  const { tryLockFile } = await import('../../electron/hosts/lock/lock-file.ts')
  const taken = tryLockFile(second)
  taken?.release()
  holder.kill('SIGKILL')
  proved({ id: 'D9', runs: 1, bad: Number(taken !== undefined) })
})
