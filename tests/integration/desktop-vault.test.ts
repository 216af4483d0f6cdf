import type { Browser, Page } from '@playwright/test'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { buildDesktop } from '../harness/build-desktop.ts'
import { launchChromium } from '../harness/chromium.ts'
import { temporaryFolder } from '../harness/hosts.ts'
import { type LaunchedDesktop, launchStandIn } from '../standin/launch.ts'

let browser: Browser
let built: Awaited<ReturnType<typeof buildDesktop>>

beforeAll(async () => {
  ;[browser, built] = await Promise.all([launchChromium(), buildDesktop()])
})
afterAll(async () => {
  built.remove()
  await browser.close()
})

async function connected(desktop: LaunchedDesktop): Promise<Page> {
  const page = await desktop.page()
  await page.waitForFunction(() => window.connection?.state.get() === 'open')
  return page
}

async function end(desktop: LaunchedDesktop): Promise<void> {
  await desktop.quit()
  for (const { webContents } of desktop.state.windows) await webContents.page?.context().close()
}

it('keeps the vault in the keychain of the system, which unlocks it at the next start without a word', async () => {
  const dataFolder = temporaryFolder()
  const first = await launchStandIn(browser, { outFolder: built.outFolder, dataFolder })
  const page = await connected(first)
  const made = await page.evaluate(async () => {
    const client = window.connection?.client
    const set = await client?.people.setUpOutlet({ code: 'A-1', name: '示例网点', headName: '林予安' })
    await client?.people.signIn({ personUid: set?.head.uid ?? '', pin: set?.head.oneTimePin ?? '' })
    await client?.people.changePin({ oldPin: set?.head.oneTimePin ?? '', newPin: '357913' })
    const vault = await client?.vault.setUp({ passphrase: null })
    return { uid: set?.head.uid ?? '', recoveryKey: vault?.recoveryKey }
  })
  expect(made.recoveryKey).toMatch(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
  await end(first)

  const second = await launchStandIn(browser, { outFolder: built.outFolder, dataFolder })
  const again = await connected(second)
  const status = await again.evaluate(async (personUid) => {
    const client = window.connection?.client
    await client?.people.signIn({ personUid, pin: '357913' })
    return client?.vault.status({})
  }, made.uid)
  expect(status).toMatchObject({ state: 'unlocked', backend: 'gnome_libsecret', refusal: null })
  expect(status?.kinds).toEqual(['recovery', 'keychain'])
  await end(second)
})
