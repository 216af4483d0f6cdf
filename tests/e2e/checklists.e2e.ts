import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { PatrolPage } from './pages/patrol-page.ts'

const PICTURE = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)

async function openChecklist(page: Page): Promise<void> {
  await page.getByRole('link', { name: '检查标准', exact: true }).click()
  await page.getByRole('button', { name: /^大堂引导区/ }).click()
  await expect(page.locator('tr[data-row-key="lobby.desk-staffed"]')).toBeVisible()
}

test('an item is reworded by keyboard; its earlier wording stays in the history', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openChecklist(page)
  const row = page.locator('tr[data-row-key="lobby.desk-staffed"]')
  await row.focus()
  await page.keyboard.press('Enter')
  const wording = page.getByLabel('检查内容', { exact: true })
  await expect(wording).toBeFocused()
  const before = await wording.inputValue()
  await wording.fill('引导台有人值守')
  await page.keyboard.press('Control+Enter')
  await expect(row).toContainText('引导台有人值守')

  await row.click()
  await page.getByText('历次写法', { exact: true }).click()
  const history = page.getByRole('dialog')
  await expect(history.getByRole('heading', { name: /^第 \d+ 版 林予安/ })).toBeVisible()
  await expect(history.locator('del').first()).toHaveText(before)
  await expect(history.getByText('标准库原文')).toBeVisible()
})

test('items are switched off in batch and come back by undo', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openChecklist(page)
  const rows = page.locator('#main tr[data-row-key]')
  await rows.first().focus()
  await page.keyboard.press('x')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('x')
  await expect(page.getByText('已选 2 项')).toBeVisible()
  await page.getByRole('region', { name: '已选 2 项' }).getByRole('button', { name: '关闭', exact: true }).click()
  await expect(rows.first().getByRole('switch')).not.toBeChecked()
  await page.keyboard.press('Control+z')
  await expect(rows.first().getByRole('switch')).toBeChecked()
  await expect(rows.nth(1).getByRole('switch')).toBeChecked()
})

test('the exported checklist comes back without a change', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openChecklist(page)
  await page.getByRole('button', { name: '导入导出' }).click()
  const download = page.waitForEvent('download')
  await page.getByText('导出为表格').click()
  const file = await (await download).path()
  await page.getByRole('button', { name: '导入导出' }).click()
  await page.getByText('从表格导入').click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '选择文件' }).click()
  await (await chooser).setFiles({
    name: '检查标准.xlsx',
    mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    buffer: readFileSync(file),
  })
  await expect(page.getByText('这个文件和现在的检查标准一样')).toBeVisible()
})

test('a reader sees the checklist and cannot change it', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '许一诺')
  await openChecklist(page)
  await expect(page.getByRole('button', { name: /^新增检查项/ })).toHaveCount(0)
  const row = page.locator('tr[data-row-key="lobby.desk-staffed"]')
  await expect(row.getByRole('switch')).toBeDisabled()
  await row.click()
  await expect(page.getByRole('dialog').getByText('怎么查', { exact: true })).toBeVisible()
  await expect(page.getByRole('dialog').getByRole('button', { name: /保存/ })).toHaveCount(0)
})

test('a day changed in the calendar stands in the audit chain, which verifies', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '设置', exact: true }).click()
  await page.getByText('日历', { exact: true }).click()
  await page.locator('[data-day="2026-12-25"]').click()
  await page.getByText('不营业', { exact: true }).last().click()
  await page.getByPlaceholder('例如 装修停业').fill('装修')
  await page.keyboard.press('Enter')
  await expect(page.locator('[data-day="2026-12-25"]')).toHaveAttribute('data-closed', 'true')

  await page.getByRole('link', { name: '审计', exact: true }).click()
  await page.locator('#main tr[data-row-key]').first().click()
  const entry = page.getByRole('dialog')
  await expect(entry.getByText('改了日历的一天')).toBeVisible()
  await expect(entry.getByText('装修')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(entry).toBeHidden()
  await page.keyboard.press('v')
  await expect(page.getByText('一切完好')).toBeVisible()
})

test('the reference picture and the clauses of an item stand beside it in the round', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '检查标准' }).click()
  await page.getByText('门楣招牌整洁完好、字样齐全').click()
  const form = page.getByRole('dialog')
  await form.locator('input[type=file]').setInputFiles({ name: 'sign.png', mimeType: 'image/png', buffer: PICTURE })
  await expect(form.getByRole('button', { name: '换一张' })).toBeVisible()
  await form.getByLabel(/^对应条款/).fill('GB/T 32320-2015 5.2.1')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/已改写/)).toBeVisible()

  await page.getByRole('link', { name: /^今日/ }).click()
  await new PatrolPage(page).start()
  const beside = page.getByRole('complementary', { name: '门楣招牌整洁完好、字样齐全' })
  await expect(beside.getByRole('img', { name: /^参考照片/ })).toBeVisible()
  await expect(beside.getByText('对应条款：GB/T 32320-2015 5.2.1')).toBeVisible()
})
