import { describe, expect, it } from 'vitest'
import { contract } from '../../shared/contract/index.ts'
import { postFromPage, sendRaw, startTestLoopback, type TestLoopback } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'

const ROUTES = [
  'GET /',
  'GET /index.html',
  'GET /patrols',
  'GET /assets/index-a1B2c3D4.js',
  'GET /plain.txt',
  'GET /nowhere.js',
  'GET /../package.json',
  'HEAD /',
  'POST /session',
  'POST /socket-ticket',
  'POST /rpc/people/session',
  'POST /rpc/attachments/put',
  'GET /rpc/people/session',
  'GET /socket',
  'OPTIONS /session',
  'PUT /session',
]

function hostileHosts(port: number): string[] {
  return [
    'Host: evil.example',
    `Host: evil.example:${port}`,
    `Host: localhost.evil.com:${port}`,
    `Host: 127.0.0.1.evil.com:${port}`,
    `Host: 127.0.0.1.:${port}`,
    `Host: localhost.:${port}`,
    'Host: 127.0.0.1',
    'Host: localhost',
    'Host: 127.0.0.1:1',
    `Host: 127.0.0.1:${port + 1}`,
    `Host: 127.0.0.1:${port}0`,
    `Host: 127.0.0.1:0${port}`,
    `Host: 0.0.0.0:${port}`,
    `Host: 2130706433:${port}`,
    `Host: 0177.0.0.1:${port}`,
    `Host: 0x7f.1:${port}`,
    `Host: 127.1:${port}`,
    `Host: [::ffff:127.0.0.1]:${port}`,
    `Host: [::]:${port}`,
    `Host: ::1:${port}`,
    `Host: user@127.0.0.1:${port}`,
    `Host: 127.0.0.1:${port}, evil.example`,
    `Host: 127.0.0.1:${port}/`,
    `Host: 127.0.0.1:${port}#`,
    `Host: 127.0.0.1:${port}\r\nHost: 127.0.0.1:${port}`,
    `Host: 127.0.0.1:${port}\r\nHost: evil.example`,
    'Host: ',
    'X-Nothing: 1',
    `Host: 127.0.0.1:${port}\r\nX-Forwarded-Host: evil.example`,
    `Host: evil.example\r\nX-Forwarded-Host: 127.0.0.1:${port}`,
    `Host: 127.0.0.1:${port}\r\nForwarded: host=evil.example`,
  ]
}

describe('the host guard', () => {
  let host: TestLoopback

  it('S2 lets no foreign host past, on any route', async () => {
    host = await startTestLoopback()
    const hosts = hostileHosts(host.port)
    expect(hosts.length).toBeGreaterThanOrEqual(25)
    let leaks = 0
    for (const route of ROUTES) {
      const [method, path] = route.split(' ')
      for (const header of hosts) {
        const answer = await sendRaw(host.port, `${method} ${path} HTTP/1.1\r\n${header}\r\nConnection: close\r\n\r\n`)
        expect([400, 403], `${route} with ${header}`).toContain(answer.status)
        if (answer.body !== '') leaks++
      }
    }
    proved({ id: 'S2', runs: hosts.length * ROUTES.length, bad: leaks })
  })

  it('lets no foreign host past in an absolute address or in HTTP/1.0', async () => {
    host = await startTestLoopback()
    for (const text of [
      `GET http://evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
      `GET http://127.0.0.1:${host.port}/ HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
      `GET //evil.example/ HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\nConnection: close\r\n\r\n`,
      'GET / HTTP/1.0\r\n\r\n',
      `CONNECT evil.example:443 HTTP/1.1\r\nHost: 127.0.0.1:${host.port}\r\n\r\n`,
    ]) {
      const answer = await sendRaw(host.port, text)
      expect([0, 400, 403], text).toContain(answer.status)
      expect(answer.body, text).not.toContain('SECRET')
    }
  })

  it.each(['127.0.0.1', 'localhost', '[::1]', 'LOCALHOST'])('answers %s with the right port', async (name) => {
    host = await startTestLoopback()
    const answer = await sendRaw(host.port, `GET / HTTP/1.1\r\nHost: ${name}:${host.port}\r\nConnection: close\r\n\r\n`)
    expect(answer.status).toBe(200)
    expect(answer.body).toContain('SECRET-PAGE')
  })
})

