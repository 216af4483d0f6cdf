import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'
import { PatrolPage } from './pages/patrol-page.ts'

const row = (page: Page, name: string) => page.getByLabel('机具', { exact: true }).locator('tr', { hasText: name })

async function openDevices(page: Page) {
  await page.getByRole('link', { name: '机具' }).click()
  await expect(row(page, '取款机1号')).toBeVisible()
}

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

test('a device is marked down and up by one key each, and the slip is undone', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '沈知夏')
  await expect(page.getByRole('row', { name: /自助终端1号/ })).toContainText('停机中')
  await openDevices(page)
  await row(page, '取款机1号').focus()
  await page.keyboard.press('d')
  await expect(row(page, '取款机1号')).toContainText('停机')
  await expect(page.getByText('取款机1号 已标记停机')).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('取款机1号 已恢复')).toBeVisible()
  await expect(row(page, '取款机1号').getByText('正常', { exact: true })).toBeVisible()
  await page.keyboard.press('u')
  await expect(page.getByText('这台机具没有停机')).toBeVisible()
  await row(page, '叫号机').focus()
  await page.keyboard.press('d')
  await expect(page.getByText('叫号机 已标记停机')).toBeVisible()
  await page.keyboard.press('Control+z')
  await expect(row(page, '叫号机').getByText('正常', { exact: true })).toBeVisible()
})

test('an outage is entered later, corrected with a reason, and the month counts it', async ({ page, outlet }) => {
  await signIn(page, await outlet.start('2026-11-23T16:30:00+08:00'), '林予安')
  const operator = await outlet.operator()
  const read = async () => {
    const { devices } = await operator.devices.month({ month: '2026-11' })
    return devices.find(({ device }) => device.name === '叫号机')?.uptime
  }
  const before = (await read())?.downMinutes ?? 0
  await openDevices(page)
  await row(page, '叫号机').focus()
  await page.keyboard.press('e')
  const form = page.getByRole('dialog')
  await form.getByLabel('停机时间 HH:MM').fill('10:00')
  await form.getByLabel('恢复时间 HH:MM').fill('1200')
  await form.getByLabel('报修时间 HH:MM').fill('12:30')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('时间要按停机、报修、到场、修复、恢复的先后').first()).toBeVisible()
  await form.getByLabel('报修时间 HH:MM').fill('10:10')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('停机记录已保存')).toBeVisible()

  const figures = await read()
  expect(figures?.downMinutes).toBe(before + 120)
  const shown = `${(Math.floor((figures?.uptime ?? 0) * 1000 + 1e-9) / 10).toFixed(1)}%`
  await expect(row(page, '叫号机')).toContainText(shown)
  await expect(row(page, '叫号机')).toContainText((Math.floor((before + 120) / 6) / 10).toFixed(1))

  await row(page, '叫号机').click()
  await page
    .getByRole('dialog')
    .getByRole('button', { name: /11-23 10:00/ })
    .click()
  const editor = page.getByRole('dialog').filter({ hasText: '叫号机 的停机' })
  await editor.getByLabel('停机时间 HH:MM').fill('11:00')
  await editor.getByLabel('报修时间 HH:MM').fill('11:05')
  await page.keyboard.press('Control+Enter')
  await expect(editor.getByText('这里必须填写')).toBeVisible()
  await editor.getByLabel('更正原因').fill('看了监控')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog').getByText(/更正：看了监控/)).toBeVisible()
  expect((await read())?.downMinutes).toBe(before + 60)
})

test('a device is registered, and a number taken is said beside its field', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '顾青禾')
  await openDevices(page)
  await page.keyboard.press('n')
  const form = page.getByRole('dialog')
  await form.getByLabel('名称').fill('回单机')
  await form.getByLabel('编号').fill('atm-01')
  await page.keyboard.press('Control+Enter')
  await expect(form.getByText('已有机具用了这个编号').first()).toBeVisible()
  await form.getByLabel('编号').fill('RP-01')
  await page.keyboard.press('Control+Enter')
  await expect(row(page, '回单机')).toBeVisible()
})

test('a round’s fail asks which device it is, and the month counts it', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '沈知夏')
  const patrol = new PatrolPage(page)
  await patrol.start()
  await page
    .getByRole('button', { name: /自助服务区/ })
    .first()
    .click()
  await page.locator('li[data-item="self-service.power-on"]').click()
  await page.keyboard.press('3')
  await page.keyboard.press('Enter')
  // A known defect is said in other words.
  await expect(patrol.answerOf('self-service.power-on')).toHaveAttribute('data-answer', 'fail')
  await expect(patrol.answerOf('self-service.power-on')).not.toHaveAttribute('data-wished')
  await page.locator('li[data-item="self-service.power-on"]').click()
  const asked = page.getByRole('region', { name: '哪一台停机？' })
  await expect(asked.getByRole('checkbox', { name: /取款机1号/ })).toBeVisible()
  await expect(asked.getByRole('checkbox', { name: /自助终端1号.*已停机/ })).toBeDisabled()
  await page.keyboard.press('d')
  await expect(asked.getByRole('checkbox', { name: /取款机1号/ })).toBeFocused()
  await page.keyboard.press('Space')
  await page.keyboard.press('Tab')
  await asked.getByRole('button', { name: '记为停机' }).press('Enter')
  await expect(asked.getByText('已记 1 台停机')).toBeVisible()
  await nothingSerious(page)
  const operator = await outlet.operator()
  const [outage] = await operator.devices.outages({ from: '2026-11-23', to: '2026-11-23' })
  expect(outage).toMatchObject({ device: { name: '取款机1号' }, endAt: null, item: 'self-service.power-on' })
  expect(outage?.task).not.toBeNull()
  await asked.getByRole('button', { name: '已记 1 台停机' }).click()
  await expect(row(page, '取款机1号')).toContainText('停机')
})

test('has nothing serious for axe on its screens', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  await openDevices(page)
  await expect(page.getByRole('img', { name: '运行率按月' })).toBeVisible()
  await nothingSerious(page)
  await page.getByRole('button', { name: '看表格' }).click()
  await expect(page.getByRole('table', { name: '运行率按月' })).toBeVisible()
  await row(page, '自助终端1号').click()
  await expect(page.getByRole('dialog').getByText('停机经过')).toBeVisible()
  await nothingSerious(page)
  await page.keyboard.press('Escape')
  await page.keyboard.press('e')
  await expect(page.getByRole('dialog').getByLabel('停机时间 HH:MM')).toBeVisible()
  await nothingSerious(page)
})
