import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const TITLE = '国庆营业时间公告'

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('a notice is entered by keyboard, passed on, and waits on Today for whoever was away', async ({
  page,
  outlet,
}) => {
  await signIn(page, await outlet.start(), '沈知夏')
  await page.getByRole('link', { name: '通知' }).click()
  await expect(page.getByRole('button', { name: '登记通知' }).first()).toBeVisible()
  await page.keyboard.press('n')
  await page.getByRole('dialog').getByLabel('标题').fill(TITLE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`已登记：${TITLE}`)).toBeVisible()
  const row = page.getByRole('row', { name: new RegExp(TITLE) })
  await expect(row).toContainText('未传达')
  await row.click()
  const card = page.getByRole('dialog')
  await card.getByRole('button', { name: '当面传达' }).click()
  await card.getByRole('checkbox', { name: '林予安' }).check()
  await card.getByRole('button', { name: '当面传达' }).click()
  await expect(page.getByText('已传达给 1 人')).toBeVisible()
  await nothingSerious(page)
  await page.keyboard.press('Escape')
  await expect(row).toContainText('已传达')
  await page.getByRole('link', { name: /^今日/ }).click()
  await page.getByRole('row', { name: new RegExp(TITLE) }).click()
  await page.getByRole('dialog').getByRole('button', { name: '我看过了' }).click()
  await expect(page.getByText('已记下：你看过了')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('link', { name: /^今日/ }).click()
  await expect(page.getByRole('list', { name: '今天的安排' })).toBeVisible()
  await expect(page.getByRole('row', { name: new RegExp(TITLE) })).toHaveCount(0)
})

test('the month leads to minutes with the chosen sections; a template gets a version', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '晨会夕会' }).click()
  await expect(page.getByRole('heading', { name: '最近的会议' })).toBeVisible()
  await page.keyboard.press('m')
  await expect(page.getByRole('heading', { name: '会议月历' })).toBeVisible()
  await nothingSerious(page)
  await page
    .getByRole('button', { name: /标准晨会/ })
    .first()
    .click()
  const paper = page.frameLocator('iframe')
  await expect(paper.getByRole('heading', { name: '出席', exact: true })).toBeVisible()
  await page.getByRole('checkbox', { name: '出席' }).uncheck()
  await expect(paper.getByRole('heading', { name: '出席', exact: true })).toHaveCount(0)
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '导出 Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/标准晨会.*\.docx$/)
  await page.getByRole('link', { name: '晨会夕会' }).click()
  await page.getByRole('button', { name: '流程', exact: true }).click()
  const panel = page.getByRole('region', { name: /短晨会/ })
  const version = Number(
    (
      await panel
        .getByText(/第 \d+ 版/)
        .first()
        .textContent()
    )?.match(/\d+/)?.[0],
  )
  await panel.getByRole('button', { name: '修改' }).click()
  await page.getByLabel('名称').fill('雨天短会')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(`已保存为第 ${version + 1} 版`)).toBeVisible()
  await expect(page.getByRole('region', { name: /雨天短会/ })).toContainText(`第 ${version + 1} 版`)
})
