import { describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { LAUNCH_CODE_MS, SOCKET_TICKET_MS, TAB_TOKEN_MS } from '../../electron/hosts/loopback/access.ts'
import { connectTestClient, postFromPage, sendRaw, startTestLoopback, type TestLoopback } from '../harness/hosts.ts'

async function exchange(host: TestLoopback, code: unknown): Promise<number> {
  return (await postFromPage(host.origin, '/session', { body: { code } })).status
}

async function newTicket(host: TestLoopback, token: string): Promise<string> {
  const response = await postFromPage(host.origin, '/socket-ticket', { token })
  return ((await response.json()) as { ticket: string }).ticket
}

/** 101 when it opened, else the status of the refusal. */
function openSocket(
  host: TestLoopback,
  protocols: string[],
  origin: string | undefined = host.origin,
): Promise<number> {
  const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/socket`, protocols, origin ? { origin } : {})
  return new Promise((resolve, reject) => {
    socket.on('open', () => {
      expect(socket.protocol).toBe('chenxun')
      socket.close()
      resolve(101)
    })
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0))
    socket.on('error', reject)
  })
}

describe('a launch code', () => {
  it('stands in the fragment, has 256 bits and opens one tab once', async () => {
    const host = await startTestLoopback()
    const url = new URL(host.loopback.newLaunchUrl())
    expect(url.search).toBe('')
    const code = url.hash.slice('#launch='.length)
    expect(Buffer.from(code, 'base64url')).toHaveLength(32)
    expect(await exchange(host, code)).toBe(200)
    expect(await exchange(host, code)).toBe(401)
  })

  it('is worth nothing after ten minutes, nor when the clock was set back', async () => {
    const host = await startTestLoopback()
    const [late, nearly, early] = [host.newLaunchCode(), host.newLaunchCode(), host.newLaunchCode()]
    host.ports.advance(-1)
    expect(await exchange(host, early)).toBe(401)
    host.ports.advance(LAUNCH_CODE_MS)
    expect(await exchange(host, nearly)).toBe(200)
    host.ports.advance(1)
    expect(await exchange(host, late)).toBe(401)
  })

  it.each([undefined, null, '', 'wrong', 1, {}, [], 'A'.repeat(43)])('cannot be %j', async (code) => {
    expect(await exchange(await startTestLoopback(), code)).toBe(401)
  })

  it('gives each tab a seat of its own', async () => {
    const host = await startTestLoopback()
    const tokens = [await host.openTab(), await host.openTab()]
    expect(new Set(tokens).size).toBe(2)
  })
})

describe('a tab token', () => {
  it('lives as long as it is used, and no longer', async () => {
    const host = await startTestLoopback()
    const token = await host.openTab()
    const ask = async () => (await postFromPage(host.origin, '/socket-ticket', { token })).status
    host.ports.advance(TAB_TOKEN_MS - 1)
    expect(await ask()).toBe(200)
    host.ports.advance(TAB_TOKEN_MS - 1)
    expect(await ask()).toBe(200)
    host.ports.advance(TAB_TOKEN_MS)
    expect(await ask()).toBe(401)
  })
})

describe('a tab left open', () => {
  it('may be loaded again however long its socket was open', async () => {
    const host = await startTestLoopback({ pingMs: 20 })
    const token = await host.openTab()
    await connectTestClient(host, token)
    for (let day = 0; day < 3; day += 1) {
      host.ports.advance(TAB_TOKEN_MS - 1)
      await new Promise((resolve) => setTimeout(resolve, 100))
    }
    expect((await postFromPage(host.origin, '/socket-ticket', { token })).status).toBe(200)
  })
})

describe('a socket', () => {
  it('opens with a ticket once', async () => {
    const host = await startTestLoopback()
    const ticket = await newTicket(host, await host.openTab())
    expect(await openSocket(host, ['chenxun', `ticket.${ticket}`])).toBe(101)
    expect(await openSocket(host, ['chenxun', `ticket.${ticket}`])).toBe(401)
  })

  it('does not open with an old ticket, none, a tab token or a launch code', async () => {
    const host = await startTestLoopback()
    const token = await host.openTab()
    const ticket = await newTicket(host, token)
    host.ports.advance(SOCKET_TICKET_MS)
    const offers = [
      ['chenxun', `ticket.${ticket}`],
      ['chenxun'],
      ['chenxun', 'ticket.'],
      ['chenxun', `ticket.${token}`],
      ['chenxun', `ticket.${host.newLaunchCode()}`],
    ]
    for (const protocols of offers) expect(await openSocket(host, protocols)).toBe(401)
  })

  it('does not open for a page of another port, of another site or of none, and the ticket stays good', async () => {
    const host = await startTestLoopback()
    const ticket = await newTicket(host, await host.openTab())
    for (const origin of [
      'http://127.0.0.1:1',
      'http://evil.example',
      host.origin.replace('127.0.0.1', 'localhost'),
      'null',
      '',
    ]) {
      expect(await openSocket(host, ['chenxun', `ticket.${ticket}`], origin), origin).toBe(403)
    }
    expect(await openSocket(host, ['chenxun', `ticket.${ticket}`])).toBe(101)
  })

  it('does not open under a foreign host or at another address', async () => {
    const host = await startTestLoopback()
    const upgrade = (path: string, name: string) =>
      sendRaw(
        host.port,
        `GET ${path} HTTP/1.1\r\nHost: ${name}\r\nOrigin: http://${name}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n` +
          'Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\nSec-WebSocket-Protocol: chenxun\r\n\r\n',
      )
    expect((await upgrade('/socket', `evil.example:${host.port}`)).status).toBe(403)
    expect((await upgrade('/socket', `127.0.0.1:${host.port + 1}`)).status).toBe(403)
    expect((await upgrade('/elsewhere', `127.0.0.1:${host.port}`)).status).toBe(404)
    expect((await upgrade('//evil.example/socket', `127.0.0.1:${host.port}`)).status).toBe(403)
  })
})
