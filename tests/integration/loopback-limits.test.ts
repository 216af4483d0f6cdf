import { connect, type Socket } from 'node:net'
import { describe, expect, it, onTestFinished } from 'vitest'
import { postFromPage, sendRaw, startTestLoopback, type TestLoopback } from '../harness/hosts.ts'

async function answerTime(host: TestLoopback): Promise<number> {
  const startedAt = performance.now()
  const response = await fetch(host.origin)
  await response.text()
  expect(response.status).toBe(200)
  return performance.now() - startedAt
}

function openIdle(host: TestLoopback): Promise<Socket> {
  return new Promise((resolve, reject) => {
    const socket = connect(host.port, '127.0.0.1', () => resolve(socket))
    socket.on('error', reject)
  })
}

describe('limits', () => {
  it('refuses a body that is too long by what it says and by what it is', async () => {
    const host = await startTestLoopback()
    const token = await host.openTab()
    const long = { json: 'x'.repeat(2_000_001) }
    expect((await postFromPage(host.origin, '/rpc/people/session', { token, body: long })).status).toBe(413)
    expect((await postFromPage(host.origin, '/session', { body: { code: 'x'.repeat(5_000) } })).status).toBe(413)
    const said = await sendRaw(
      host.port,
      `POST /rpc/people/session HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.origin}\r\nX-Console: 1\r\n` +
        `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 2147483648\r\nConnection: close\r\n\r\n{`,
    )
    expect(said.status).toBe(413)
    expect(await answerTime(host)).toBeLessThan(500)
  })

  it('refuses what is nested too deep, by post and by socket, before anybody parses it', async () => {
    const host = await startTestLoopback()
    const token = await host.openTab()
    const deep = JSON.parse(`${'['.repeat(100)}${']'.repeat(100)}`) as unknown
    const answer = await postFromPage(host.origin, '/rpc/people/session', { token, body: { json: deep } })
    expect([answer.status, await answer.json()]).toEqual([400, { error: 'depth' }])
    for (const text of [`{"json":${'['.repeat(100)}${']'.repeat(100)}}`, `{"json":"${'x'.repeat(2_000_001)}"}`]) {
      const form = new FormData()
      form.set('data', text)
      const headers = { 'x-console': '1', authorization: `Bearer ${token}` }
      const init = { method: 'POST', headers, body: form }
      const parts = await host.surroundings(token).fetch(`${host.origin}/rpc/imports/previewFile`, init)
      expect([parts.status, await parts.json()]).toEqual([400, { error: 'depth' }])
    }
    const { ticket } = (await (await postFromPage(host.origin, '/socket-ticket', { token })).json()) as {
      ticket: string
    }
    const { origin, WebSocket } = host.surroundings(token)
    const socket = new WebSocket(`${origin.replace(/^http/, 'ws')}/socket`, ['chenxun', `ticket.${ticket}`])
    const closed = new Promise<number>((resolve) => {
      socket.onclose = ({ code }) => resolve(code)
    })
    socket.onopen = () => socket.send('['.repeat(100_000))
    expect(await closed).toBe(1008)
    expect(host.ports.failures).toEqual([])
  })

  it('answers others while a body trickles in and a thousand sockets say nothing', async () => {
    const host = await startTestLoopback()
    const token = await host.openTab()
    const slow = await openIdle(host)
    slow.write(
      `POST /rpc/people/session HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nOrigin: ${host.origin}\r\nX-Console: 1\r\n` +
        `Authorization: Bearer ${token}\r\nContent-Type: application/json\r\nContent-Length: 1000\r\n\r\n{`,
    )
    const idle = await Promise.all(Array.from({ length: 1_000 }, () => openIdle(host)))
    onTestFinished(() => {
      for (const socket of [slow, ...idle]) socket.destroy()
    })
    expect(await answerTime(host)).toBeLessThan(500)
  })

  it('hangs up on a socket that never finishes its headers', async () => {
    const host = await startTestLoopback()
    const socket = await openIdle(host)
    socket.write('GET / HTTP/1.1\r\nHost: ')
    const startedAt = performance.now()
    await new Promise((resolve) => {
      socket.resume()
      socket.on('close', resolve)
    })
    expect(performance.now() - startedAt).toBeLessThan(15_000)
  })

  it('closes a web socket that no longer answers', async () => {
    const { WebSocket } = await import('ws')
    const host = await startTestLoopback({ pingMs: 100 })
    const token = await host.openTab()
    const { ticket } = (await (await postFromPage(host.origin, '/socket-ticket', { token })).json()) as {
      ticket: string
    }
    const socket = new WebSocket(`${host.origin.replace('http', 'ws')}/socket`, ['chenxun', `ticket.${ticket}`], {
      origin: host.origin,
      autoPong: false,
    })
    await expect(new Promise((resolve) => socket.on('close', resolve))).resolves.toBe(1006)
  })
})
