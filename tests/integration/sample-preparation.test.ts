import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import { describe, expect, it, onTestFinished } from 'vitest'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { prepareSample } from '../../electron/hosts/sample-workspace.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { temporaryFolder } from '../harness/hosts.ts'

const NOW = Date.parse('2026-11-23T00:00:00Z')

function openConsole() {
  const folder = temporaryFolder()
  const { portsOf, close } = createPortsFactory(folder, { now: () => NOW })
  let prepared = 0
  const service = createService({
    open: portsOf,
    prepareSample: (onDay) => {
      prepared++
      return prepareSample(folder, NOW, onDay)
    },
  })
  onTestFinished(async () => {
    await service.close()
    await close()
  })
  const tab = (seat: string) => createRouterClient(service.router, { context: { seat } }) as Client
  return { folder, tab, timesPrepared: () => prepared }
}

describe('the sample outlet', () => {
  it('says how far it is, is given up when its asker hangs up, and then leaves nothing behind', async () => {
    const { folder, tab } = openConsole()
    const stop = new AbortController()
    const entering = tab('one').workspaces.enter({ workspace: 'sample' }, { signal: stop.signal })
    const ended = expect(entering).rejects.toThrow()
    const other = tab('two').workspaces
    await expect.poll(async () => (await other.sampleProgress({}))?.done ?? 0, { timeout: 30_000 }).toBeGreaterThan(1)
    const { done = 0, of = 0 } = (await other.sampleProgress({})) ?? {}
    expect(of).toBeGreaterThan(done)
    stop.abort()
    await ended
    await expect.poll(() => other.sampleProgress({})).toBeNull()
    expect(readdirSync(folder).filter((name) => name.startsWith('sample'))).toEqual([])
    expect(await tab('one').workspaces.current({})).toMatchObject({ workspace: 'own' })
  })

  it('is written once where two windows ask for it, and both get in', async () => {
    const { folder, tab, timesPrepared } = openConsole()
    await Promise.all(['one', 'two'].map((seat) => tab(seat).workspaces.enter({ workspace: 'sample' })))
    expect(timesPrepared()).toBe(1)
    expect(existsSync(join(folder, 'sample.db'))).toBe(true)
    for (const seat of ['one', 'two']) {
      expect(await tab(seat).workspaces.current({})).toMatchObject({ workspace: 'sample' })
    }
  })
})
