import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { HEAD_KEYS, WALL_KEYS } from '../../shared/domain/meeting-keys.ts'
import { expect, signIn, test } from './fixtures.ts'
import { holdAnswers } from './held-answers.ts'
import { MeetingPage } from './pages/meeting-page.ts'

const MONDAY = '2026-11-23T08:26:00+08:00'
const PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
)
const RED_PHOTO = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAIAAAACCAIAAAD91JpzAAAAEElEQVR4nGP4z8AARAwQCgAf7gP9i18U1AAAAABJRU5ErkJggg==',
  'base64',
)
const TUESDAY = '2026-11-24T08:26:00+08:00'

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('a Monday meeting runs to the signature, and what is unfinished returns on Tuesday', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const meeting = new MeetingPage(page)
  await meeting.open()
  await expect(page.getByText('本周第一个营业日')).toBeVisible()
  await nothingSerious(page)
  const host = await meeting.begin()
  expect(host).not.toBe('')

  const roll = page.getByRole('radiogroup', { name: '齐山' })
  await roll.getByRole('radio', { name: '缺席' }).click()
  await expect(page.getByText('已点 1 / 14 人')).toBeVisible()
  await page.getByRole('button', { name: '其余都到了' }).click()
  await expect(page.getByText('到会 13 / 应到 14')).toBeVisible()
  await page.getByLabel('齐山 的原因').fill('病假')
  await page.getByRole('heading', { level: 2, name: '集合问好' }).click()
  await nothingSerious(page)

  await meeting.next('仪容与工装周检')
  await page.getByRole('button', { name: '排对子' }).click()
  await expect(page.getByRole('button', { name: '重新排' })).toBeVisible()

  await meeting.next('心情签到与上周天气')
  await meeting.next('上周五项看板')
  await expect(page.getByRole('region', { name: '上周五项指标看板' })).toContainText('巡检合格率')
  const focusOfWeek = meeting.form('本周主攻')
  await focusOfWeek.getByLabel('内容').fill('本周主攻等候时间')
  await page.keyboard.press('Enter')
  await expect(focusOfWeek.getByText('本周主攻等候时间')).toBeVisible()
  await expect(focusOfWeek.getByText('已记满 1 条')).toBeVisible()

  await page.getByRole('button', { name: '散会' }).click()
  const ending = page.getByRole('dialog', { name: '散会前还缺' })
  await expect(ending).toContainText('还没有：今日三件事')
  await expect(ending).not.toContainText('出席')
  await nothingSerious(page)
  await ending.getByRole('button', { name: '去补上' }).click()
  await expect(meeting.step('本周目标与排班')).toBeVisible()
  await expect(ending).toHaveCount(0)
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await page.keyboard.press('PageUp')
  await expect(meeting.step('上周五项看板')).toBeVisible()
  await page.getByRole('heading', { level: 2, name: '上周五项看板' }).click()
  await meeting.next('整改台账过堂')
  await meeting.next('周星提名与颁奖')
  await meeting.next('本周目标与排班')
  const focus = meeting.form('今日三件事')
  await focus.getByLabel('内容').fill('三号窗口九点前开')
  await page.keyboard.press('Enter')
  await expect(focus.getByText('三号窗口九点前开')).toBeVisible()
  const tasks = meeting.form('新派待办')
  await tasks.getByLabel('要做什么').fill('换掉大厅破损座椅')
  await meeting.choose(tasks, '责任人', '许一诺')
  await tasks.getByRole('button', { name: '当场成单' }).click()
  await expect(page.getByText(/已派单 .*-2026-\d+/)).toBeVisible()
  await expect(tasks.getByText('换掉大厅破损座椅')).toBeVisible()

  await page.getByRole('heading', { level: 2, name: '本周目标与排班' }).click()
  await meeting.next('情景演练')
  await meeting.next('收尾')
  await page.getByLabel('这一步的要点').fill('按时开工')
  await page.getByRole('button', { name: '散会' }).click()
  await expect(page.getByText('待签字')).toBeVisible()
  await nothingSerious(page)
  await meeting.sign(host, '135790')
  await expect(page.getByText('PIN 不对，还可试 4 次')).toBeVisible()
  await meeting.sign(host)
  await expect(page.getByText('会议日志已签字')).toBeVisible()
  await expect(page.getByText(`${host} 已签字`)).toBeVisible()
  await expect(page.getByText('按时开工')).toBeVisible()

  const operator = await outlet.operator()
  const { tasks: found } = await operator.rectifications.list({ source: 'meeting' })
  expect(found).toMatchObject([{ description: '换掉大厅破损座椅', owner: { person: { name: '许一诺' } } }])

  await outlet.kill()
  await signIn(page, await outlet.start(TUESDAY), '林予安')
  await meeting.open()
  await expect(page.getByText('平日', { exact: true })).toBeVisible()
  const second = await meeting.begin()
  expect(second).not.toBe(host)
  const returned = page.getByRole('listitem', { name: '三号窗口九点前开' })
  await expect(returned).toContainText('第 1 个早晨')
  await returned.getByRole('button', { name: '了结' }).click()
  await expect(page.getByText('已了结', { exact: true })).toBeVisible()
  const raised = page.getByRole('listitem', { name: '本周主攻等候时间' })
  await raised.getByRole('button', { name: '上报' }).click()
  await page.getByLabel('给上级的说明').fill('请分行增派大堂人手')
  await page.keyboard.press('Enter')
  await expect(raised.getByText('已上报，等答复')).toBeVisible()
  await raised.getByRole('button', { name: '不做了' }).click()
  await page.getByLabel('为什么不做').fill('改由支行统一安排')
  await page.keyboard.press('Enter')
  await expect(raised).toContainText('改由支行统一安排')
})

