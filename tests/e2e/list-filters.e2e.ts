import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const HEAD = '林予安'

/** Whatever stands in the query form of the first list: all in one row. */
async function expectOneRow(page: Page): Promise<void> {
  const search = page.getByRole('main').getByRole('textbox').first()
  const refresh = page.getByRole('button', { name: /^(刷\s?新|Refresh)$/ }).first()
  await expect(async () => {
    const [left, right] = [await search.boundingBox(), await refresh.boundingBox()]
    if (!left || !right) throw new Error('not there yet')
    expect(Math.abs(left.y + left.height / 2 - right.y - right.height / 2)).toBeLessThan(6)
  }).toPass({ timeout: 20_000 })
}

test('rarer conditions fold behind one button with their count, by keyboard, in one row in both languages', async ({
  page,
  outlet,
}) => {
  test.slow()
  await page.setViewportSize({ width: 1366, height: 768 })
  await outlet.start()
  for (const [language, more, zone] of [
    ['zh-CN', '更多条件', '区域'],
    ['en', 'More filters', 'Zone'],
  ] as const) {
    await page.goto(await outlet.launchUrl())
    await page.evaluate(
      (chosen) => localStorage.setItem('chenxun.preferences', JSON.stringify({ language: chosen })),
      language,
    )
    await signIn(page, await outlet.launchUrl(), HEAD)
    await page.getByRole('link', { name: /^(表彰|Recognition)/ }).click()
    await expectOneRow(page)

    await page.getByRole('link', { name: /^(整改|Rectification)/ }).click()
    await expectOneRow(page)
    const button = page.getByRole('button', { name: more })
    await button.focus()
    await page.keyboard.press('Enter')
    const form = page.getByRole('dialog', { name: more })
    await expect(form.getByLabel(zone)).toBeFocused()
    await page.keyboard.press('ArrowDown')
    await page.keyboard.press('Enter')
    await expect(page).toHaveURL(/zone=/)
    await expect(button).toContainText('1')
    await expect(page.locator('.ant-select-dropdown:visible')).toHaveCount(0)
    await page.keyboard.press('Escape')
    await expect(form).toBeHidden()
    await expect(button).toBeFocused()
    await expectOneRow(page)
  }
})
