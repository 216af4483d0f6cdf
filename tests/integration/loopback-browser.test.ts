import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { buildHostsPage } from '../harness/build-page.ts'
import { launchChromium } from '../harness/chromium.ts'
import { startTestLoopback, type TestLoopback } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'
import { createTestPorts } from '../harness/test-ports.ts'

let browser: Browser

beforeAll(async () => {
  browser = await launchChromium()
})
afterAll(() => browser.close())

async function openPage(url: string): Promise<Page> {
  const context = await browser.newContext()
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(url)
  return page
}

async function openConnected(host: TestLoopback, url = host.loopback.newLaunchUrl()): Promise<Page> {
  const page = await openPage(url)
  await page.waitForFunction(() => window.connection)
  return page
}

const stateOf = (page: Page) => page.evaluate(() => window.connection?.state.get())
const sessionOf = (page: Page) => page.evaluate(() => window.connection?.client.people.session({}))

describe('the connection in a browser', () => {
  it('takes the code out of the address, calls, and survives a reload as the same tab', async () => {
    const host = await startTestLoopback({ pageFolder: await buildHostsPage() })
    const page = await openConnected(host)
    expect(page.url()).toBe(`${host.origin}/`)
    expect(await stateOf(page)).toBe('open')
    expect(await sessionOf(page)).toMatchObject({ outlet: null })
    const head = await page.evaluate(async () => {
      const made = await window.connection?.client.people.setUpOutlet({ code: 'A-1', name: '示例', headName: '林予安' })
      await window.connection?.client.people.signIn({
        personUid: made?.head.uid ?? '',
        pin: made?.head.oneTimePin ?? '',
      })
      return made?.head.name
    })
    expect(head).toBe('林予安')
    await page.reload()
    await page.waitForFunction(() => window.connection)
    expect(await sessionOf(page)).toMatchObject({ person: { name: '林予安' } })
    expect(await page.evaluate(() => window.violations)).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(1, 2, 3)')
  })

  it('is refused without a code, with a used one, and in another tab', async () => {
    const host = await startTestLoopback({ pageFolder: await buildHostsPage() })
    const url = host.loopback.newLaunchUrl()
    await openConnected(host, url)
    for (const address of [url, host.origin]) {
      const page = await openConnected(host, address)
      expect(await stateOf(page)).toBe('refused')
      const failure = await page.evaluate(() =>
        window.connection?.client.people.session({}).catch((error: { code: string; data: { reason: string } }) => ({
          code: error.code,
          reason: error.data.reason,
        })),
      )
      expect(failure).toEqual({ code: 'service-unavailable', reason: 'serviceUnavailable' })
    }
  })

  it('shows a typed failure and sends a photo by fetch', async () => {
    const host = await startTestLoopback({ pageFolder: await buildHostsPage() })
    const page = await openConnected(host)
    const paths: string[] = []
    page.on('request', (request) => paths.push(new URL(request.url()).pathname))
    const failure = await page.evaluate(() =>
      window.connection?.client.people
        .list({})
        .catch((error: { code: string; data: unknown }) => ({ code: error.code, data: error.data })),
    )
    expect(failure).toEqual({ code: 'not-signed-in', data: { reason: 'notSignedIn' } })
    const refused = await page.evaluate(() =>
      window.connection?.client.attachments
        .put({ file: new File(['x'], 'x.png', { type: 'image/png' }) })
        .catch((error: { code: string }) => error.code),
    )
    expect(refused).toBe('not-signed-in')
    expect(paths).toEqual(['/rpc/attachments/put'])
  })

  it('comes back by itself when the service does, and says so', async () => {
    const pageFolder = await buildHostsPage()
    const ports = createTestPorts()
    const first = await startTestLoopback({ pageFolder, ports })
    const page = await openConnected(first)
    await page.evaluate(async () => {
      const made = await window.connection?.client.people.setUpOutlet({ code: 'A-1', name: '示例', headName: '林予安' })
      await window.connection?.client.people.signIn({
        personUid: made?.head.uid ?? '',
        pin: made?.head.oneTimePin ?? '',
      })
      await window.connection?.client.people.changePin({ oldPin: made?.head.oneTimePin ?? '', newPin: '246810' })
      window.follow()
    })
    await page.waitForTimeout(300)
    await page.evaluate(() =>
      window.connection?.client.people.resetPin({ uid: '00000000-0000-7000-8000-000000000000' }).catch(() => {}),
    )
    await page.evaluate(async () => {
      const [one] = (await window.connection?.client.people.signInChoices({})) ?? []
      await window.connection?.client.people.resetPin({ uid: one?.uid ?? '' })
    })
    await page.waitForFunction(() => window.changes.includes('people'))
    await first.loopback.close()
    await page.waitForFunction(() => window.connection?.state.get() === 'lost')
    await startTestLoopback({ pageFolder, ports, port: first.port })
    // A new service knows no tab of the old one.
    await page.waitForFunction(() => window.connection?.state.get() === 'refused', undefined, { timeout: 10_000 })
    expect(await page.evaluate(() => window.states)).toEqual(['open', 'lost', 'refused'])
  })
})

describe('a page of another port', () => {
  it('S3 reads nothing and changes nothing', async () => {
    const host = await startTestLoopback({ pageFolder: await buildHostsPage() })
    await openConnected(host)
    const other = createServer((_request, response) =>
      response.setHeader('content-type', 'text/html').end('<p>other</p>'),
    )
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    onTestFinished(() => void other.close())
    const page = await openPage(`http://127.0.0.1:${(other.address() as AddressInfo).port}/`)
    const got = await page.evaluate(async (origin) => {
      const attempts: Record<string, string> = {}
      const attempt = async (name: string, work: () => Promise<Response>) => {
        attempts[name] = await work().then(
          async (response) => `${response.type} ${response.status} ${await response.text()}`,
          () => 'blocked',
        )
      }
      await attempt('page', () => fetch(origin))
      await attempt('blind page', () => fetch(origin, { mode: 'no-cors' }))
      await attempt('blind post', () =>
        fetch(`${origin}/rpc/people/setUpOutlet`, {
          method: 'POST',
          mode: 'no-cors',
          body: '{"json":{"code":"1","name":"x","headName":"y"}}',
        }),
      )
      await attempt('post', () =>
        fetch(`${origin}/rpc/people/setUpOutlet`, {
          method: 'POST',
          headers: { 'x-console': '1', 'content-type': 'application/json' },
          body: '{}',
        }),
      )
      attempts.socket = await new Promise((resolve) => {
        const socket = new WebSocket(`${origin.replace('http', 'ws')}/socket`, ['chenxun', 'ticket.x'])
        socket.onopen = () => resolve('open')
        socket.onerror = () => resolve('blocked')
      })
      attempts.frame = await new Promise((resolve) => {
        const frame = document.createElement('iframe')
        frame.src = origin
        frame.onload = () => {
          try {
            resolve(frame.contentDocument?.body.textContent ?? 'opaque')
          } catch {
            resolve('opaque')
          }
        }
        document.body.append(frame)
      })
      return attempts
    }, host.origin)
    expect(got).toEqual({
      page: 'blocked',
      'blind page': 'blocked',
      'blind post': 'blocked',
      post: 'blocked',
      socket: 'blocked',
      frame: 'opaque',
    })
    const changed = host.ports.database.prepare('SELECT count(*) FROM staff').pluck().get()
    proved({ id: 'S3', runs: Object.keys(got).length, bad: Number(changed !== 0) })
  })
})
