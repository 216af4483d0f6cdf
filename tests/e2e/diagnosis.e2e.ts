import { readFileSync } from 'node:fs'
import { expect, signIn, test } from './fixtures.ts'

test('the head reads the whole diagnosis before saving it, and it is saved as it was shown', async ({
  page,
  outlet,
}) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '审计' }).click()
  await page.getByRole('button', { name: '诊断文件' }).click()
  const preview = page.getByTestId('diagnosis')
  await expect(preview).toContainText('"integrity": "ok"', { timeout: 30_000 })
  const shown = await preview.textContent()
  expect(shown).not.toContain('林予安')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '保存', exact: true }).click()
  const saved = await download
  expect(saved.suggestedFilename()).toMatch(/^chenxun-diagnosis-\d{4}-\d\d-\d\d\.txt$/)
  expect(readFileSync(await saved.path(), 'utf8')).toBe(shown)
})
