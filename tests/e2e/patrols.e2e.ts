import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { holdAnswers } from './held-answers.ts'
import { PatrolPage } from './pages/patrol-page.ts'

test('walks the whole opening round by keyboard and hands it in', async ({ page, outlet }) => {
  test.slow()
  await signIn(page, await outlet.start(), '周小满')
  const patrol = new PatrolPage(page)
  await patrol.start()

  await page.keyboard.press('1')
  const failed = await patrol.currentItem()
  await page.keyboard.press('3')
  await expect(page.getByLabel('说明')).toBeFocused()
  await page.keyboard.press('Alt+2')
  await page.keyboard.press('Enter')
  await patrol.saved(failed, '不合格')

  const fixed = await patrol.currentItem()
  await page.keyboard.press('2')
  await expect(page.getByLabel('说明')).toBeFocused()
  await page.keyboard.press('Enter')
  expect(await patrol.currentItem()).toBe(fixed)
  await page.keyboard.type(' 当场扶正')
  await page.keyboard.press('Enter')
  await patrol.saved(fixed, '当场改')

  await walkTheRest(page, patrol)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('全部有结果')
  await expect(page.getByRole('dialog')).toContainText('“按公示时间开关门，不迟开早关”要等 09:00 开门后才看得到')
  await page.keyboard.press('Enter')
  await expect(page.getByText('开门前巡检已提交')).toBeVisible()

  const client = await outlet.operator()
  const { patrols } = await client.patrols.day({})
  const round = patrols.find((one) => one.round === 'opening')
  expect(round).toMatchObject({ state: 'submitted', isLateEntry: false })
  expect(round?.figures).toMatchObject({ fixed: 1, fail: 1, pass: (round?.figures.due ?? 0) - 3 })
  const sheet = await client.patrols.sheet({ uid: round?.uid ?? '' })
  expect(sheet.answers.find(({ item }) => item === failed)).toMatchObject({ value: 'fail', note: '破损' })
  expect(sheet.answers.find(({ item }) => item === fixed)).toMatchObject({ value: 'fixed', note: '当场扶正' })
})

test('asks whether the doors opened on time only after they did', async ({ page, outlet }) => {
  const item = 'entrance.open-on-time'
  await signIn(page, await outlet.start(), '周小满')
  const patrol = new PatrolPage(page)
  await patrol.start()
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('z')
  await expect(patrol.row(item)).toHaveCount(0)
  await page.keyboard.press('/')
  await expect(patrol.row(item)).toContainText('09:00 开门后填')
  await page.keyboard.press('Control+Enter')
  await page.getByRole('button', { name: /^照样提交/ }).click()
  await expect(page.getByText('开门前巡检已提交')).toBeVisible()

  await outlet.kill()
  await signIn(page, await outlet.start('2026-11-23T09:05:00+08:00'), '周小满')
  await page.getByRole('button', { name: /开门前巡检/ }).click()
  await page.keyboard.press('/')
  await patrol.row(item).click()
  await expect(patrol.row(item)).toContainText('开门后补填')
  await page.keyboard.press('e')
  await expect(page.getByLabel('更正原因')).toHaveValue('开门后补填')
  await page.getByText('合格', { exact: true }).last().click()
  await page.getByLabel('迟开或早关').last().fill('0')
  await page.keyboard.press('Control+Enter')
  await expect(patrol.answerOf(item)).toHaveText('合格')
})

/** Z for each zone; what it leaves (known defects, readings) one by one, but for what only the opened doors show. */
async function walkTheRest(page: Page, patrol: PatrolPage): Promise<void> {
  const open = async () => {
    const [done, due] = (await patrol.counts().innerText()).split('/').map(Number)
    return (due ?? 0) - (done ?? 0)
  }
  for (let left = await open(); left > 1; left = await open()) {
    await page.keyboard.press('z')
    await expect
      .poll(open, { timeout: 1000 })
      .toBeLessThan(left)
      .catch(() => undefined)
    left = await open()
    if (left === 1) return
    await page.keyboard.press('1')
    await page.waitForTimeout(60)
    if (await page.getByRole('complementary').locator('input:focus').count()) await page.keyboard.press('Enter')
    await expect.poll(open).toBeLessThan(left)
  }
}

