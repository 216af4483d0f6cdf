import { EventEmitter } from 'node:events'
import { readFileSync } from 'node:fs'
import type { Browser, Page, Route } from '@playwright/test'
import { installPreload } from './page-script.ts'
import { type StandIn, standIn } from './state.ts'
import type { TunnelPort } from './tunnel-port.ts'

/** A page cannot be at `app://`, so it is at this address and main sees it at the other. */
export const PAGE_ORIGIN = 'https://chenxun.stand-in'
const APP_ORIGIN = 'app://chenxun'

interface ToMain {
  kind: 'send' | 'invoke' | 'port-message'
  channel: string
  args: unknown[]
  id: number
  data: unknown
}

let nextId = 1

export class StandInWebContents extends EventEmitter {
  readonly id = nextId++
  page: Page | undefined
  windowOpenHandler: ((details: { url: string }) => { action: string }) | undefined
  readonly #ports = new Map<number, TunnelPort>()
  #nextPort = 1
  #order: Promise<unknown> = Promise.resolve()

  isDestroyed(): boolean {
    return this.page?.isClosed() ?? true
  }

  setWindowOpenHandler(handler: (details: { url: string }) => { action: string }): void {
    this.windowOpenHandler = handler
  }

  send(channel: string, ...args: unknown[]): void {
    this.#deliver('__standInFromMain', channel, structuredClone(args), [])
  }

  postMessage(channel: string, message: unknown, transfer: TunnelPort[] = []): void {
    const ids = transfer.map((port) => {
      const id = this.#nextPort++
      this.#ports.set(id, port)
      port.on('close', () => this.#deliver('__standInPortClosed', id))
      return id
    })
    this.#deliver('__standInFromMain', channel, [structuredClone(message)], ids)
    transfer.forEach((port, index) => {
      port.handOver((data) => this.#deliver('__standInToPort', ids[index], encode(data)))
    })
  }

  async printToPDF(options: { preferCSSPageSize?: boolean; printBackground?: boolean }): Promise<Buffer> {
    const { preferCSSPageSize = false, printBackground = false } = options
    return (await this.page?.pdf({ preferCSSPageSize, printBackground })) ?? Buffer.alloc(0)
  }

  async open(browser: Browser, address: string, preloadPath: string): Promise<void> {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 } })
    const page = await context.newPage()
    this.page = page
    const preload = readFileSync(preloadPath, 'utf8')
    await page.exposeBinding('__standInToMain', ({ frame }, message: ToMain) =>
      this.#fromPage(message, frame.url(), frame.parentFrame() === null),
    )
    const script = `(require, module, exports) => {${preload}\n}`
    await page.addInitScript({ content: `(${installPreload.toString()})(${JSON.stringify(PAGE_ORIGIN)}, ${script})` })
    await page.route('**/*', (route) => this.#answer(route))
    page.on('popup', (popup) => {
      if (this.windowOpenHandler?.({ url: popup.url() }).action !== 'allow') void popup.close()
    })
    await page.goto(address.replace(APP_ORIGIN, PAGE_ORIGIN))
  }

  #deliver(name: string, ...args: unknown[]): void {
    const { page } = this
    if (!page || page.isClosed()) return
    this.#order = this.#order
      .then(() =>
        page.evaluate(
          ([target, values]) => (window as unknown as Record<string, (...all: unknown[]) => void>)[target]?.(...values),
          [name, args] as const,
        ),
      )
      .catch(() => undefined)
  }

  async #fromPage({ kind, channel, args, id, data }: ToMain, address: string, isMainFrame: boolean): Promise<unknown> {
    if (kind === 'port-message') return void this.#ports.get(id)?.peer?.receive(decode(data))
    const senderFrame = { url: toApp(address), parent: isMainFrame ? null : {} }
    const event = { sender: this, senderFrame }
    if (kind === 'send') return void standIn().ipc.listeners.get(channel)?.(event, ...args)
    const handler = standIn().ipc.handlers.get(channel)
    if (!handler) throw new Error(`No handler registered for '${channel}'`)
    return handler(event, ...args)
  }

  async #answer(route: Route): Promise<void> {
    const request = route.request()
    const address = toApp(request.url())
    const state: StandIn = standIn()
    const isNavigation = request.isNavigationRequest()
    if (isNavigation && this.page?.url() !== 'about:blank') {
      let isPrevented = false
      const isMainFrame = request.frame() === this.page?.mainFrame()
      const preventDefault = () => {
        isPrevented = true
      }
      const event = { url: address, isMainFrame, preventDefault }
      this.emit(isMainFrame ? 'will-navigate' : 'will-frame-navigate', event)
      if (isPrevented) return route.abort('aborted')
    }
    if (state.requestFilter?.(address) === false) return route.abort('blockedbyclient')
    const handler = state.protocols.get(new URL(address).protocol.replace(':', ''))
    if (!handler) return route.abort('addressunreachable')
    const response = await handler(new Request(address, { method: request.method() }))
    await route.fulfill({
      status: response.status,
      headers: Object.fromEntries(response.headers),
      body: Buffer.from(await response.arrayBuffer()),
    })
  }
}

function toApp(address: string): string {
  return address.startsWith(`${PAGE_ORIGIN}/`) ? APP_ORIGIN + address.slice(PAGE_ORIGIN.length) : address
}

function encode(data: unknown): unknown {
  return data instanceof Uint8Array ? { bytes: Buffer.from(data).toString('base64') } : data
}

function decode(data: unknown): unknown {
  const bytes = (data as { bytes?: unknown } | null)?.bytes
  return typeof bytes === 'string' ? new Uint8Array(Buffer.from(bytes, 'base64')) : data
}
