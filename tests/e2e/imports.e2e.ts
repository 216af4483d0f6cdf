import { join } from 'node:path'
import { expect, signIn, test } from './fixtures.ts'

const SAMPLES = join(import.meta.dirname, '../integration/imports-samples')
/** How every .xls begins. */
const OLD_EXCEL = Buffer.from('d0cf11e0a1b11ae1'.padEnd(4096, '0'), 'hex')

test('a roster with every defect is checked, mended, imported and taken back whole', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '导入', exact: true }).click()
  await expect(page.getByRole('heading', { name: '导入', exact: true })).toBeVisible()
  const chooser = page.waitForEvent('filechooser')
  await page.keyboard.press('Control+o')
  await (await chooser).setFiles(join(SAMPLES, 'roster.xlsx'))

  const confirm = page.getByRole('button', { name: /^导入 \d+ 行/ })
  await expect(confirm).toBeEnabled()
  const before = Number(/\d+/.exec((await confirm.textContent()) ?? '')?.[0])
  await expect(page.getByText('确认之前不会保存任何内容').first()).toBeVisible()
  expect((await (await outlet.operator()).imports.list({})).length).toBe(0)

  await page.getByText(/^问题 \d+$/).click()
  await expect(page.getByText(/少了前面的 0/).first()).toBeVisible()
  await page.getByRole('button', { name: '仍然导入' }).first().click()
  await expect(confirm).toContainText(`导入 ${before + 1} 行`)

  await page.keyboard.press('Control+Enter')
  const question = page.getByRole('dialog', { name: /还有 \d+ 行没有处理/ })
  await expect(question.getByRole('button', { name: /只导入其余/ })).toBeFocused()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  expect((await (await outlet.operator()).imports.list({})).length).toBe(0)
  await page.keyboard.press('Control+Enter')
  await expect(question.getByRole('button', { name: /只导入其余/ })).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(page.getByText(`已导入 ${before + 1} 行`).first()).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(page.getByText(/已整批撤销/)).toBeVisible()
  await expect(page.locator('tr', { hasText: 'roster.xlsx' })).toContainText('已撤销')
})

test('a file that is no spreadsheet is refused with a sentence', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '导入', exact: true }).click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: /^选文件/ }).click()
  await (await chooser).setFiles({ name: '花名册.xlsx', mimeType: 'text/plain', buffer: OLD_EXCEL })
  await expect(page.getByRole('alert')).toContainText('旧版 Excel')
})
