import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, signIn, test } from './fixtures.ts'

const CLAUSE = 'GB/T 32320-2015 5.2.1'

test('clauses mapped in the checklist become a folder with its gaps first, and one PDF', async ({ page, outlet }) => {
  const folder = mkdtempSync(join(tmpdir(), 'chenxun-e2e-'))
  try {
    await signIn(page, await outlet.start(), '林予安')
    await page.getByRole('link', { name: /^报告/ }).click()
    await page.getByRole('button', { name: '示范窗口资料' }).click()
    const first = page.frameLocator('iframe')
    await expect(first.getByRole('cell', { name: 'GB/T 41218-2021 无障碍环境' }).first()).toBeVisible()
    await expect(first.getByText('培训、演练和表彰按全网点登记')).toBeVisible()

    await page.getByRole('button', { name: '去检查标准里对应' }).click()
    await page.getByText('门楣招牌整洁完好、字样齐全').click()
    await page
      .getByRole('dialog')
      .getByLabel(/^对应条款/)
      .fill(CLAUSE)
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText(/已改写/)).toBeVisible()

    await page.getByRole('link', { name: /^报告/ }).click()
    await page.getByRole('button', { name: '示范窗口资料' }).click()
    const sheet = page.frameLocator('iframe')
    await expect(sheet.getByRole('heading', { name: '示范窗口资料' })).toBeVisible()
    const headings = await sheet.getByRole('heading', { level: 2 }).allTextContents()
    expect(headings[0]).toBe('缺口')
    await expect(sheet.getByRole('cell', { name: CLAUSE }).first()).toBeVisible()

    await page.getByLabel('存放文件夹').fill(join(folder, 'proof'))
    await page.getByRole('button', { name: '生成文件夹' }).click()
    await expect(page.getByText('已经生成')).toBeVisible()
    const [made = ''] = readdirSync(join(folder, 'proof'))
    expect(made).toContain('示范窗口资料')
    expect(readdirSync(join(folder, 'proof', made))).toContain('00-首页.html')

    await page.getByRole('button', { name: '生成一个 PDF' }).click()
    await expect(page.locator('code').filter({ hasText: '.pdf' })).toBeVisible({ timeout: 30_000 })
    expect(readdirSync(join(folder, 'proof')).filter((name) => name.endsWith('.pdf'))).toHaveLength(1)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
