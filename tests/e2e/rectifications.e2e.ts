import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const FAULT = '2 号填单台签字笔没水'

const card = (page: Page) => page.getByRole('complementary', { name: '整改单' })

/** The command is there once the shell has loaded what lives beside every screen. */
async function capture(page: Page) {
  const text = page.getByLabel('看到了什么')
  await expect(async () => {
    await page.keyboard.press('Control+Shift+N')
    await expect(text).toBeVisible({ timeout: 1000 })
  }).toPass()
  await text.fill(FAULT)
}

const chooseGroup = (page: Page, group: string) =>
  page
    .getByLabel('看哪些')
    .getByText(new RegExp(`^${group}`))
    .click()

async function openTask(page: Page, group: string) {
  await page.getByRole('link', { name: /^整改/ }).click()
  await chooseGroup(page, group)
  await page.locator('tr', { hasText: FAULT }).click()
  await expect(card(page).getByRole('heading', { name: FAULT })).toBeVisible()
}

test('a fault is noted, assigned, fixed and verified by two people, by keyboard', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await capture(page)
  await page.getByText('较重', { exact: true }).last().click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/已记下/)).toBeVisible()

  await openTask(page, '未结')
  await page.keyboard.press('a')
  await page.getByLabel('责任人或岗位').fill('zxm')
  await page.getByTitle(/周小满/).click()
  await page.keyboard.press('Control+Enter')
  await expect(card(page).getByText('待接收').first()).toBeVisible()

  await signIn(page, await outlet.launchUrl(), '周小满')
  await openTask(page, '要我办')
  await page.keyboard.press('d')
  await expect(card(page).getByText('整改中').first()).toBeVisible()
  await page.keyboard.press('s')
  await page.getByLabel('第一层 恢复').fill('已换新笔并试写')
  await page.getByLabel('第二层 纠正').fill('笔芯改由晨会前点检')
  await page.keyboard.press('Control+Enter')
  await expect(card(page).getByText('这里必须填写').first()).toBeVisible()
  await card(page).locator('input[type=file]').setInputFiles({ name: 'pen.png', mimeType: 'image/png', buffer: PHOTO })
  await expect(card(page).getByRole('button', { name: '去掉第 1 张照片' })).toBeVisible()
  await page.getByLabel('根本原因').fill('缺货')
  await page.getByTitle(/缺货断供/).click()
  await page.keyboard.press('Control+Enter')
  await expect(card(page).getByText('等整改人以外的同事复核。')).toBeVisible()
  await expect(card(page).getByText('整改后')).toBeVisible()

  await signIn(page, await outlet.launchUrl(), '林予安')
  await page.getByRole('link', { name: /^整改/ }).click()
  await chooseGroup(page, '待复核')
  await page.locator('tr', { hasText: FAULT }).focus()
  await page.keyboard.press('v')
  await expect(page.getByRole('dialog')).toContainText('怎么改的：笔芯改由晨会前点检')
  await expect(page.getByRole('dialog')).toContainText('恢复：已换新笔并试写')
  await page.getByRole('button', { name: /^复核通过/ }).click()
  await expect(page.getByLabel('复核说明')).toBeFocused()
  await page.getByLabel('复核说明').fill('看过，笔能写')
  await page.keyboard.press('Enter')
  await expect(page.getByText(/已复核通过/)).toBeVisible()
  await expect(page.locator('tr', { hasText: FAULT })).toHaveCount(0)
})

test('a step taken meanwhile by somebody else is said, and the newest card shown', async ({
  page,
  outlet,
  browser,
}) => {
  await signIn(page, await outlet.start(), '林予安')
  await capture(page)
  await page.keyboard.press('Control+Enter')
  await openTask(page, '未结')
  await page.keyboard.press('x')
  await page.getByLabel('原因说明').fill('看错了')

  const other = await (await browser.newContext()).newPage()
  await signIn(other, await outlet.launchUrl(), '沈知夏')
  await openTask(other, '未结')
  await other.keyboard.press('c')
  await other.getByLabel('说明或照片').fill('当场换好')
  await other.keyboard.press('Control+Enter')

  await expect(page.getByText('这件刚刚被别人处理过')).toBeVisible()
  await expect(card(page).getByText('已关闭').first()).toBeVisible()
  await expect(card(page).getByText('沈知夏').first()).toBeVisible()
  await other.context().close()
})
