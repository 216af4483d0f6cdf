import { readFile } from 'node:fs/promises'
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { readTable } from '../../electron/service/spreadsheets/read-table.ts'
import { expect, signIn, test } from './fixtures.ts'

const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const dialog = (page: Page) => page.getByRole('dialog')
const table = (page: Page) => page.getByRole('region', { name: '整改' })
const group = (page: Page, name: RegExp) => page.getByLabel('看哪些').getByText(name)

async function openTasks(page: Page): Promise<void> {
  await page.getByRole('link', { name: /^整改/ }).click()
  await expect(page.getByRole('heading', { name: '整改', level: 1 })).toBeVisible()
}

/** Nothing that shuts somebody out; the sheet of a report runs no script, so nothing can look into it. */
async function expectNothingSerious(page: Page): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
  expect(serious.map(({ id, nodes }) => [id, nodes.map(({ target }) => target)])).toEqual([])
}

test('a filter is saved, found again by its owner, and where the list begins', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openTasks(page)
  await group(page, /^全部/).click()
  await page.getByLabel('按描述或编号查找').fill('wsj')
  await expect(page).toHaveURL(/q=wsj/)
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '我的筛选' }).click()
  await page.getByLabel('名称').fill('卫生间的')
  await page.keyboard.press('Enter')
  await expect(page.getByText('已存为“卫生间的”')).toBeVisible()
  await page.getByRole('radio', { name: '打开整改时就用' }).click()
  await expect(page.getByRole('radio', { name: '打开整改时就用' })).toBeChecked()
  await expectNothingSerious(page)

  await signIn(page, await outlet.launchUrl(), '林予安')
  await openTasks(page)
  await expect(page).toHaveURL(/group=all&q=wsj/)
  await page.getByRole('button', { name: '重置' }).click()
  await expect(page).not.toHaveURL(/q=wsj/)
  await page.getByRole('button', { name: '我的筛选' }).click()
  await dialog(page).getByRole('button', { name: '用“卫生间的”' }).click()
  await expect(page).toHaveURL(/q=wsj/)
  await page.getByRole('button', { name: '我的筛选' }).click()
  await dialog(page).getByRole('button', { name: '移除“卫生间的”' }).click()
  await expect(dialog(page).getByText(/还没有存过筛选/)).toBeVisible()
})

test('the board is walked by arrows, opens a card by Enter and is remembered', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openTasks(page)
  await group(page, /^全部/).click()
  await page.keyboard.press('b')
  const board = page.getByRole('region', { name: '看板' })
  const closed = board.getByRole('region', { name: '已关闭' })
  await expect(closed.locator('[data-card]')).toHaveCount(20)
  await closed.getByRole('button', { name: /^再列/ }).click()
  await expect(closed.locator('[data-card]')).toHaveCount(60)

  const cards = closed.locator('[data-card]')
  await cards.nth(0).focus()
  await page.keyboard.press('ArrowDown')
  await expect(cards.nth(1)).toBeFocused()
  await page.keyboard.press('ArrowLeft')
  await expect(closed.locator(':focus')).toHaveCount(0)
  await expect(board.locator('[data-card]:focus')).toHaveCount(1)
  await page.keyboard.press('ArrowRight')
  await expect(closed.locator('[data-card]:focus')).toHaveCount(1)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('complementary', { name: '整改单' })).toBeVisible()
  await expectNothingSerious(page)

  await page.reload()
  await expect(page.getByRole('region', { name: '看板' })).toBeVisible()
  await page.getByLabel('按描述或编号查找').fill('没有这样的事')
  await board.getByRole('button', { name: '清除条件' }).click()
  await expect(closed.locator('[data-card]').first()).toBeVisible()
})

test('a mark of the analysis opens the tasks it counted', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openTasks(page)
  await page.keyboard.press('q')
  const weeks = page.getByRole('figure', { name: '每周发现、销号和未结' })
  await weeks.getByRole('button', { name: '看表格' }).click()
  const cell = weeks
    .locator('tbody tr')
    .filter({ hasText: /^2026-11-1/ })
    .first()
    .getByRole('button')
    .first()
  const count = (await cell.textContent()) ?? ''
  expect(Number(count)).toBeGreaterThan(0)
  await cell.click()
  await expect(page).toHaveURL(/counted=yes/)
  await expect(table(page).getByText(`共 ${count} 条`)).toBeVisible()
  await expect(page.getByText('不含作废')).toBeVisible()

  await page.keyboard.press('q')
  await page.getByRole('button', { name: /180 日内复发/ }).click()
  await expect(page.getByText(/^180 日内复发：/)).toBeVisible()
  await page.goBack()
  await page.locator('figure svg').first().waitFor()
  await expectNothingSerious(page)
})

