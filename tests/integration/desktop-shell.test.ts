import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it, onTestFinished } from 'vitest'
import { lockFolder } from '../../electron/hosts/folder-lock.ts'
import type { DesktopApi } from '../../shared/desktop-api.ts'
import { buildDesktop } from '../harness/build-desktop.ts'
import { launchChromium } from '../harness/chromium.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { type LaunchedDesktop, launchStandIn } from '../standin/launch.ts'

const OUT = join(import.meta.dirname, '../../out')
const ENSURE_BUILT = join(import.meta.dirname, '../../electron/launcher/ensure-built.mjs')

type PageWindow = Window & { chenxunDesktop: DesktopApi }

let browser: Browser
let built: Awaited<ReturnType<typeof buildDesktop>>

beforeAll(async () => {
  ;[browser, built] = await Promise.all([launchChromium(), buildDesktop()])
})
afterAll(async () => {
  built.remove()
  await browser.close()
})

async function launch(dataFolder = temporaryFolder(), outFolder = built.outFolder): Promise<LaunchedDesktop> {
  const desktop = await launchStandIn(browser, { outFolder, dataFolder })
  onTestFinished(async () => {
    await desktop.quit()
    for (const { webContents } of desktop.state.windows) await webContents.page?.context().close()
  })
  return desktop
}

async function connectedPage(desktop: LaunchedDesktop): Promise<Page> {
  const page = await desktop.page()
  await page.waitForFunction(() => window.connection?.state.get() === 'open')
  return page
}

/** What is refused may still be on its way out of a busy machine. */
const PATIENCE = { timeout: 10_000 }

