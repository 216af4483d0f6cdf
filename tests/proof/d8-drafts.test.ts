import type { Page } from '@playwright/test'
import { expect, it } from 'vitest'
import { proved, times } from '../harness/proved.ts'
import { PEOPLE, type RealPage, signInOn, startRealPage } from '../harness/real-page.ts'

const CYCLES = times(5, 50)

async function openCapture(page: Page) {
  const field = page.getByLabel('看到了什么')
  // The command comes with a file of its own, a moment after the screen.
  for (let time = 0; time < 50 && !(await field.isVisible()); time++) {
    await page.keyboard.press('Control+Shift+N')
    await field.waitFor({ timeout: 1_000 }).catch(() => undefined)
  }
  return field
}

async function crash(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await Promise.race([session.send('Page.crash').catch(() => undefined), page.waitForEvent('crash')])
  await page.close().catch(() => undefined)
}

function keptIn({ ports }: RealPage): string | undefined {
  const text = ports.database.prepare("SELECT text FROM draft WHERE key = 'task/new'").pluck().get()
  return text === undefined ? undefined : (JSON.parse(text as string) as { description: string }).description
}

it('D8 loses at most a second of typing to a killed page, offers the rest and applies nothing by itself', async () => {
  const host = await startRealPage()
  let bad = 0
  const faults: string[] = []
  const fault = (text: string) => {
    bad++
    faults.push(text)
  }
  let expected: string | undefined
  for (let cycle = 0; cycle < CYCLES; cycle++) {
    const page = await host.openPage()
    await signInOn(page, PEOPLE[0])
    const field = await openCapture(page)
    if (expected !== undefined) {
      await page.getByText(`上次没写完的`).waitFor()
      if (!(await page.getByRole('status').allTextContents()).join().includes(expected)) fault(`${cycle}: not offered`)
      if ((await field.inputValue()) !== '') fault(`${cycle}: applied by itself`)
      if (cycle % 2 === 1) {
        await page.getByRole('button', { name: /恢\s*复/ }).click()
        if ((await field.inputValue()) !== expected) fault(`${cycle}: not restored`)
        await field.fill('')
      } else {
        await page.getByRole('button', { name: /丢\s*弃/ }).click()
      }
      await expect.poll(() => keptIn(host)).toBeUndefined()
    }
    const text = `第${cycle + 1}次：三号柜员机门口地砖松动`
    await page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000)
    await field.pressSequentially(text)
    await page.clock.runFor(1_000)
    await expect.poll(() => keptIn(host)).toBe(text)
    await crash(page)
    expected = text
  }
  const page = await host.openPage()
  await signInOn(page, PEOPLE[0])
  const field = await openCapture(page)
  await page.getByRole('button', { name: /恢\s*复/ }).click()
  await field.press('Control+Enter')
  await page.getByText(/已记下/).waitFor()
  await expect.poll(() => keptIn(host)).toBeUndefined()
  proved({ id: 'D8', runs: CYCLES, bad })
  expect(faults).toEqual([])
}, 300_000)