test('what is shown is what the exported files hold, in its columns and its order', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openTasks(page)
  await group(page, /^全部/).click()
  await page.getByRole('columnheader', { name: '编号' }).click()
  await expect(page).toHaveURL(/sort=no/)
  const rows = table(page).locator('tr[data-row-key]')
  const operator = await outlet.operator()
  const { tasks } = await operator.rectifications.list({ sort: { by: 'no', isDescending: false }, limit: 1 })
  const first = tasks[0]?.no ?? ''
  await expect(rows.first().locator('td').last()).toHaveText(first)
  // The column of checkboxes has no name and is in no file.
  const named = (await table(page).getByRole('columnheader').allTextContents()).map((text) => text.trim())
  const heads = named.filter(Boolean)
  const total = Number(
    /共 (\d+) 条/.exec(
      (await table(page)
        .getByText(/共 \d+ 条/)
        .first()
        .textContent()) ?? '',
    )?.[1],
  )

  const book = page.waitForEvent('download')
  await table(page).getByRole('button', { name: '导出', exact: true }).click()
  const { sheets } = await readTable(await readFile(await (await book).path()), 'list.xlsx')
  const cells = sheets[0]?.rows.map((row) => row.map(({ text }) => text)) ?? []
  const head = cells.findIndex((row) => row.includes('编号'))
  expect(cells[head]).toEqual(heads)
  expect(cells[head + 1]?.at(-1)).toBe(first)

  const plain = page.waitForEvent('download')
  await table(page).getByRole('button', { name: '导出 CSV' }).click()
  const csv = await readTable(await readFile(await (await plain).path()), 'list.csv')
  const lines = csv.sheets[0]?.rows.map((row) => row.map(({ text }) => text)) ?? []
  expect(lines[0]).toEqual(heads)
  expect(lines.filter((row) => row.some(Boolean))).toHaveLength(total + 1)
  expect(lines[1]?.at(-1)).toBe(first)
})

test('both photos stand side by side where a fix is checked', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  const operator = await outlet.operator()
  const [fixer] = (await operator.people.list({})).filter(({ post }) => post === 'lobby-manager')
  await page
    .getByRole('button', { name: /快速记一个问题/ })
    .or(page.locator('body'))
    .first()
    .focus()
  const text = page.getByLabel('看到了什么')
  await expect(async () => {
    await page.keyboard.press('Control+Shift+N')
    await expect(text).toBeVisible({ timeout: 1000 })
  }).toPass()
  await text.fill('雨伞架缺两把伞')
  await page.locator('input[type=file]').setInputFiles({ name: 'before.png', mimeType: 'image/png', buffer: PHOTO })
  await page.getByLabel('派给谁').fill(fixer?.name ?? '')
  await page.getByTitle(new RegExp(`^${fixer?.name}`)).click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/已记下/)).toBeVisible()

  await signIn(page, await outlet.launchUrl(), fixer?.name ?? '')
  await openTasks(page)
  await page.locator('tr', { hasText: '雨伞架缺两把伞' }).click()
  const card = page.getByRole('complementary', { name: '整改单' })
  await expect(card.getByRole('heading', { name: '雨伞架缺两把伞' })).toBeVisible()
  await page.keyboard.press('d')
  await expect(card.getByText('整改中').first()).toBeVisible()
  await page.keyboard.press('s')
  await page.getByLabel('怎么改的').fill('已补两把')
  await card.locator('input[type=file]').setInputFiles({ name: 'after.png', mimeType: 'image/png', buffer: PHOTO })
  await page.getByLabel('根本原因').fill('缺货')
  await page.getByTitle(/缺货断供/).click()
  await page.keyboard.press('Control+Enter')
  await expect(card.getByText('待复核').first()).toBeVisible()

  await signIn(page, await outlet.launchUrl(), '林予安')
  await openTasks(page)
  await group(page, /^待复核/).click()
  await page.locator('tr', { hasText: '雨伞架缺两把伞' }).focus()
  await page.keyboard.press('v')
  const before = dialog(page).getByRole('img', { name: /整改前/ })
  const after = dialog(page).getByRole('img', { name: /整改后/ })
  await expect(before).toBeVisible()
  await expect(after).toBeVisible()
  // The dialog may still be on its way in.
  await expect(async () => {
    const left = await before.boundingBox()
    const right = await after.boundingBox()
    expect(left?.y).toBe(right?.y)
    expect((left?.x ?? 0) + (left?.width ?? 0)).toBeLessThanOrEqual(right?.x ?? 0)
  }).toPass()
})

test('a notice is entered once and its reply saved as Word', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  const text = page.getByLabel('看到了什么')
  await expect(async () => {
    await page.keyboard.press('Control+Shift+N')
    await expect(text).toBeVisible({ timeout: 1000 })
  }).toPass()
  await text.fill('便民药箱缺药')
  await page.getByRole('combobox', { name: '来源' }).click()
  await page.getByTitle('上级检查').click()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText(/已记下/)).toBeVisible()

  await page.getByRole('link', { name: /^报告/ }).click()
  await page.getByRole('button', { name: '检查整改回复' }).click()
  await page.getByRole('button', { name: /登记通知/ }).click()
  await page.getByLabel('通知文号').fill('分行运管〔2026〕88号')
  await page.getByLabel('检查单位').fill('分行服务督导组')
  await page.getByLabel('回复期限').fill('2026-12-04')
  await page.getByLabel('回复期限').press('Enter')
  await page.getByRole('checkbox', { name: /便民药箱缺药/ }).check()
  await expectNothingSerious(page)
  await page.getByRole('button', { name: /保存通知/ }).click()
  await expect(page.getByText('已保存 分行运管〔2026〕88号')).toBeVisible()
  const sheet = page.frameLocator('iframe')
  await expect(sheet.getByText('便民药箱缺药').first()).toBeVisible()
  await expect(page.getByText('还有 11 天')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: '存为 Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/检查整改回复_分行运管〔2026〕88号\.docx$/)
  await expectNothingSerious(page)
})

test('Escape leaves a card that was opened from the list of spread checks', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openTasks(page)
  await page.getByRole('button', { name: /^举一反三/ }).click()
  await dialog(page)
    .getByRole('button', { name: /^YZ-NP/ })
    .first()
    .click()
  const card = page.getByRole('complementary', { name: '整改单' })
  await expect(card).toBeVisible()
  await expect(dialog(page)).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(card).toHaveCount(0)
})
