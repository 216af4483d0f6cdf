import { expect, signIn, test } from './fixtures.ts'
import { holdAnswers } from './held-answers.ts'
import { MeetingPage } from './pages/meeting-page.ts'

const MONDAY = '2026-11-23T08:26:00+08:00'

test('the wall takes the steps that a clicker sends before its first screen has come', async ({ page, outlet }) => {
  const screen = await holdAnswers(page, '/meetings/wall')
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const meeting = new MeetingPage(page)
  await meeting.open()
  await meeting.begin()
  screen.hold()
  await page.keyboard.press('p')
  await screen.asked
  const wall = page.locator('[data-wall]')
  await expect(wall).toBeVisible()
  await page.keyboard.press('PageDown')
  await page.keyboard.press('PageDown')
  await expect(wall.getByText('现在没有正在开的会议')).toHaveCount(0)
  screen.release()
  await expect(wall.getByRole('heading', { level: 1, name: '心情签到与上周天气' })).toBeVisible()
})

test('who plays in a drill is found by name and said with the part', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const meeting = new MeetingPage(page)
  await meeting.open()
  await meeting.begin()
  await page
    .getByRole('navigation', { name: '流程' })
    .getByRole('button', { name: /情景演练/ })
    .click()
  await expect(meeting.step('情景演练')).toBeVisible()
  const drill = meeting.form('演练结果')
  await drill.getByLabel('内容').fill('先请坐，再解释')
  await meeting.choose(drill, '谁演什么', '唐书宁')
  await page.keyboard.press('Escape')
  await drill.getByRole('button', { name: '记下' }).click()
  await expect(drill.getByText('写上每个人演什么')).toBeVisible()
  await expect(drill.getByRole('listitem')).toHaveCount(0)
  await drill.getByLabel('唐书宁 的角色').fill('着急的客户')
  await drill.getByRole('button', { name: '记下' }).click()
  await expect(drill.getByRole('listitem').filter({ hasText: '先请坐，再解释' })).toContainText(/唐书宁.*着急的客户/)
})
