import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enter, expect, signIn, test } from './fixtures.ts'
import { MoodPage } from './pages/mood-page.ts'

const HEAD = '林予安'
const navigation = (page: Page) => page.getByRole('navigation', { name: '主导航' })

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('two low mornings, said by keyboard, become two care talks', async ({ page, outlet }) => {
  const moods = new MoodPage(page)
  await signIn(page, await outlet.start(), '许一诺')
  await page.keyboard.press('y')
  await expect(page.getByText('具名：这一次的天气只有你本人和网点负责人看得到。')).toBeVisible()
  await nothingSerious(page)
  await page.keyboard.press('5')
  await expect(page.getByRole('radio', { name: /雷雨/ })).toBeChecked()
  await page.keyboard.press('Enter')
  await expect(page.getByText('已签到并退出登录')).toBeVisible()
  await moods.left()

  await moods.nextInLine('唐书宁')
  await page.getByRole('button', { name: '客户发火' }).click()
  await page.getByRole('checkbox', { name: '我想和负责人聊聊' }).check()
  await page.getByRole('radio', { name: /雷雨/ }).click()
  await page.keyboard.press('Enter')
  await moods.left()

  await moods.nextInLine(HEAD)
  await moods.openCare()
  await nothingSerious(page)
  await expect(moods.reminder('唐书宁')).toContainText('想和你聊聊')
  for (const name of ['许一诺', '唐书宁']) {
    await expect(moods.reminder(name)).toContainText('雷雨')
    await moods.arrangeTalk(name)
  }
  await expect(moods.talk('许一诺', '2026-11-23')).toContainText('已安排')
  await expect(moods.talk('唐书宁', '2026-11-23')).toContainText('调换窗口或岗位')
})

test('the head turns to counters, and everybody is asked anew before anything is counted', async ({ page, outlet }) => {
  const moods = new MoodPage(page)
  await signIn(page, await outlet.start(), HEAD)
  await page.keyboard.press('y')
  await moods.tab('方式与保存')
  await page.getByRole('button', { name: '改用不具名，另开一段' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '以不具名开始' }).click()
  await expect(page.getByText(/现在：不具名，自 2026-11-23 起/)).toBeVisible()
  await nothingSerious(page)
  await moods.tab('我的')
  await expect(page.getByText('告知书（第 1 版）')).toBeVisible()
  await page.getByRole('button', { name: '我已看过，同意' }).click()
  await expect(page.getByText(/不具名：只给计数加一/)).toBeVisible()
  await expect(page.getByRole('button', { name: '客户发火' })).toHaveCount(0)
  await page.keyboard.press('2')
  await page.keyboard.press('Enter')
  await moods.left()
  await page.getByRole('button', { name: /改回普通登录/ }).click()
  await signInAgain(page, HEAD)
  await page.keyboard.press('y')
  await expect(page.getByText('今天已经签过了')).toBeVisible()
  await moods.openCare()
  const reminders = page.getByRole('region', { name: '该问一问的' })
  await expect(reminders.getByText('想和你聊聊')).toBeVisible()
  await expect(reminders.getByText(/雷雨|低落/)).toHaveCount(0)
})

test('what a person said is gone with the consent, and skipping leaves the turn', async ({ page, outlet }) => {
  const moods = new MoodPage(page)
  await signIn(page, await outlet.start(), '沈知夏')
  await page.keyboard.press('y')
  await expect(page.getByRole('figure', { name: '我的曲线' })).toBeVisible()
  await page.getByRole('button', { name: '撤回同意' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '撤回同意' }).click()
  await expect(page.getByText('已撤回同意，你的记录已删除')).toBeVisible()
  await expect(page.getByRole('figure', { name: '我的曲线' })).toHaveCount(0)
  await moods.tab('团队')
  await expect(page.getByText('你说，我们做')).toBeVisible()
  await nothingSerious(page)
  await moods.tab('我的')
  // Asked for without a weather and without a consent.
  const wish = page.getByRole('region', { name: '我想和负责人聊聊' })
  await expect(wish.getByRole('button', { name: '只说想聊聊并退出' })).toBeEnabled()
  await nothingSerious(page)
  await page.getByRole('button', { name: '我已看过，同意' }).click()
  await expect(wish).toHaveCount(0)
  await page.getByRole('button', { name: '收藏“慢呼吸”' }).click()
  await expect(page.getByRole('button', { name: '取消收藏“慢呼吸”' })).toBeVisible()
  await page.getByRole('checkbox', { name: '我想和负责人聊聊' }).check()
  await expect(page.getByRole('button', { name: /只说想聊聊并退出/ })).toBeEnabled()
  await page.keyboard.press('0')
  await moods.left()
  await moods.nextInLine(HEAD)
  await moods.openCare()
  await expect(moods.reminder('沈知夏')).toContainText('想和你聊聊')
})

async function signInAgain(page: Page, name: string) {
  await enter(page, name)
  await expect(navigation(page)).toBeVisible()
}