describe('what another page may send', () => {
  const changing = Object.entries(contract)
    .flatMap(([feature, procedures]) => Object.keys(procedures).map((name) => `/rpc/${feature}/${name}`))
    .concat('/session', '/socket-ticket')

  it('S3 refuses every way in which a page can post without asking first', async () => {
    const host = await startTestLoopback()
    const token = await host.openTab()
    const own = {
      origin: host.origin,
      'content-type': 'application/json',
      'x-console': '1',
      authorization: `Bearer ${token}`,
    }
    const { authorization: _bearer, ...withoutToken } = own
    const { 'x-console': _header, ...withoutHeader } = own
    const { origin: _origin, ...withoutOrigin } = own
    const ways: Record<string, Record<string, string>> = {
      'no token': withoutToken,
      'cookie only': { ...withoutToken, cookie: `chenxun.tab=${token}` },
      'wrong token': { ...own, authorization: `Bearer ${'A'.repeat(43)}` },
      'token in another scheme': { ...own, authorization: `Basic ${token}` },
      'no header': withoutHeader,
      'wrong header': { ...own, 'x-console': 'true' },
      'no origin': withoutOrigin,
      'other origin': { ...own, origin: 'http://evil.example' },
      'other port': { ...own, origin: 'http://127.0.0.1:1' },
      'other name of this machine': { ...own, origin: host.origin.replace('127.0.0.1', 'localhost') },
      'https origin': { ...own, origin: host.origin.replace('http:', 'https:') },
      'null origin': { ...own, origin: 'null' },
      'cross site': { ...own, 'sec-fetch-site': 'cross-site' },
      'same site': { ...own, 'sec-fetch-site': 'same-site' },
      'plain text': { ...own, 'content-type': 'text/plain' },
      form: { ...own, 'content-type': 'application/x-www-form-urlencoded' },
      'no type': { ...own, 'content-type': '' },
      'type that begins like ours': { ...own, 'content-type': 'application/jsonp' },
    }
    for (const path of changing) {
      for (const [way, headers] of Object.entries(ways)) {
        if (path === '/session' && /token|cookie/.test(way)) continue
        const response = await fetch(host.origin + path, { method: 'POST', headers, body: '{"json":{}}' })
        expect([401, 403, 415], `${path}: ${way}`).toContain(response.status)
      }
      if (!/\/attachments\/|File$/.test(path)) {
        const body = new FormData()
        body.set('data', '{"json":{}}')
        const { 'content-type': _type, ...headers } = own
        const response = await fetch(host.origin + path, { method: 'POST', headers, body })
        expect(response.status, `${path}: multipart`).toBe(415)
      }
      for (const method of ['GET', 'PUT', 'DELETE', 'PATCH', 'OPTIONS']) {
        const response = await fetch(host.origin + path, {
          method,
          headers: { ...own, 'x-http-method-override': 'POST' },
        })
        expect(response.status, `${path}: ${method}`).toBe(405)
      }
    }
    const rows = host.ports.database.prepare('SELECT count(*) FROM staff').pluck().get()
    proved({ id: 'S3', runs: changing.length * (Object.keys(ways).length + 6), bad: Number(rows !== 0) })
  })

  it('answers the page itself', async () => {
    const host = await startTestLoopback()
    const response = await postFromPage(host.origin, '/rpc/people/session', {
      token: await host.openTab(),
      body: { json: {} },
    })
    expect(response.status).toBe(200)
    expect(await response.json()).toMatchObject({ json: { outlet: null, person: null } })
  })
})

describe('the headers of every answer', () => {
  it('are these, and never allow another origin', async () => {
    const host = await startTestLoopback()
    const answers: Record<string, Record<string, string>> = {}
    for (const route of ['/', '/patrols', '/assets/index-a1B2c3D4.js', '/plain.txt', '/nowhere.js']) {
      answers[`GET ${route}`] = headersOf(await fetch(host.origin + route))
    }
    answers['POST /session refused'] = headersOf(await fetch(`${host.origin}/session`, { method: 'POST' }))
    answers['PUT /'] = headersOf(await fetch(host.origin, { method: 'PUT' }))
    const token = await host.openTab()
    answers['POST /socket-ticket'] = headersOf(await postFromPage(host.origin, '/socket-ticket', { token }))
    answers['POST /rpc'] = headersOf(
      await postFromPage(host.origin, '/rpc/people/session', { token, body: { json: {} } }),
    )
    expect(answers).toMatchSnapshot()
    for (const headers of Object.values(answers)) {
      expect(Object.keys(headers).filter((name) => name.startsWith('access-control-'))).toEqual([])
    }
  })
})

function headersOf({ status, headers }: Response): Record<string, string> {
  const kept = Object.entries(Object.fromEntries(headers)).filter(
    ([name]) => !['date', 'connection', 'keep-alive', 'content-length'].includes(name),
  )
  return {
    status: String(status),
    ...Object.fromEntries(kept.map(([name, value]) => [name, value.replace(/nonce-[\w+/=]+/, 'nonce-…')])),
  }
}
