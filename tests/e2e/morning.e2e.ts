import { expect, signIn, test } from './fixtures.ts'
import { MeetingPage } from './pages/meeting-page.ts'
import { MoodPage } from './pages/mood-page.ts'
import { PatrolPage } from './pages/patrol-page.ts'

const MONDAY = '2026-11-23'
const FAULT = '叫号屏左下角有一块不亮'
const LOBBY_MANAGER = '周小满'
const HEAD = '林予安'

test('a Monday from the opening round through the meeting to two care talks, and a Tuesday on which the unfinished returns', async ({
  page,
  outlet,
}) => {
  test.slow()
  const patrol = new PatrolPage(page)
  const meeting = new MeetingPage(page)
  const moods = new MoodPage(page)

  await signIn(page, await outlet.start(`${MONDAY}T07:52:00+08:00`), LOBBY_MANAGER)
  await patrol.start()
  const client = await outlet.operator()
  const { patrols } = await client.patrols.day({})
  const uid = patrols.find(({ round }) => round === 'opening')?.uid ?? ''
  await patrol.toSoundItem(client, 'lobby-manager')
  const failed = await patrol.failHere(FAULT)
  await patrol.passRest(client, uid)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('全部有结果')
  await page.keyboard.press('Enter')
  await expect(page.getByText('开门前巡检已提交')).toBeVisible()

  await signIn(page, await outlet.launchUrl(), '许一诺')
  await moods.open()
  await page.keyboard.press('5')
  await page.keyboard.press('Enter')
  await moods.left()
  await moods.nextInLine('唐书宁')
  await page.getByRole('checkbox', { name: '我想和负责人聊聊' }).check()
  await page.getByRole('radio', { name: /雷雨/ }).click()
  await page.keyboard.press('Enter')
  await moods.left()

  await outlet.kill()
  await signIn(page, await outlet.start(`${MONDAY}T08:26:00+08:00`), LOBBY_MANAGER)
  await meeting.open()
  await expect(page.getByText('本周第一个营业日')).toBeVisible()
  const host = await meeting.begin()
  await meeting.call()
  await meeting.next('仪容与工装周检')
  await meeting.next('心情签到与上周天气')
  await expect(page.getByRole('main')).not.toContainText(/雷雨|许一诺|想和/)
  await meeting.next('上周五项看板')
  await meeting.next('整改台账过堂')
  await expect(page.getByRole('region', { name: '在办整改按责任人' })).toContainText('大堂经理')
  await meeting.next('周星提名与颁奖')
  await meeting.next('本周目标与排班')
  const focus = meeting.form('今日三件事')
  for (const words of ['三号窗口九点前开', '下班前清空回单柜']) {
    await focus.getByLabel('内容').fill(words)
    await page.keyboard.press('Enter')
    await expect(focus.getByText(words)).toBeVisible()
  }
  await page.getByRole('heading', { level: 2, name: '本周目标与排班' }).click()
  await meeting.next('情景演练')
  await meeting.next('收尾')
  await page.getByRole('button', { name: '散会' }).click()
  await expect(page.getByText('待签字')).toBeVisible()
  await meeting.sign(host)
  await expect(page.getByText('会议日志已签字')).toBeVisible()

  await signIn(page, await outlet.launchUrl(), HEAD)
  await expect(page.getByText(/位同事需要你问一句/)).toBeVisible()
  await moods.open()
  await moods.openCare()
  await expect(moods.reminder('唐书宁')).toContainText('想和你聊聊')
  for (const name of ['许一诺', '唐书宁']) {
    await moods.arrangeTalk(name)
    await expect(moods.talk(name, MONDAY)).toContainText('已安排')
  }

  await outlet.kill()
  await signIn(page, await outlet.start('2026-11-24T08:26:00+08:00'), HEAD)
  await meeting.open()
  await meeting.begin()
  for (const words of ['三号窗口九点前开', '下班前清空回单柜']) {
    await expect(page.getByRole('listitem', { name: words })).toContainText('第 1 个早晨')
  }
  await page.getByRole('listitem', { name: '三号窗口九点前开' }).getByRole('button', { name: '了结' }).click()
  await expect(page.getByText('已了结', { exact: true })).toBeVisible()
  await meeting.next('两人互查仪容')
  await meeting.next('心情天气签到')
  await meeting.next('上个营业日回看')
  const operator = await outlet.operator()
  const item = (await operator.checklists.current({})).items.find(({ id }) => id === failed)
  await expect(page.getByRole('region', { name: /^上个营业日不合格项/ })).toContainText(item?.zh ?? '?')
  const tasks = await operator.rectifications.list({ search: FAULT })
  expect(tasks.tasks).toMatchObject([{ description: FAULT, state: 'assigned' }])
})