test('one key holds the short meeting where too few came; a signature waits for the photo on its way', async ({
  page,
  outlet,
}) => {
  await page.addInitScript(() => {
    const real = window.createImageBitmap.bind(window)
    const arrival = new Promise<void>((resolve) => addEventListener('photo-arrives', () => resolve(), { once: true }))
    const late = async (source: ImageBitmapSource, options?: ImageBitmapOptions) => {
      await arrival
      return real(source, options)
    }
    Object.assign(window, { createImageBitmap: late })
  })
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const meeting = new MeetingPage(page)
  await meeting.open()
  const host = await meeting.begin()
  const rows = page.getByRole('radiogroup')
  const due = await rows.count()
  for (let at = 0; at * 2 <= due; at++) {
    await rows.nth(at).getByRole('radio', { name: '缺席' }).click()
    await expect(page.getByText(`已点 ${at + 1} / ${due} 人`)).toBeVisible()
  }
  await page.getByRole('button', { name: '其余都到了' }).click()
  await expect(page.getByText(/^到会不足一半/)).toBeVisible()
  await page.getByRole('button', { name: '散会' }).click()
  await page.getByRole('dialog', { name: '散会前还缺' }).getByRole('button', { name: '仍要散会' }).click()
  await expect(page.getByText('未过半，不算开会')).toBeVisible()

  const photos = page.getByRole('region', { name: '照片' })
  await photos.locator('input[type=file]').setInputFiles({ name: 'few.png', mimeType: 'image/png', buffer: PHOTO })
  await meeting.sign(host)
  await expect(page.getByText('照片还在路上，存好就签字')).toBeVisible()
  await page.evaluate(() => dispatchEvent(new Event('photo-arrives')))
  await expect(page.getByText(`${host} 已签字`)).toBeVisible()
  await page.reload()
  await expect(page.getByText(`${host} 已签字`)).toBeVisible()
  await expect(photos.getByRole('img')).toHaveCount(1)

  await expect(page.getByRole('button', { name: /补开短晨会/ })).toBeEnabled()
  await page.keyboard.press('b')
  await expect(page.getByRole('heading', { level: 1, name: '短晨会（8分钟）' })).toBeVisible()
})

test('photos added one after the other before the log is read again all stay', async ({ page, outlet }) => {
  const reading = await holdAnswers(page, '/meetings/read')
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const meeting = new MeetingPage(page)
  await meeting.open()
  await meeting.begin()
  await page.getByRole('button', { name: '散会' }).click()
  await page.getByRole('dialog', { name: '散会前还缺' }).getByRole('button', { name: '仍要散会' }).click()
  const photos = page.getByRole('region', { name: '照片' })
  const add = (name: string, buffer: Buffer) =>
    photos.locator('input[type=file]').setInputFiles({ name, mimeType: 'image/png', buffer })
  await expect(photos).toBeVisible()
  reading.hold()
  await add('one.png', PHOTO)
  await expect(photos.getByRole('img')).toHaveCount(1)
  await add('two.png', RED_PHOTO)
  await expect(photos.getByRole('img')).toHaveCount(2)
  reading.release()
  await page.reload()
  await expect(photos.getByRole('img')).toHaveCount(2)
})

