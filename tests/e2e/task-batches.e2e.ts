import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const rows = (page: Page) => page.getByRole('region', { name: '整改' }).locator('tr[data-row-key]')
const bar = (page: Page, count: number) => page.getByRole('toolbar', { name: `已选 ${count} 件` })
const FAULT = '宣传架上的折页卷边'

const focusedKey = (page: Page) => page.evaluate(() => document.activeElement?.getAttribute('data-row-key') ?? '')

/** The command is there once the shell has loaded what lives beside every screen. */
async function capture(page: Page, fault: string) {
  const text = page.getByLabel('看到了什么')
  await expect(async () => {
    await page.keyboard.press('Control+Shift+N')
    await expect(text).toBeFocused({ timeout: 1000 })
  }).toPass()
  await page.keyboard.type(fault)
  await page.keyboard.press('Control+Enter')
  await expect(text).toHaveCount(0)
}

test('three tasks are picked, assigned together and given back, by keyboard alone', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  const client = await outlet.operator()
  for (const which of ['一', '二', '三']) await capture(page, `${FAULT}，第${which}处`)
  await page.getByRole('link', { name: /^整改/ }).focus()
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { name: '整改', level: 1 })).toBeVisible()
  await page.keyboard.press('/')
  await page.keyboard.type(FAULT)
  await page.getByLabel('看哪些').getByRole('radio', { name: /^未结/ }).focus()
  await page.keyboard.press('Space')
  await expect(rows(page)).toHaveCount(3)
  await page.evaluate(() => (document.activeElement as HTMLElement).blur())

  await page.keyboard.press('ArrowDown')
  await expect(rows(page).first()).toBeFocused()
  await page.keyboard.press('Space')
  await expect(bar(page, 1)).toBeVisible()
  await page.keyboard.press('Space')
  await expect(page.getByRole('toolbar', { name: /已选/ })).toHaveCount(0)
  await page.keyboard.press('Space')
  const first = await focusedKey(page)
  await page.keyboard.press('Shift+ArrowDown')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Shift+Space')
  await expect(bar(page, 3)).toBeVisible()
  const picked = await rows(page).evaluateAll((all) =>
    all.filter((row) => row.ariaSelected === 'true').map((row) => row.getAttribute('data-row-key') ?? ''),
  )
  expect(picked).toHaveLength(3)
  expect(picked[0]).toBe(first)

  const tasks = await Promise.all(picked.map((uid) => client.rectifications.card({ uid })))
  await page.keyboard.press('a')
  await expect(page.getByRole('dialog')).toContainText('派单：3 件')
  await page.getByLabel('责任人或岗位').fill('zxm')
  await expect(page.getByTitle(/周小满/)).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/^派单：已办 3 件/)).toBeVisible()
  const owners = async () =>
    (await Promise.all(picked.map((uid) => client.rectifications.card({ uid })))).map(({ task }) => task.owner)
  expect((await owners()).map(({ person }) => person?.name)).toEqual(Array(3).fill('周小满'))

  await page.keyboard.press('Control+Z')
  await expect(page.getByText('已撤回 3 件')).toBeVisible()
  expect(await owners()).toEqual(tasks.map(({ task }) => task.owner))
})

test('the keyboard keeps its row while a long list moves under it', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: /^整改/ }).click()
  await page.getByLabel('看哪些').getByText(/^全部/).click()
  await rows(page).first().focus()
  const seen = [await focusedKey(page)]
  for (let step = 0; step < 60; step++) {
    await page.keyboard.press('ArrowDown')
    await expect.poll(() => focusedKey(page)).not.toBe(seen.at(-1))
    seen.push(await focusedKey(page))
  }
  expect(new Set(seen).size).toBe(61)
  const all = await (await outlet.operator()).rectifications.list({ limit: 100 })
  expect(seen).toEqual(all.tasks.slice(0, 61).map(({ uid }) => uid))
  await page.mouse.move(600, 400)
  await page.mouse.wheel(0, 6000)
  await expect.poll(() => focusedKey(page)).toBe('')
})
