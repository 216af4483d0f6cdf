import { existsSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { prepareDataFolder } from '../../electron/hosts/data-folder.ts'
import { FolderInUseError, findRunning, lockFolder } from '../../electron/hosts/folder-lock.ts'
import { controlAddress } from '../../electron/hosts/lock/control-address.ts'
import { serve } from '../../electron/hosts/serve.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { spawnForTest } from '../harness/spawned.ts'

const HOLDER = join(import.meta.dirname, '../harness/hosts-holder.ts')

interface Outcome {
  won: boolean
  pid?: number
  holder?: { pid: number; user: string }
}

async function outcomeOf(folder: string) {
  const process_ = spawnForTest(process.execPath, [HOLDER, folder])
  const line = await process_.nextLine()
  if (!line) throw new Error(process_.stderr())
  return { ...process_, outcome: JSON.parse(line) as Outcome }
}

async function serveForTest(folder: string) {
  const serving = await serve({ dataFolder: folder })
  let isClosed = false
  const close = async () => {
    if (!isClosed) await serving.close()
    isClosed = true
  }
  onTestFinished(close)
  return { ...serving, close }
}

describe('one process per data folder', () => {
  it('has exactly one winner of twenty starts, and every loser can name it', async () => {
    const folder = temporaryFolder()
    const all = await Promise.all(Array.from({ length: 20 }, () => outcomeOf(folder)))
    const winners = all.filter(({ outcome }) => outcome.won)
    expect(winners).toHaveLength(1)
    for (const { outcome } of all) {
      if (!outcome.won) expect(outcome.holder).toMatchObject({ pid: winners[0]?.outcome.pid, user: expect.any(String) })
    }
  })

  it('has exactly one winner again after the holder was killed, whatever it left behind', async () => {
    const folder = temporaryFolder()
    const first = await outcomeOf(folder)
    first.child.kill('SIGKILL')
    await first.ended
    expect(existsSync(controlAddress(folder))).toBe(true)
    const all = await Promise.all(Array.from({ length: 8 }, () => outcomeOf(folder)))
    expect(all.filter(({ outcome }) => outcome.won)).toHaveLength(1)
  })

  it('is not fooled by a symlink', async () => {
    const folder = temporaryFolder()
    const link = join(temporaryFolder(), 'link')
    symlinkSync(folder, link)
    const lock = await lockFolder(prepareDataFolder(folder), 'command')
    onTestFinished(() => lock.release())
    await expect(lockFolder(prepareDataFolder(link), 'command')).rejects.toThrow(FolderInUseError)
  })

  it('holds in a folder whose path is too long for a socket', async () => {
    const folder = join(temporaryFolder(), 'x'.repeat(120), '晨巡数据')
    mkdirSync(folder, { recursive: true })
    const real = prepareDataFolder(folder)
    expect(controlAddress(real)).not.toContain(real)
    expect(Buffer.byteLength(controlAddress(real))).toBeLessThanOrEqual(104)
    const lock = await lockFolder(real, 'command')
    onTestFinished(() => lock.release())
    await expect(lockFolder(real, 'command')).rejects.toThrow(FolderInUseError)
  })

  it('takes over a socket that nobody listens on, and a plain file in its place', async () => {
    const folder = prepareDataFolder(temporaryFolder())
    writeFileSync(controlAddress(folder), 'not a socket')
    const lock = await lockFolder(folder, 'command')
    expect(await findRunning(folder)).toBeDefined()
    await lock.release()
    expect(await findRunning(folder)).toBeUndefined()
    await (await lockFolder(folder, 'command')).release()
  })

  it('names no holder where something else answers on the socket', async () => {
    const folder = prepareDataFolder(temporaryFolder())
    const impostor = createServer((socket) => socket.end('HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n'))
    await new Promise<void>((resolve) => impostor.listen(controlAddress(folder), resolve))
    onTestFinished(() => void impostor.close())
    expect(await findRunning(folder)).toBeUndefined()
  })
})

describe('a second start', () => {
  it('gets a launch code of its own from the running console', async () => {
    const folder = temporaryFolder()
    const serving = await serveForTest(folder)
    const failure = await serve({ dataFolder: folder }).catch((error: unknown) => error)
    expect(failure).toBeInstanceOf(FolderInUseError)
    const { holder, control } = failure as FolderInUseError
    expect(holder).toMatchObject({ pid: process.pid, shell: 'browser', url: new URL('/', serving.url).href })
    expect(JSON.stringify(holder)).not.toContain(serving.url.split('#launch=')[1])
    const url = await control.newLaunchUrl()
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]{43}$/)
    expect(url).not.toBe(serving.url)
    expect(await control.show()).toBe(false)
  })

  it('may call the whole contract as the operator', async () => {
    const folder = temporaryFolder()
    const serving = await serveForTest(folder)
    const control = await findRunning(prepareDataFolder(folder))
    const client = control?.client
    expect(await client?.people.session({})).toMatchObject({ outlet: null, person: null })
    await client?.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    expect(await client?.people.list({})).toMatchObject([{ name: '林予安' }])
    await expect(client?.people.update({} as never)).rejects.toMatchObject({ code: 'invalid-input' })
    await serving.close()
    await expect(client?.people.session({})).rejects.toThrow()
  })

  it('keeps its folder to the user who owns it', async () => {
    const folder = join(temporaryFolder(), 'made')
    const serving = await serveForTest(folder)
    expect(statSync(folder).mode & 0o777).toBe(0o700)
    for (const name of ['chenxun.db', 'chenxun.lock', 'control.sock', 'logs/chenxun.log']) {
      expect(statSync(join(folder, name)).mode & 0o077, name).toBe(0)
    }
    await serving.close()
    expect(existsSync(join(folder, 'control.sock'))).toBe(false)
  })
})