test('the wall follows every step by a clicker and shows nothing that is not for all', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const operator = await outlet.operator()
  const templates = await operator.meetings.templates({})
  const meeting = new MeetingPage(page)
  const wall = page.locator('[data-wall]')
  const allowed = new Set<string>(WALL_KEYS)
  const shown = new Set<string>()
  for (const template of templates) {
    await meeting.open()
    const kind = template.kind === 'morning' ? '晨会' : '夕会'
    const panel = page.getByRole('region', { name: kind, exact: true })
    await panel.getByRole('combobox', { name: '流程' }).click()
    await page.getByTitle(template.name.zh).last().click()
    await panel.getByRole('button', { name: `开始${kind}` }).click()
    await expect(page.getByRole('timer')).toBeVisible()
    await page.keyboard.press('p')
    for (const [index, step] of template.steps.entries()) {
      if (index > 0) await page.keyboard.press(['PageDown', 'ArrowRight', 'Space'][index % 3] ?? 'PageDown')
      await expect(wall.getByRole('heading', { level: 1, name: step.name.zh, exact: true })).toBeVisible()
      const keys = await wall
        .locator('[data-key]')
        .evaluateAll((blocks) => blocks.map((block) => block.getAttribute('data-key') ?? ''))
      expect(keys.filter((key) => !allowed.has(key) || !(step.shows as string[]).includes(key))).toEqual([])
      for (const key of keys) shown.add(key)
      const spills = await wall
        .locator('[data-blocks]')
        .evaluateAll((grids) => grids.map((grid) => grid.scrollHeight - (grid.parentElement?.clientHeight ?? 0)))
      expect(Math.max(0, ...spills)).toBeLessThanOrEqual(1)
    }
    await nothingSerious(page)
    await page.keyboard.press('PageUp')
    await expect(wall.getByRole('heading', { level: 1, name: template.steps.at(-2)?.name.zh ?? '' })).toBeVisible()
    await page.keyboard.press('Escape')
    await expect(wall).toHaveCount(0)
    await page.getByRole('button', { name: '作废' }).click()
    await page.getByLabel('作废原因').fill('走完一遍')
    await page.keyboard.press('Enter')
    await expect(page.getByRole('heading', { level: 1, name: '晨会夕会' })).toBeVisible()
  }
  expect(shown.size).toBeGreaterThan(15)
  for (const key of HEAD_KEYS) expect(shown).not.toContain(key)
})

test('what does not fit on the wall is paged by the clicker, every row of it', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(MONDAY), '沈知夏')
  const meeting = new MeetingPage(page)
  await meeting.open()
  await meeting.begin()
  await page.keyboard.press('p')
  const wall = page.locator('[data-wall]')
  await expect(wall.getByRole('heading', { level: 1 })).toBeVisible()
  for (let step = 1; step < 4; step++) await page.keyboard.press('PageDown')
  await expect(wall.getByRole('heading', { level: 1, name: '上周五项看板' })).toBeVisible()
  // The figures that are read side by side stand whole.
  await expect(wall.locator('[data-key="kpi.week-board"] [data-rows] > li')).toHaveCount(4)
  const block = wall.locator('[data-key="patrol.week-passrate"]')
  const pager = block.getByRole('button', { name: /^第 \d+–\d+ 条，共 \d+ 条/ })
  const total = Number(/共 (\d+) 条/.exec((await pager.textContent()) ?? '')?.[1])
  const first = (await pager.textContent()) ?? ''
  const zones = new Set<string>()
  for (let turns = 0; turns < 40; turns++) {
    for (const row of await block.locator('[data-rows] > li').allTextContents()) zones.add(row)
    const before = (await pager.textContent()) ?? ''
    await page.keyboard.press('.')
    await expect(pager).not.toHaveText(before)
    if ((await pager.textContent()) === first) break
  }
  await expect(pager).toHaveText(first)
  expect(zones.size).toBe(total)
  await expect(wall.getByRole('heading', { level: 1, name: '上周五项看板' })).toBeVisible()
})

test('what is on the wall is read from four metres, in light and dark', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(MONDAY), '林予安')
  const meeting = new MeetingPage(page)
  await meeting.open()
  await meeting.begin()
  const wall = page.locator('[data-wall]')
  const height = page.viewportSize()?.height ?? 0
  const grounds = new Set<string>()
  for (const theme of ['浅色界面', '深色界面']) {
    await page.keyboard.press('Control+k')
    await page.getByRole('combobox').fill(theme)
    await expect(page.getByRole('option', { name: theme })).toBeVisible()
    await page.keyboard.press('Enter')
    await page.keyboard.press('p')
    await expect(wall.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(wall.getByRole('timer')).toBeVisible()
    grounds.add(await wall.evaluate((element) => getComputedStyle(element).backgroundColor))
    const sizes = await wall.evaluate((element) =>
      [...element.querySelectorAll('h1, li, header b')].map((one) => Number.parseFloat(getComputedStyle(one).fontSize)),
    )
    expect(sizes.length).toBeGreaterThan(2)
    // Of a picture 1.2 m high 3 % are 36 mm: half a degree from four metres.
    expect(Math.min(...sizes)).toBeGreaterThan(height * 0.03)
    await nothingSerious(page)
    await page.keyboard.press('Escape')
    await expect(wall).toHaveCount(0)
  }
  expect(grounds.size).toBe(2)
})