test('loses no saved answer when the service is killed, and goes on where it was', async ({
  page,
  outlet,
  browser,
}) => {
  test.slow()
  await signIn(page, await outlet.start(), '周小满')
  const patrol = new PatrolPage(page)
  await patrol.start()
  const answered: string[] = []
  for (let step = 0; step < 5; step++) {
    answered.push(await patrol.currentItem())
    await page.keyboard.press('1')
    await expect(patrol.current).not.toHaveAttribute('data-item', answered.at(-1) ?? '')
  }
  const next = await patrol.currentItem()
  await patrol.saved(answered.at(-1) ?? '', '合格')
  await outlet.kill()

  await page.keyboard.press('1')
  await expect(page.getByText(/还没存上/).first()).toBeVisible()
  await expect(patrol.answerOf(next)).toHaveAttribute('data-wished')

  const again = await browser.newPage()
  await signIn(again, await outlet.start('2026-11-23T07:58:00+08:00'), '周小满')
  const resumed = new PatrolPage(again)
  await resumed.start()
  for (const item of answered) await resumed.saved(item, '合格')
  expect(await resumed.currentItem()).toBe(next)
  await expect(resumed.answerOf(next)).toHaveCount(0)
  await again.close()
})

test('shows what a colleague answers, and asks when both answered', async ({ page, outlet, browser }) => {
  test.slow()
  const url = await outlet.start()
  await signIn(page, url, '周小满')
  const mine = new PatrolPage(page)
  await mine.start()
  const first = await mine.currentItem()

  const other = await browser.newPage()
  const deaf = await holdAnswers(other)
  await signIn(other, await outlet.launchUrl(), '顾青禾')
  const theirs = new PatrolPage(other)
  await theirs.start()
  await page.keyboard.press('4')
  await theirs.saved(first, '不适用')
  await theirs.row(first).click()
  await expect(other.getByText(/周小满 \d\d:\d\d:\d\d 已保存/)).toBeVisible()

  await other.keyboard.press('ArrowDown')
  const second = await theirs.currentItem()
  expect(await mine.currentItem()).toBe(second)
  deaf.hold()
  await page.keyboard.press('3')
  await mine.saved(second, '不合格')
  await other.keyboard.press('1')
  await expect(theirs.answerOf(second)).toHaveAttribute('data-wished')
  deaf.release()
  await theirs.row(second).click()
  await expect(other.getByText('周小满 刚刚也答了这一项')).toBeVisible()
  await theirs.saved(second, '不合格')
  await other.keyboard.press('m')
  await theirs.saved(second, '合格')
  await page.keyboard.press('Escape')
  await mine.saved(second, '合格')
  await other.close()
})

test('hands zones to a colleague by keyboard, and asks before passing the rest there', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '周小满')
  const patrol = new PatrolPage(page)
  await patrol.start()
  const zones = page.getByRole('navigation', { name: '区域' })

  await page.keyboard.press('h')
  const dialog = page.getByRole('dialog', { name: '把区域交给谁查' })
  await expect(dialog.getByRole('radio', { name: /顾青禾/ })).toBeVisible()
  await page.keyboard.type('gqh')
  await page.keyboard.press('Tab')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Space')
  await page.keyboard.press('Enter')
  await expect(page.getByText('2 个区域已交给顾青禾')).toBeVisible()
  await expect(zones.getByRole('button', { name: /顾青禾/ })).toHaveCount(2)

  const first = await patrol.currentItem()
  await page.keyboard.press('z')
  const question = page.getByRole('dialog', { name: '这一区已交给顾青禾' })
  await expect(question).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(question).toBeHidden()
  await expect(patrol.answerOf(first)).toHaveCount(0)
  await page.keyboard.press('z')
  await expect(question).toBeVisible()
  await page.keyboard.press('Enter')
  await patrol.saved(first, '合格')
})

test('has nothing serious for axe on its screens', async ({ page, outlet }) => {
  test.slow()
  await signIn(page, await outlet.start(), '林予安')
  const check = async () => {
    const { violations } = await new AxeBuilder({ page }).analyze()
    const serious = violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
    expect(serious.map(({ id, nodes }) => [id, nodes.map(({ html }) => html).slice(0, 3)])).toEqual([])
  }
  await expect(page.getByText('本月到今天')).toBeVisible()
  await check()
  await new PatrolPage(page).start()
  await check()
  await page.keyboard.press('h')
  await expect(page.getByRole('dialog')).toBeVisible()
  await check()
  await page.keyboard.press('Escape')
  await page.keyboard.press('Escape')
  await expect(page.getByText('以往各轮')).toBeVisible()
  await check()
  await page.keyboard.press('q')
  await expect(page.getByText('每天的完成率和合格率').first()).toBeVisible()
  await check()
})
