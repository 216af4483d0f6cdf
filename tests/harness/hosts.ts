import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'
import { WebSocket as NodeWebSocket } from 'ws'
import { type Loopback, startLoopback } from '../../electron/hosts/loopback.ts'
import { createService, type Service } from '../../electron/service/service.ts'
import { connectOver } from '../../renderer/services/connection.ts'
import { createLine } from '../../renderer/services/line.ts'
import { createSocketOpener, type SocketSurroundings } from '../../renderer/services/socket-carrier.ts'
import type { ClaimedTab } from '../../renderer/services/tab-session.ts'
import type { Client } from '../../shared/contract/index.ts'
import { createTestPorts, type TestPorts } from './test-ports.ts'

export interface TestLoopback {
  loopback: Loopback
  origin: string
  port: number
  ports: TestPorts
  service: Service
  newLaunchCode(): string
  /** Exchanges a fresh launch code. */
  claim(): Promise<Required<ClaimedTab>>
  openTab(): Promise<string>
  /** What the renderer has, from the view of its own page. */
  surroundings(token: string): SocketSurroundings
}

/** A folder that goes with the test. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-test-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** A page of the size of nothing, with one hashed asset. */
export function makeTrivialPage(folder = temporaryFolder()): string {
  mkdirSync(join(folder, 'assets'), { recursive: true })
  writeFileSync(
    join(folder, 'index.html'),
    '<!doctype html><html><head><meta name="csp-nonce" content="__CSP_NONCE__"><title>trivial</title></head><body>SECRET-PAGE</body></html>',
  )
  writeFileSync(join(folder, 'assets', 'index-a1B2c3D4.js'), 'window.loaded = true // SECRET-ASSET')
  writeFileSync(join(folder, 'plain.txt'), 'SECRET-TEXT')
  return folder
}

export async function startTestLoopback(
  more: { port?: number; pageFolder?: string; pingMs?: number; ports?: TestPorts } = {},
): Promise<TestLoopback> {
  const ports = more.ports ?? createTestPorts()
  const service = createService({ open: () => ports })
  const loopback = await startLoopback({
    service,
    clock: ports.clock,
    pageFolder: more.pageFolder ?? makeTrivialPage(),
    port: more.port ?? 0,
    pingMs: more.pingMs ?? 25_000,
    onFailure: (error) => ports.failures.push(error),
  })
  let isClosed = false
  const close = loopback.close
  loopback.close = async () => {
    if (!isClosed) await close()
    isClosed = true
  }
  onTestFinished(() => loopback.close())
  const origin = loopback.url.slice(0, -1)
  const newLaunchCode = () => loopback.newLaunchUrl().split('#launch=')[1] ?? ''
  const claim = async () =>
    (await (await postFromPage(origin, '/session', { body: { code: newLaunchCode() } })).json()) as Required<ClaimedTab>
  return {
    loopback,
    origin,
    port: Number(new URL(loopback.url).port),
    ports,
    service,
    newLaunchCode,
    claim,
    openTab: async () => (await claim()).token,
    surroundings: (token) => ({
      origin,
      token,
      fetch: pageFetch(origin),
      WebSocket: pageSocket(origin),
    }),
  }
}

export async function connectTestClient(host: TestLoopback, token: string) {
  const surroundings = host.surroundings(token)
  const line = createLine(createSocketOpener(surroundings))
  return { line, ...(await connectOver(line, 'browser', surroundings)) }
}

interface NewHead {
  uid: string
  oneTimePin: string
}

/** Signs the head of a new outlet in and gives them a PIN of their own. */
export async function signInHead({ people }: Client, { uid, oneTimePin }: NewHead): Promise<void> {
  await people.signIn({ personUid: uid, pin: oneTimePin })
  await people.changePin({ oldPin: oneTimePin, newPin: '246810' })
}

/** `fetch` as a page of this origin does it. */
export function pageFetch(origin: string): typeof fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    request.headers.set('origin', origin)
    request.headers.set('sec-fetch-site', 'same-origin')
    return fetch(request)
  }
}

export function pageSocket(origin: string): SocketSurroundings['WebSocket'] {
  return class extends NodeWebSocket {
    constructor(url: string, protocols: string[]) {
      super(url, protocols, { origin })
    }
  } as unknown as SocketSurroundings['WebSocket']
}

export function postFromPage(
  origin: string,
  path: string,
  { token, body = {}, headers = {} }: { token?: string; body?: unknown; headers?: Record<string, string> } = {},
): Promise<Response> {
  return fetch(origin + path, {
    method: 'POST',
    headers: {
      origin,
      'content-type': 'application/json',
      'x-console': '1',
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    body: JSON.stringify(body),
  })
}

export interface RawAnswer {
  status: number
  head: string
  body: string
}

/** Bytes as they are, for what no decent client would send. */
export function sendRaw(port: number, text: string): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.setEncoding('utf8')
    socket.on('data', (chunk: string) => {
      received += chunk
    })
    socket.on('error', reject)
    socket.on('close', () => {
      const [head = '', ...body] = received.split('\r\n\r\n')
      resolve({ status: Number(head.split(' ')[1] ?? 0), head, body: body.join('\r\n\r\n') })
    })
    socket.end(text)
  })
}
