import { readdirSync, readFileSync } from 'node:fs'
import { createServer, type IncomingHttpHeaders } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { buildHostsPage } from '../harness/build-page.ts'
import { launchChromium } from '../harness/chromium.ts'
import { startTestLoopback, temporaryFolder } from '../harness/hosts.ts'
import { startProofConsole } from '../harness/proof-client.ts'
import { buildProofOutlet, signInWalker } from '../harness/proof-outlet.ts'
import { proved } from '../harness/proved.ts'

it('S4 keeps launch code and tab token out of address, history, title, storage of others, referrer and network', async () => {
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  const host = await startTestLoopback({ pageFolder: await buildHostsPage() })
  const launch = host.loopback.newLaunchUrl()
  const context = await browser.newContext()
  const page = await context.newPage()
  const addresses: string[] = []
  page.on('request', (request) => addresses.push(request.url(), request.headers().referer ?? ''))
  page.on('websocket', (socket) => addresses.push(socket.url()))
  const said: string[] = []
  page.on('console', (message) => said.push(message.text()))
  await page.goto(launch)
  await page.waitForFunction(() => window.connection)
  const token = (await page.evaluate(() => sessionStorage.getItem('chenxun.tab'))) ?? ''
  const secrets = [launch.split('#launch=')[1] ?? '', token]
  expect(secrets.every((secret) => secret.length > 20)).toBe(true)

  const elsewhere = await startEcho()
  const seen = await page.evaluate(() => ({
    address: location.href,
    title: document.title,
    local: JSON.stringify(localStorage),
    cookie: document.cookie,
    entries: JSON.stringify(performance.getEntries().map(({ name }) => name)),
    page: document.documentElement.outerHTML,
  }))
  await page.goto(elsewhere.url)
  await page.goBack()
  const back = page.url()
  const sinks = {
    address: seen.address + back,
    // The first address is the launch itself; the browser sends none of its fragment.
    network: addresses.map((address) => address.split('#')[0]).join('\n'),
    title: seen.title,
    'storage of other tabs': seen.local + seen.cookie,
    // The page's own list of what it loaded names its first address; the code in it is spent by then.
    'performance entries': seen.entries.replaceAll(secrets[0] ?? '', ''),
    page: seen.page,
    referrer: JSON.stringify(elsewhere.heard),
    console: said.join('\n'),
  }
  const leaks = Object.entries(sinks).filter(([, text]) => secrets.some((secret) => text.includes(secret)))
  expect(leaks.map(([sink]) => sink)).toEqual([])
  proved({ id: 'S4', runs: Object.keys(sinks).length * secrets.length, bad: leaks.length })
})

it('S4 and out of logs, files, process list and standard error of the console', async () => {
  const folder = temporaryFolder()
  await buildProofOutlet(folder)
  const running = await startProofConsole(folder)
  const [client] = running.clients
  if (client) await signInWalker(client, 0)
  const commandLine = readFileSync(`/proc/${running.pid}/cmdline`, 'utf8')
  const environment = readFileSync(`/proc/${running.pid}/environ`, 'utf8')
  await running.kill()
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name)).toString('latin1'))
  const sinks = [commandLine, environment, running.stderr(), ...files]
  const leaks = sinks.filter((text) => running.secrets.some((secret) => text.includes(secret)))
  proved({ id: 'S4', runs: sinks.length * running.secrets.length, bad: leaks.length })
})

/** A page of somebody else that writes down what a browser tells it. */
async function startEcho() {
  const heard: IncomingHttpHeaders[] = []
  const server = createServer((request, response) => {
    heard.push(request.headers)
    response.end('<p>elsewhere</p>')
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  onTestFinished(() => void server.close())
  return { heard, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/` }
}
