import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enter, expect, signIn, test } from './fixtures.ts'
import { PIN } from './seeded.ts'

const HEAD = '林予安'
const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' })
const tab = (page: Page, name: string) => page.locator('.ant-segmented-item', { hasText: name }).click()

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

/** The next in the line at the shared PC: name, PIN, and the question is there. */
async function nextInLine(page: Page, name: string) {
  await enter(page, name)
  await expect(page.getByText('今天你的心情是什么天气？')).toBeVisible()
}

async function openCare(page: Page) {
  await tab(page, '关怀')
  await page.getByLabel('PIN', { exact: true }).fill(PIN)
  await page.keyboard.press('Enter')
  await expect(page.getByText('该问一问的')).toBeVisible()
}

test('two low mornings, said by keyboard, become two care talks', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '许一诺')
  await page.keyboard.press('y')
  await expect(page.getByText('具名：这一次的天气只有你本人和网点负责人看得到。')).toBeVisible()
  await nothingSerious(page)
  await page.keyboard.press('5')
  await expect(page.getByRole('radio', { name: /雷雨/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已签到并退出登录')).toBeVisible()
  await expect(navigation(page)).toHaveCount(0)

  await nextInLine(page, '唐书宁')
  await page.getByRole('button', { name: '客户发火' }).click()
  await page.getByRole('checkbox', { name: '我想和负责人聊聊' }).check()
  await page.getByRole('radio', { name: /雷雨/ }).click()
  await page.keyboard.press('Enter')
  await expect(navigation(page)).toHaveCount(0)

  await nextInLine(page, HEAD)
  await openCare(page)
  await nothingSerious(page)
  const reminders = page.getByRole('region', { name: '该问一问的' })
  await expect(reminders.getByRole('listitem').filter({ hasText: '唐书宁' })).toContainText('想和你聊聊')
  for (const name of ['许一诺', '唐书宁']) {
    const reminder = reminders.getByRole('listitem').filter({ hasText: name })
    await expect(reminder).toContainText('雷雨')
    await reminder.getByRole('button', { name: '记谈话' }).click()
    const form = page.getByRole('dialog')
    await expect(form.getByText('听满三分钟不打断')).toBeVisible()
    await form.getByText('已安排', { exact: true }).click()
    await form.getByRole('checkbox', { name: '调换窗口或岗位' }).check()
    await page.keyboard.press('Control+Enter')
    await expect(page.getByText('谈话已记下').first()).toBeVisible()
    await expect(page.getByRole('dialog')).toHaveCount(0)
    await expect(reminder).toHaveCount(0)
  }
  const talks = page.getByRole('region', { name: '谈话记录' })
  await expect(
    talks.getByRole('listitem').filter({ hasText: '许一诺' }).filter({ hasText: '2026-11-23' }),
  ).toContainText('已安排')
  await expect(
    talks.getByRole('listitem').filter({ hasText: '唐书宁' }).filter({ hasText: '2026-11-23' }),
  ).toContainText('调换窗口或岗位')
})

test('the head turns to counters, and everybody is asked anew before anything is counted', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), HEAD)
  await page.keyboard.press('y')
  await tab(page, '方式与保存')
  await page.getByRole('button', { name: '改用不具名，另开一段' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '以不具名开始' }).click()
  await expect(page.getByText(/现在：不具名，自 2026-11-23 起/)).toBeVisible()
  await nothingSerious(page)
  await tab(page, '我的')
  await expect(page.getByText('告知书（第 1 版）')).toBeVisible()
  await page.getByRole('button', { name: '我已看过，同意' }).click()
  await expect(page.getByText(/不具名：只给计数加一/)).toBeVisible()
  await expect(page.getByRole('button', { name: '客户发火' })).toHaveCount(0)
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await expect(navigation(page)).toHaveCount(0)
  await page.getByRole('button', { name: /改回普通登录/ }).click()
  await signInAgain(page, HEAD)
  await page.keyboard.press('y')
  await expect(page.getByText('今天已经签过了')).toBeVisible()
  await openCare(page)
  const reminders = page.getByRole('region', { name: '该问一问的' })
  await expect(reminders.getByText('想和你聊聊')).toBeVisible()
  await expect(reminders.getByText(/雷雨|低落/)).toHaveCount(0)
})

test('what a person said is gone with the consent, and skipping leaves the turn', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '沈知夏')
  await page.keyboard.press('y')
  await expect(page.getByRole('figure', { name: '我的曲线' })).toBeVisible()
  await page.getByRole('button', { name: '撤回同意' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回同意' }).click()
  await expect(page.getByText('已撤回同意，你的记录已删除')).toBeVisible()
  await expect(page.getByRole('figure', { name: '我的曲线' })).toHaveCount(0)
  await tab(page, '团队')
  await expect(page.getByText('你说，我们做')).toBeVisible()
  await nothingSerious(page)
  await tab(page, '我的')
  await page.getByRole('button', { name: '我已看过，同意' }).click()
  await page.getByRole('button', { name: '收藏“慢呼吸”' }).click()
  await expect(page.getByRole('button', { name: '取消收藏“慢呼吸”' })).toBeVisible()
  await page.keyboard.press('0')
  await expect(navigation(page)).toHaveCount(0)
})

async function signInAgain(page: Page, name: string) {
  await enter(page, name)
  await expect(navigation(page)).toBeVisible()
}
