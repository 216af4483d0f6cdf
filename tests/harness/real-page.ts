import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Browser, Page } from '@playwright/test'
import { onTestFinished } from 'vitest'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'
import type { Client } from '../../shared/contract/index.ts'
import { launchChromium } from './chromium.ts'
import { startTestLoopback, type TestLoopback } from './hosts.ts'

export const PAGE_PIN = '246810'
export const PEOPLE = ['林予安', '沈知夏'] as const

export interface RealPage extends TestLoopback {
  browser: Browser
  /** A new tab with a clock of its own, nobody signed in. */
  openPage(): Promise<Page>
}

/** The built console over a service in this process, with a head and a lobby manager. */
export async function startRealPage(): Promise<RealPage> {
  await ensureBuilt()
  const host = await startTestLoopback({ pageFolder: join(import.meta.dirname, '../../out/renderer') })
  const context = { seat: 'operator', as: 'operator' as const }
  const { people } = createRouterClient(host.service.router, { context }) as Client
  await people.installOutlet({ code: 'A-1', name: '柳岸路网点' })
  const blank = { staffNo: null, duties: [], joinedOn: null, certificateValidTo: null }
  await people.add({ name: PEOPLE[0], post: 'outlet-head', ...blank })
  await people.add({ name: PEOPLE[1], post: 'lobby-manager', ...blank })
  host.ports.database.prepare('UPDATE credential SET must_change = 0, hash = ?').run(`plain$${PAGE_PIN}`)
  const browser = await launchChromium()
  onTestFinished(() => browser.close())
  return {
    ...host,
    browser,
    async openPage() {
      const page = await browser.newPage({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
      await page.clock.install()
      await page.goto(host.loopback.newLaunchUrl())
      return page
    },
  }
}

/** By name where somebody must be chosen, then by PIN. */
export async function signInOn(page: Page, name: string): Promise<void> {
  // The page of the last person goes first; its own fields would be taken for those of the door.
  await page.getByRole('navigation').first().waitFor({ state: 'detached' })
  const search = page.getByRole('combobox')
  const pin = page.locator('input[type="password"]')
  await search.or(pin).first().waitFor()
  if (await search.isVisible()) {
    await search.fill(name)
    await page.keyboard.press('Enter')
  }
  await pin.fill(PAGE_PIN)
  await page.keyboard.press('Enter')
  await page.getByRole('navigation').first().waitFor()
}
