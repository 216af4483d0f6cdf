import AxeBuilder from '@axe-core/playwright'
import { expect, signIn, test } from './fixtures.ts'

test.describe('first start', () => {
  test.use({ world: 'empty' })

  test('sets an outlet up by hand and signs its head in', async ({ page, outlet }) => {
    await page.goto(await outlet.start())
    await expect(page.getByRole('heading').first()).toBeVisible()
    await page.getByRole('button', { name: '开始建立' }).click()
    await page.getByLabel('机构号').fill('YZ-NP-03')
    await page.getByLabel('网点名称').fill('柳岸路网点')
    await page.getByLabel(/负责人/).fill('林予安')
    await page.keyboard.press('Enter')
    const pin =
      (await page
        .getByText(/^\d{6}$/)
        .first()
        .textContent()) ?? ''
    expect(pin).toMatch(/^\d{6}$/)
    await page.getByRole('button', { name: /记下/ }).click()
    await expect(page.getByTestId('recovery-code')).toHaveText(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/)
    await page.getByRole('button', { name: /记下/ }).click()
    await page.locator('input[type="password"]').waitFor()
    await page.keyboard.type(pin)
    await page.keyboard.press('Enter')
    await expect(page.getByText('林予安').first()).toBeVisible()
    await expect(page.locator('input[type="password"]').first()).toBeVisible()
  })

  test('offers the sample outlet in a file of its own', async ({ page, outlet }) => {
    test.slow()
    await page.goto(await outlet.start())
    const look = page.getByRole('button', { name: /示例/ })
    await look.click()
    const progress = page.getByRole('status').filter({ hasText: '正在准备示例网点' })
    await expect(progress).toBeVisible()
    await look.click({ force: true })
    await expect(progress).toHaveCount(1)
    await expect(page.getByText('246810')).toBeVisible({ timeout: 60_000 })
  })
})

test('draws Chinese glyphs, not boxes', async ({ page, outlet }) => {
  await page.goto(await outlet.start())
  const measure = () =>
    page.evaluate(() => {
      const probe = document.createElement('span')
      probe.textContent = '晨巡网点月报'
      probe.style.fontSize = '16px'
      document.body.append(probe)
      const { width } = probe.getBoundingClientRect()
      probe.remove()
      return width
    })
  await expect.poll(measure).toBeGreaterThan(90)
})

test('switches the language without a restart and has nothing serious for axe', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '林予安')
  const { violations } = await new AxeBuilder({ page }).analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
  await page.keyboard.press('Control+k')
  await page.keyboard.type('English')
  await expect(page.getByRole('option').first()).toContainText('English')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation').getByText('Today')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('navigation').getByText('Today')).toBeVisible()
})

test('makes a wrong PIN wait and tells the person until when', async ({ page, outlet }) => {
  await page.goto(await outlet.start())
  await page.getByRole('combobox').or(page.getByRole('searchbox')).or(page.getByRole('textbox')).first().fill('许一诺')
  await page.keyboard.press('Enter')
  const pin = page.locator('input[type="password"]')
  for (let time = 0; time < 5; time++) {
    await pin.fill('111111')
    await page.keyboard.press('Enter')
    await expect(pin).toHaveValue('')
  }
  await expect(page.getByText(/秒|分钟/).first()).toBeVisible()
})
