import { expect, signIn, test } from './fixtures.ts'

test('a report is shown as it prints, saved as Word, and every figure leads to its rows', async ({ page, outlet }) => {
  const refused: string[] = []
  page.on('console', (message) => message.text().includes('Content Security Policy') && refused.push(message.text()))
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: /^报告/ }).click()
  const sheet = page.frameLocator('iframe')
  await expect(sheet.getByRole('heading', { name: '服务工作月报' })).toBeVisible()

  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/服务工作月报_2026-11\.docx$/)

  await page.getByRole('button', { name: /投诉答复解决率/ }).click()
  await page.keyboard.type('98.5')
  await page.keyboard.press('Tab')
  await expect(sheet.getByText('98.5%').first()).toBeVisible()

  await page.emulateMedia({ media: 'print' })
  await expect(page.locator('.report-on-paper h1')).toBeVisible()
  await expect(page.getByRole('navigation')).toBeHidden()
  await page.emulateMedia({ media: 'screen' })

  await page.getByRole('button', { name: /本月新增/ }).click()
  await expect(page).toHaveURL(/\/rectifications\?group=all&from=2026-11-01/)

  await page.goBack()
  await page.getByRole('button', { name: /自助机具正常运行率/ }).click()
  await expect(page).toHaveURL(/\/devices\?month=2026-11/)
  expect(refused).toEqual([])
})
