import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enter, expect, signIn, test } from './fixtures.ts'
import { holdAnswers } from './held-answers.ts'
import { MeetingPage } from './pages/meeting-page.ts'

const PUBLIC = '停电那会儿先把老人扶到座位上'
const MONDAY = '2026-11-23T08:26:00+08:00'
const STEPS_TO_THE_PRAISE = ['仪容与工装周检', '心情签到与上周天气', '上周五项看板', '整改台账过堂', '周星提名与颁奖']
const PRIVATE = '谢谢你昨晚陪我把账对完'

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

async function openCards(page: Page) {
  await page.getByRole('link', { name: '表彰' }).click()
  await page.getByRole('radiogroup', { name: '表彰' }).getByText('点赞卡').click()
}

/** By keyboard alone: G, the initials, the sentence, Ctrl+Enter. */
async function give(page: Page, [initials, name]: readonly [string, string], words: string, isPrivate = false) {
  await page.keyboard.press('g')
  const dialog = page.getByRole('dialog', { name: '送一张点赞卡' })
  await expect(dialog.getByRole('combobox', { name: '送给谁' })).toBeFocused()
  await page.keyboard.type(initials)
  await expect(page.locator('.ant-select-item-option-active')).toContainText(name)
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: '因为哪件事' })).toBeFocused()
  await page.keyboard.insertText(words)
  if (isPrivate) await dialog.getByRole('checkbox', { name: '只给对方看' }).press('Space')
  else await page.keyboard.press('Alt+2')
  return dialog
}

test('a card is given by keyboard alone from Today, and read out in the next meeting', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(MONDAY), '林予安')
  await expect(page.getByRole('list', { name: '今天的安排' })).toBeVisible()
  const dialog = await give(page, ['szx', '沈知夏'], PUBLIC)
  await expect(dialog.getByRole('radio', { name: '互相补位' })).toBeChecked()
  await nothingSerious(page)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已送给沈知夏，下次晨会会念到')).toBeVisible()
  await openCards(page)
  const wall = page.getByRole('list', { name: '本月点赞墙' })
  await expect(wall.getByRole('listitem').filter({ hasText: PUBLIC })).toContainText('互相补位')
  await nothingSerious(page)

  const meeting = new MeetingPage(page)
  await meeting.open()
  await meeting.begin()
  for (const step of STEPS_TO_THE_PRAISE) await meeting.next(step)
  await expect(page.getByText(`沈知夏：${PUBLIC}`).first()).toBeVisible()
})

test('a card sent before the list of people has come goes to who was typed once it has', async ({ page, outlet }) => {
  const people = await holdAnswers(page, '/people/list')
  people.hold()
  await signIn(page, await outlet.start(MONDAY), '林予安')
  await expect(page.getByRole('list', { name: '今天的安排' })).toBeVisible()
  await people.asked
  await page.keyboard.press('g')
  const dialog = page.getByRole('dialog', { name: '送一张点赞卡' })
  await expect(dialog.getByRole('combobox', { name: '送给谁' })).toBeFocused()
  await page.keyboard.type('szx')
  await page.keyboard.press('Enter')
  await expect(dialog.getByRole('textbox', { name: '因为哪件事' })).toBeFocused()
  await page.keyboard.insertText(PUBLIC)
  await page.keyboard.press('Control+Enter')
  await expect(dialog.getByRole('button', { name: /送出/ })).toHaveClass(/loading/)
  people.release()
  await expect(page.getByText('已送给沈知夏，下次晨会会念到')).toBeVisible()
})

test('a private card is seen by nobody else; what was given is taken back or withdrawn', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '沈知夏')
  await expect(page.getByRole('list', { name: '今天的安排' })).toBeVisible()
  const dialog = await give(page, ['lya', '林予安'], PRIVATE, true)
  await expect(dialog).toContainText('只有你和对方看得到')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('已送给林予安，只有你们两人看得到')).toBeVisible()
  await openCards(page)
  await page.getByText('我送出的').click()
  const given = page.getByRole('list', { name: '我送出的' }).getByRole('listitem').filter({ hasText: PRIVATE })
  await expect(given).toContainText('仅两人可见')
  await page.getByText('本月点赞墙').click()
  await expect(page.getByRole('list', { name: '本月点赞墙' })).toBeVisible()
  await expect(page.getByText(PRIVATE)).toHaveCount(0)

  // A card that was begun is not there for whoever takes the seat next.
  await page.keyboard.press('g')
  await expect(page.getByRole('dialog', { name: '送一张点赞卡' })).toBeVisible()
  await page.keyboard.press('F2')
  await enter(page, '林予安')
  await expect(page.getByRole('link', { name: '表彰' })).toBeVisible()
  await expect(page.getByRole('dialog', { name: '送一张点赞卡' })).toHaveCount(0)
  await openCards(page)
  await page.getByText('我收到的').click()
  await expect(page.getByText(PRIVATE)).toBeVisible()

  await page.keyboard.press('F2')
  await enter(page, '顾青禾')
  await openCards(page)
  for (const box of ['本月点赞墙', '我收到的', '我送出的']) {
    await page.getByText(box, { exact: true }).click()
    await page.getByRole('textbox', { name: '姓名、拼音或内容' }).fill('陪我把账')
    await expect(page.getByText('没有符合的点赞卡')).toBeVisible()
    await page.getByRole('textbox', { name: '姓名、拼音或内容' }).fill('')
  }

  await page.keyboard.press('F2')
  await enter(page, '沈知夏')
  await openCards(page)
  await page.getByText('我送出的').click()
  await given.getByRole('button', { name: '收回' }).click()
  await expect(page.getByText('已收回，不留记录')).toBeVisible()
  await expect(given).toHaveCount(0)
})
