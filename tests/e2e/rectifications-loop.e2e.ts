import type { Page } from '@playwright/test'
import type { Client } from '../../shared/contract/index.ts'
import { addDays, weekdayOf } from '../../shared/domain/business-day.ts'
import { walkCleanRounds } from './clean-rounds.ts'
import { expect, signIn, test } from './fixtures.ts'
import { PatrolPage } from './pages/patrol-page.ts'

const FAULT = '边框松动，一碰就晃'
const NEXT_DAY = '2026-11-24'
const CLEAN_ROUNDS = 10
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const OTHER_PHOTO = Buffer.concat([PHOTO, Buffer.from([0])])

const card = (page: Page) => page.getByRole('complementary', { name: '整改单' })
const state = (page: Page, name: string) => expect(card(page).getByText(name, { exact: true }).first()).toBeVisible()

/** One step by its key, once the card offers it. */
async function step(page: Page, key: string) {
  await expect(card(page).getByRole('button', { name: new RegExp(` ?${key.toUpperCase()}$`) })).toBeVisible()
  await page.keyboard.press(key)
}

const FRIDAY = 5
const nextWorkday = (on: string) => addDays(on, weekdayOf(on) === FRIDAY ? 3 : 1)

async function openTask(page: Page) {
  await page.getByRole('link', { name: /^整改/ }).focus()
  await page.keyboard.press('Enter')
  await page.getByLabel('看哪些').getByRole('radio', { name: /^全部/ }).focus()
  await page.keyboard.press('Space')
  await page.keyboard.press('/')
  await page.keyboard.type(FAULT)
  await expect(page.locator('tr[data-row-key]')).toHaveCount(1)
  await page.locator('tr[data-row-key]', { hasText: FAULT }).focus()
  await page.keyboard.press('Enter')
  await expect(card(page)).toBeVisible()
}

async function submit(page: Page, words: string, cause: string, photo: Buffer) {
  await step(page, 's')
  const form = card(page).getByRole('form')
  await form.getByLabel(/^(怎么改的|第一层)/).fill(`${words}，已复位`)
  for (const layer of ['第二层', '第三层']) {
    const field = form.getByLabel(new RegExp(`^${layer}`))
    if ((await field.count()) > 0) await field.fill(`${words}（${layer}）`)
  }
  if ((await form.locator('input[type=file]').count()) > 0) {
    await form.locator('input[type=file]').setInputFiles({ name: 'p.png', mimeType: 'image/png', buffer: photo })
    await expect(form.getByRole('button', { name: '去掉第 1 张照片' })).toBeVisible()
  }
  await form.getByLabel('根本原因').fill(cause)
  await expect(page.getByTitle(new RegExp(cause))).toBeVisible()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Control+Enter')
  await state(page, '待复核')
}

test('a fault of a round goes its whole way, is closed by clean rounds and comes back one level higher, by keyboard', async ({
  page,
  outlet,
}) => {
  test.slow()
  await signIn(page, await outlet.start(), '周小满')
  const patrol = new PatrolPage(page)
  await patrol.start()
  await patrol.toSoundItem(await outlet.operator(), 'lobby-manager')
  const item = await patrol.failHere(FAULT)

  const tasksOf = async (client: Client) => (await client.rectifications.list({ item, states: ['assigned'] })).tasks
  const [found] = await tasksOf(await outlet.operator())
  const uid = found?.uid ?? ''
  expect(found).toMatchObject({ description: FAULT, owner: { queue: 'lobby-manager' } })

  await openTask(page)
  await state(page, '待接收')
  await step(page, 'd')
  await state(page, '整改中')
  await step(page, 'w')
  const form = card(page).getByRole('form')
  await form.getByLabel('在等谁').fill('装修公司')
  await form.getByLabel('预计哪天').fill('2026-11-27')
  await page.keyboard.press('Enter')
  await form.getByLabel('临时措施').fill('先用胶带固定')
  await page.keyboard.press('Control+Enter')
  await expect(
    card(page)
      .getByText(/等 装修公司 到 .*已等 0 天/)
      .first(),
  ).toBeVisible()
  await step(page, 'd')
  await state(page, '整改中')
  await submit(page, '加固边框', '老化到期', PHOTO)

  await signIn(page, await outlet.launchUrl(), '林予安')
  await openTask(page)
  await step(page, 'r')
  await card(page).getByLabel('原因说明').fill('原因没有找对')
  await card(page).getByRole('checkbox', { name: '原因' }).press('Space')
  await page.keyboard.press('Control+Enter')
  await expect(card(page).getByText('重做：原因').first()).toBeVisible()

  await signIn(page, await outlet.launchUrl(), '周小满')
  await openTask(page)
  await step(page, 'd')
  await state(page, '整改中')
  await submit(page, '换成加厚边框', '配置不适用', OTHER_PHOTO)

  await signIn(page, await outlet.launchUrl(), '林予安')
  await openTask(page)
  await step(page, 'v')
  await card(page).getByLabel('复核说明').fill('看过，不晃了')
  await page.keyboard.press('Control+Enter')
  await state(page, '已销号')
  const before = await (await outlet.operator()).rectifications.card({ uid })
  expect(before.lookBacks.length).toBeGreaterThan(0)

  await outlet.kill()
  const walks = {
    dataFolder: outlet.dataFolder,
    from: NEXT_DAY,
    walker: '周小满',
    item,
    taskUid: uid,
    count: CLEAN_ROUNDS,
  }
  const last = await walkCleanRounds(walks)
  await signIn(page, await outlet.start(`${nextWorkday(last)}T07:52:00+08:00`), '周小满')
  await openTask(page)
  await state(page, '已关闭')
  await expect(
    card(page)
      .getByText(/连续.*轮/)
      .first(),
  ).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('t')
  const later = new PatrolPage(page)
  await later.start()
  await later.toItem(item)
  expect(await later.failHere(FAULT)).toBe(item)
  await openTask(page)
  await state(page, '已重开')
  await expect(card(page).getByText('再次发现，重开')).toBeVisible()
  await expect(
    card(page)
      .getByText(/^(较重|严重)$/)
      .first(),
  ).toBeVisible()
  const after = await (await outlet.operator()).rectifications.card({ uid })
  const levels = ['minor', 'major', 'critical']
  expect(levels.indexOf(after.task.severity)).toBe(Math.min(levels.indexOf(before.task.severity) + 1, 2))
  expect(after.timeline.filter(({ from, to }) => from !== to).map(({ to }) => to)).toEqual(
    'found assigned doing waiting doing submitted returned doing submitted verified lookback closed reopened'.split(
      ' ',
    ),
  )
})
