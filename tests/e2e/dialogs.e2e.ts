import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { PatrolPage } from './pages/patrol-page.ts'

/** Opens by a key, closes by Escape, and leaves the page below where it was. */
async function opensAndCloses(page: Page, keys: string, name: string | RegExp) {
  await page.keyboard.press(keys)
  const dialog = page.getByRole('dialog', { name })
  await expect(dialog).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(dialog).toBeHidden()
}

test('Escape closes the dialogs of a round and goes back no further', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '周小满')
  const patrol = new PatrolPage(page)
  await patrol.start()
  await page.keyboard.press('1')
  const item = await patrol.currentItem()
  await opensAndCloses(page, 'h', /交给/)
  await opensAndCloses(page, 'Control+Enter', '提交开门前巡检')
  await opensAndCloses(page, 'Control+k', /找|命令/)
  await opensAndCloses(page, '?', /快捷键/)
  expect(await patrol.currentItem()).toBe(item)

  await page.keyboard.press('3')
  await expect(page.getByLabel('说明')).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(page.getByLabel('说明')).not.toBeFocused()
  await patrol.saved(item, '不合格')
  expect(await patrol.currentItem()).toBe(item)
})

test('Escape closes a form at once where nothing was typed, and asks where something was', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '人员' }).click()
  const form = page.getByRole('dialog', { name: '周小满' })
  const row = page.locator('tr', { hasText: '周小满' })
  const question = page.getByRole('dialog').filter({ hasText: '有未保存的改动' })

  await row.click()
  await expect(form).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(form).toBeHidden()

  await row.click()
  await form.getByLabel(/^工号/).fill('0088')
  await page.keyboard.press('Escape')
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(form.getByLabel(/^工号/)).toHaveValue('0088')
  await page.keyboard.press('Escape')
  await question.getByRole('button', { name: '不保存，关闭' }).click()
  await expect(form).toBeHidden()
  await expect(row).not.toContainText('0088')
})

test('a form that cannot be saved leads to what is wrong, out of sight as it may be', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '检查标准' }).click()
  await page.getByText('门楣招牌整洁完好、字样齐全').click()
  const form = page.getByRole('dialog')
  await form.getByLabel('开门前').uncheck()
  await form.getByLabel('检查内容').focus()
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('至少选一个轮次')).toBeInViewport()
  await expect(form.getByLabel('开门前')).toBeFocused()
})