describe('the built desktop shell over the stand-in', () => {
  it('opens a window with the sandbox on, and the page calls the service through its port', async () => {
    const desktop = await launch()
    const page = await connectedPage(desktop)
    expect(await page.evaluate(() => window.connection?.kind)).toBe('desktop')
    expect(await page.evaluate(() => window.connection?.client.people.session({}))).toMatchObject({ outlet: null })
    const { happened } = desktop.state
    expect(happened.indexOf('enableSandbox')).toBeLessThan(happened.indexOf('ready'))
    expect(happened).toContain('scheme app true true')
    expect(await page.evaluate(() => window.violations)).toEqual([])
    expect(await page.evaluate(() => getComputedStyle(document.body).color)).toBe('rgb(1, 2, 3)')
  })

  it('keeps the sign-in over a reload and tells what changed', async () => {
    const page = await connectedPage(await launch())
    await page.evaluate(async () => {
      const made = await window.connection?.client.people.setUpOutlet({
        code: 'A-1',
        name: '示例网点',
        headName: '林予安',
      })
      await window.connection?.client.people.signIn({
        personUid: made?.head.uid ?? '',
        pin: made?.head.oneTimePin ?? '',
      })
      await window.connection?.client.people.changePin({ oldPin: made?.head.oneTimePin ?? '', newPin: '246810' })
    })
    await page.reload()
    await page.waitForFunction(() => window.connection?.state.get() === 'open')
    expect(await page.evaluate(() => window.connection?.client.people.session({}))).toMatchObject({
      person: { name: '林予安' },
    })
    await page.evaluate(() => window.follow())
    await page.waitForTimeout(200)
    await page.evaluate(async () => {
      const [one] = (await window.connection?.client.people.signInChoices({})) ?? []
      await window.connection?.client.people.resetPin({ uid: one?.uid ?? '' })
    })
    await page.waitForFunction(() => window.changes.includes('people'))
  })

  it('saves the printed page where the person says', async () => {
    const desktop = await launch()
    const page = await connectedPage(desktop)
    const save = () => page.evaluate(() => (window as unknown as PageWindow).chenxunDesktop.savePdf('../月报: 11/2026'))
    expect(await save()).toBe('cancelled')
    const path = join(temporaryFolder(), 'report.pdf')
    desktop.state.dialogs.savePath = path
    expect(await save()).toBe('saved')
    expect(readFileSync(path).subarray(0, 5).toString()).toBe('%PDF-')
    expect(desktop.state.happened).toContain('save: 月报 112026.pdf')
  })

  it('asks for a folder of this computer, and for nothing on another machine', async () => {
    const desktop = await launch()
    const page = await connectedPage(desktop)
    const choose = (startsAt: string) =>
      page.evaluate((path) => (window as unknown as PageWindow).chenxunDesktop.chooseFolder(path), startsAt)
    expect(await choose('/data/copies')).toBeNull()
    const folder = temporaryFolder()
    desktop.state.dialogs.openPath = folder
    expect(await choose('//elsewhere/share')).toBe(folder)
    expect(await choose('copies')).toBe(folder)
    expect(desktop.state.happened.filter((one) => one.startsWith('open '))).toEqual([
      'open openDirectory+createDirectory: /data/copies',
      'open openDirectory+createDirectory: ',
      'open openDirectory+createDirectory: ',
    ])
  })

  it('goes nowhere else, opens no window and asks no other host', async () => {
    const desktop = await launch()
    const page = await connectedPage(desktop)
    const before = page.url()
    await page.evaluate(() => {
      location.href = 'https://evil.example/'
    })
    await page.waitForTimeout(200)
    await expect.poll(() => page.url(), PATIENCE).toBe(before)
    expect(await page.evaluate(() => window.open('https://evil.example/')?.closed ?? true)).toBeDefined()
    await page.waitForTimeout(200)
    await expect.poll(() => page.context().pages().length, PATIENCE).toBe(1)
    const answer = await page.evaluate(() =>
      fetch('https://evil.example/').then(
        () => 'answered',
        () => 'blocked',
      ),
    )
    expect(answer).toBe('blocked')
  })

  it('closes the database when the window is closed', async () => {
    const dataFolder = temporaryFolder()
    const desktop = await launch(dataFolder)
    const page = await connectedPage(desktop)
    await page.close()
    await desktop.quit()
    expect(desktop.state.happened.at(-1)).toBe('quit')
    expect(existsSync(join(dataFolder, 'chenxun.db-wal'))).toBe(false)
    expect(existsSync(join(dataFolder, 'control.sock'))).toBe(false)
  })

  it('says who is in the way when the folder is in use, and leaves', async () => {
    const dataFolder = temporaryFolder()
    const lock = await lockFolder(dataFolder, 'command')
    onTestFinished(() => lock.release())
    const desktop = await launch(dataFolder)
    await expect
      .poll(() => desktop.state.happened.find((entry) => entry.startsWith('error')) ?? '', { timeout: 20_000 })
      .toContain(`process ${process.pid}`)
    await expect.poll(() => desktop.state.happened, { timeout: 20_000 }).toContain('quit')
  })

  it('comes to the front when a second start asks for it', async () => {
    const dataFolder = temporaryFolder()
    const desktop = await launch(dataFolder)
    await connectedPage(desktop)
    const failure = await lockFolder(dataFolder, 'browser').catch(
      (error: { control: { show(): Promise<boolean> } }) => error,
    )
    if (!('control' in failure)) throw new Error('The folder was free')
    expect(await failure.control.show()).toBe(true)
    await expect.poll(() => desktop.state.windows[0]?.focusCount, { timeout: 20_000 }).toBe(1)
  })

  it('refuses to start with its sandbox switched off', async () => {
    const desktop = await launchStandIn(browser, {
      outFolder: built.outFolder,
      dataFolder: temporaryFolder(),
      switches: ['--no-sandbox'],
    })
    expect(desktop.state.happened.find((entry) => entry.startsWith('error'))).toContain('--no-sandbox')
    expect(desktop.state.happened).toContain('exit 3')
    expect(desktop.state.windows).toEqual([])
    expect(desktop.state.services).toEqual([])
  })

  it('shows the real page, which keeps to its policy', async () => {
    const { ensureBuilt } = (await import(ENSURE_BUILT)) as { ensureBuilt(): Promise<void> }
    await ensureBuilt()
    const desktop = await launch(temporaryFolder(), OUT)
    const page = await desktop.page()
    const complaints: string[] = []
    page.on('console', (message) => message.type() === 'error' && complaints.push(message.text()))
    page.on('pageerror', (error) => complaints.push(error.message))
    await page.reload()
    await expect.poll(() => page.innerText('body'), { timeout: 20_000 }).toContain('晨巡')
    await page.waitForLoadState('networkidle')
    expect(complaints).toEqual([])
  })
})
