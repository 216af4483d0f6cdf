import { describe, expect, it } from 'vitest'
import { callFailure } from '../../renderer/services/call-failure.ts'
import { type CallRules, rulesOf } from '../../renderer/services/call-rules.ts'
import { connectOver } from '../../renderer/services/connection.ts'
import { createLastingLink } from '../../renderer/services/lasting-link.ts'
import { type Carrier, createLine, type Line, type Link, LostError } from '../../renderer/services/line.ts'
import { followChanges } from '../../renderer/services/live-events.ts'
import { createSocketOpener } from '../../renderer/services/socket-carrier.ts'
import type { InputOf } from '../../shared/contract/index.ts'
import type { people } from '../../shared/contract/people.ts'
import { travelsAsFile } from '../../shared/file-calls.ts'
import { connectTestClient, signInHead, startTestLoopback } from '../harness/hosts.ts'

const QUICK: CallRules = { limitMs: 200, waitMs: 200, mayRepeat: true, isStream: false }
const NEWCOMER: InputOf<typeof people.add> = {
  name: '周小满',
  staffNo: null,
  post: 'teller',
  duties: [],
  joinedOn: null,
  certificateValidTo: null,
}
const CALL_OPTIONS = { context: {} }

/** A carrier whose death the test decides. */
function createTestCarrier(call: Link['call']): Carrier & { die(): void } {
  const listeners = new Set<() => void>()
  return {
    link: { call },
    onClosed(listener) {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    die() {
      for (const listener of [...listeners]) listener()
    },
  }
}

/** A line over these carriers, one after the other; then none. */
function lineOver(...carriers: Carrier[]): Line {
  return createLine(() => {
    const next = carriers.shift()
    return next ? Promise.resolve(next) : Promise.reject(new LostError())
  })
}

const never = () => new Promise<never>(() => {})

async function until(condition: () => boolean): Promise<void> {
  for (let waited = 0; !condition(); waited += 10) {
    if (waited > 10_000) throw new Error('It never came to be')
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
}

describe('a lasting link', () => {
  it('sends a read again once after the line was lost', async () => {
    let calls = 0
    const first = createTestCarrier(() => {
      calls += 1
      return never()
    })
    const second = createTestCarrier(() => {
      calls += 1
      return Promise.resolve(calls)
    })
    const link = createLastingLink({
      line: lineOver(first, second),
      rules: () => ({ ...QUICK, limitMs: 5_000, waitMs: 5_000 }),
    })
    const answer = link.call(['people', 'list'], {}, CALL_OPTIONS)
    await until(() => calls === 1)
    first.die()
    expect(await answer).toBe(2)
  })

  it('never sends a command twice', async () => {
    let calls = 0
    const count = () => {
      calls += 1
      return never()
    }
    const first = createTestCarrier(count)
    const link = createLastingLink({
      line: lineOver(first, createTestCarrier(count)),
      rules: () => ({ ...QUICK, mayRepeat: false }),
    })
    const answer = link.call(['people', 'add'], {}, CALL_OPTIONS)
    await until(() => calls === 1)
    first.die()
    await expect(answer).rejects.toMatchObject({ code: 'service-unavailable', data: { reason: 'serviceUnavailable' } })
    await new Promise((resolve) => setTimeout(resolve, 500))
    expect(calls).toBe(1)
  })

  it('gives up after the limit and tells the other side', async () => {
    let signal: AbortSignal | undefined
    const carrier = createTestCarrier((_path, _input, options) => {
      signal = options.signal
      return never()
    })
    const link = createLastingLink({ line: lineOver(carrier), rules: () => QUICK })
    await expect(link.call(['people', 'list'], {}, CALL_OPTIONS)).rejects.toMatchObject({
      code: 'timed-out',
      data: { reason: 'timedOut' },
    })
    expect(signal?.aborted).toBe(true)
  })

  it('does not wait for a line that does not come', async () => {
    const link = createLastingLink({ line: lineOver(), rules: () => QUICK })
    await expect(link.call(['people', 'list'], {}, CALL_OPTIONS)).rejects.toMatchObject({ code: 'service-unavailable' })
  })

  it('stops when its caller does, and says no more than that', async () => {
    const link = createLastingLink({
      line: lineOver(
        createTestCarrier(
          (_p, _i, { signal }) =>
            new Promise((_, reject) => signal?.addEventListener('abort', () => reject(signal.reason))),
        ),
      ),
      rules: () => QUICK,
    })
    const controller = new AbortController()
    const answer = link.call(['people', 'list'], {}, { context: {}, signal: controller.signal })
    setTimeout(() => controller.abort(new Error('left the screen')), 20)
    await expect(answer).rejects.toThrow('left the screen')
  })
})

describe('the rules of a call', () => {
  it.each([
    ['people.list', { limitMs: 20_000, mayRepeat: true }],
    ['people.add', { limitMs: 20_000, waitMs: 3_000, mayRepeat: false }],
    ['attachments.put', { limitMs: 120_000, mayRepeat: false }],
    ['reports.monthFile', { limitMs: 120_000, mayRepeat: false }],
    ['events.changes', { isStream: true, mayRepeat: false }],
    ['__proto__.toString', { mayRepeat: false }],
  ])('%s', (path, expected) => {
    expect(rulesOf(path.split('.'))).toMatchObject(expected)
  })

  it.each([
    [['attachments', 'read'], true],
    [['reports', 'monthFile'], true],
    [['people', 'list'], false],
    [['fileNames', 'list'], false],
    [[], false],
  ])('%j by fetch: %s', (path, expected) => {
    expect(travelsAsFile(path)).toBe(expected)
  })

  it('knows a failure of every kind', () => {
    expect(callFailure(new TypeError('fetch failed'))).toMatchObject({ code: 'service-unavailable' })
    expect(callFailure(new Error('?'))).toMatchObject({ code: 'internal', data: { reason: 'internal' } })
    expect(callFailure(undefined)).toMatchObject({ code: 'internal' })
  })
})

describe('over a real socket', () => {
  it('reconnects with a new ticket each time and goes on with calls', async () => {
    const host = await startTestLoopback()
    const surroundings = host.surroundings(await host.openTab())
    const sockets: WebSocket[] = []
    const line = createLine(
      createSocketOpener({
        ...surroundings,
        WebSocket: class extends (surroundings.WebSocket as new (url: string, protocols: string[]) => WebSocket) {
          constructor(url: string, protocols: string[]) {
            super(url, protocols)
            sockets.push(this)
          }
        },
      }),
    )
    const { client, state } = await connectOver(line, 'browser', surroundings)
    for (let round = 1; round <= 3; round += 1) {
      expect(await client.people.session({})).toMatchObject({ outlet: null })
      sockets.at(-1)?.close()
      await until(() => state.get() === 'lost')
      await until(() => state.get() === 'open')
      expect(sockets).toHaveLength(round + 1)
    }
  })

  it('opens the first socket of a new tab with the ticket that came with its token, once', async () => {
    const host = await startTestLoopback()
    const { token, ticket } = await host.claim()
    const asked: string[] = []
    const surroundings = host.surroundings(token)
    const line = createLine(
      createSocketOpener({
        ...surroundings,
        ticket,
        fetch: (input, init) => {
          asked.push(String(input))
          return surroundings.fetch(input, init)
        },
      }),
    )
    const { client } = await connectOver(line, 'browser', surroundings)
    expect(await client.people.session({})).toMatchObject({ outlet: null })
    expect(asked).toEqual([])
    await expect(createSocketOpener({ ...surroundings, ticket })()).rejects.toThrow()
  })

  it('answers what is under way when the host closes', async () => {
    const host = await startTestLoopback()
    const hashing: (() => void)[] = []
    host.ports.pinHash.hash = (pin) => new Promise((resolve) => hashing.push(() => resolve(`plain$${pin}`)))
    const { client, state } = await connectTestClient(host, await host.openTab())
    const answer = client.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    await new Promise((resolve) => setTimeout(resolve, 100))
    const closing = host.loopback.close()
    await new Promise((resolve) => setTimeout(resolve, 100))
    for (const finish of hashing) finish()
    await expect(answer).resolves.toMatchObject({ head: { name: '林予安' } })
    await closing
    await until(() => state.get() === 'lost')
  })

  it('follows changes in order, and reports a gap after a loss', async () => {
    const host = await startTestLoopback()
    const { client } = await connectTestClient(host, await host.openTab())
    const { head } = await client.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    const surroundings = host.surroundings(await host.openTab())
    let current: Carrier | undefined
    const sockets: WebSocket[] = []
    const open = createSocketOpener({
      ...surroundings,
      WebSocket: class extends (surroundings.WebSocket as new (url: string, protocols: string[]) => WebSocket) {
        constructor(url: string, protocols: string[]) {
          super(url, protocols)
          sockets.push(this)
        }
      },
    })
    const line = createLine(async () => {
      current = await open()
      return current
    })
    const watcher = await connectOver(line, 'browser', surroundings)
    await signInHead(watcher.client, head)
    const seen: string[] = []
    const stop = followChanges(
      watcher,
      (feature) => seen.push(feature),
      () => seen.push('gap'),
    )
    await new Promise((resolve) => setTimeout(resolve, 200))
    await watcher.client.people.add(NEWCOMER)
    await until(() => seen.length === 1)
    sockets[0]?.close()
    await until(() => seen.includes('gap'))
    await watcher.client.people.add(NEWCOMER)
    await until(() => seen.length === 3)
    expect(seen).toEqual(['people', 'gap', 'people'])
    stop()
    await watcher.client.people.add(NEWCOMER)
    await new Promise((resolve) => setTimeout(resolve, 100))
    expect(seen).toHaveLength(3)
  })
})
