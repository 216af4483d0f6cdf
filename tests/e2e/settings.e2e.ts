import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const asked = (page: Page) => page.getByRole('dialog').filter({ hasText: '改动还没有保存' })
const minutes = (page: Page) => page.getByLabel('无人操作几分钟后锁定')

async function changeLock(page: Page) {
  await page.getByRole('link', { name: '设置' }).click()
  await minutes(page).fill('12')
  await expect(page.getByRole('button', { name: /^保存/ })).toBeVisible()
}

test('asks before unsaved settings are left, by Escape, by key and by mouse', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await changeLock(page)

  await page.getByRole('link', { name: /^整改/ }).click()
  await expect(asked(page)).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(asked(page)).toBeHidden()
  await expect(minutes(page)).toHaveValue('12')

  await page.getByText('日历', { exact: true }).click()
  await expect(asked(page)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(asked(page)).toBeHidden()
  await expect(minutes(page)).toHaveValue('12')

  await page.getByRole('link', { name: /^整改/ }).click()
  await asked(page).getByRole('button', { name: '放弃改动' }).click()
  await expect(page.getByRole('heading', { name: '整改' })).toBeVisible()
  await page.getByRole('link', { name: '设置' }).click()
  await expect(minutes(page)).toHaveValue('10')
})

test('keeps what was saved, and takes it back by key', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await changeLock(page)
  await page.keyboard.press('Control+s')
  await expect(page.getByText('设置已保存')).toBeVisible()
  await page.getByRole('link', { name: /^整改/ }).click()
  await expect(page.getByRole('heading', { name: '整改' })).toBeVisible()
  await page.getByRole('link', { name: '设置' }).click()
  await expect(minutes(page)).toHaveValue('12')
  await page.getByRole('heading', { name: '设置' }).click()
  await page.keyboard.press('Control+z')
  await expect(minutes(page)).toHaveValue('10')
})
