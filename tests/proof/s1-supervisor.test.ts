import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRouterClient } from '@orpc/server'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createPortsFactory } from '../../electron/hosts/create-ports.ts'
import { systemClock } from '../../electron/hosts/ports/system-clock.ts'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'
import { mayRestart } from '../../electron/main/restart-policy.ts'
import { createService } from '../../electron/service/service.ts'
import type { Client } from '../../shared/contract/index.ts'
import { launchChromium } from '../harness/chromium.ts'
import { proved } from '../harness/proved.ts'
import { PAGE_PIN, signInOn } from '../harness/real-page.ts'
import { type LaunchedDesktop, launchStandIn } from '../standin/launch.ts'

/** The built shell with the real page and real service processes, over the stand-in. */
const OUT = join(import.meta.dirname, '../../out')
const HEAD = '林予安'

let browser: Browser
let desktop: LaunchedDesktop
let page: Page
let dataFolder = ''

beforeAll(async () => {
  await ensureBuilt()
  browser = await launchChromium()
  dataFolder = mkdtempSync(join(tmpdir(), 'chenxun-s1-'))
  await buildOutlet(dataFolder)
  desktop = await launchStandIn(browser, { outFolder: OUT, dataFolder })
  page = await desktop.page()
  await door().waitFor()
}, 180_000)
afterAll(async () => {
  await desktop?.quit()
  await browser.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** Where a person signs in. */
const door = () => page.getByRole('combobox').or(page.locator('input[type="password"]')).first()

/** One head with a PIN that the real console takes. */
async function buildOutlet(folder: string): Promise<void> {
  const ports = createPortsFactory(folder, systemClock).portsOf('own')
  const service = createService({ open: () => ports })
  const clientOf = (context: object) => createRouterClient(service.router, { context } as never) as Client
  const { people } = clientOf({ seat: 's1', as: 'operator' })
  await people.installOutlet({ code: 'S-1', name: '柳岸路网点' })
  const blank = { staffNo: null, duties: [], joinedOn: null, certificateValidTo: null }
  const { person, oneTimePin } = await people.add({ name: HEAD, post: 'outlet-head', ...blank })
  const head = clientOf({ seat: 'head' })
  await head.people.signIn({ personUid: person.uid, pin: oneTimePin })
  await head.people.changePin({ oldPin: oneTimePin, newPin: PAGE_PIN })
  service.close()
}

function kill(): void {
  desktop.state.services.at(-1)?.child.kill('SIGKILL')
}

describe('S1 the supervisor of the service', () => {
  it.each([
    [[], true],
    [[0, 1], true],
    [[0, 1, 2], false],
    [[-70_000, -65_000, 0, 1], true],
  ])('S1 after deaths at %j a restart is %s', (deaths, expected) => {
    expect(mayRestart(deaths, 10)).toBe(expected)
  })

  it('S1 locks the page with the screen, with sleep and with another user of the machine', async () => {
    const faults: string[] = []
    for (const sign of ['lock-screen', 'suspend', 'user-did-resign-active']) {
      await signInOn(page, HEAD)
      desktop.state.powerMonitor?.emit(sign)
      await page
        .getByRole('navigation')
        .first()
        .waitFor({ state: 'detached' })
        .catch(() => faults.push(sign))
      await door()
        .waitFor()
        .catch(() => faults.push(`${sign}: no door`))
    }
    expect(faults).toEqual([])
    proved({ id: 'S1', runs: 3, bad: faults.length })
  })

  it('S1 starts a dead service again and tells the person, and gives up after three in a minute with a page that says why', async () => {
    const { services } = desktop.state
    const lost = page.getByRole('alert').filter({ hasText: '正在重连' })
    for (let death = 1; death <= 2; death += 1) {
      kill()
      await lost.waitFor()
      await lost.waitFor({ state: 'detached' })
      await page.getByText('已重新连上').first().waitFor()
      expect(services).toHaveLength(death + 1)
    }
    kill()
    const title = page.getByRole('heading', { name: '记录服务停下了' })
    await title.waitFor()
    const shown = await page.innerText('main')
    const deaths = shown.match(/退出码/g) ?? []
    expect(shown).toContain(join(dataFolder, 'logs'))
    expect(shown).toContain('三次')
    expect(deaths).toHaveLength(3)
    expect(services).toHaveLength(3)

    await page.reload()
    await title.waitFor()
    await page.getByRole('button', { name: '再试一次' }).click()
    await title.waitFor({ state: 'detached' })
    await door().waitFor()
    expect(services).toHaveLength(4)

    kill()
    await title.waitFor()
    expect(services).toHaveLength(4)
    await page.getByRole('button', { name: '退出晨巡' }).click()
    await expect.poll(() => desktop.state.happened.at(-1), { timeout: 20_000 }).toBe('quit')
    proved({ id: 'S1', runs: 4, bad: services.length - 4 })
  }, 90_000)
})
