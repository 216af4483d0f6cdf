import { expect, test } from './fixtures.ts'
import { PatrolPage } from './pages/patrol-page.ts'

test.use({ world: 'empty' })

test('from the first start to the first report', async ({ page, outlet }) => {
  test.slow()
  await page.goto(await outlet.start())
  await page.getByRole('button', { name: '开始建立' }).click()
  await page.getByLabel('网点名称').fill('柳岸路网点')
  await page.getByLabel('机构号').fill('YZ-NP-03')
  await page.getByLabel('负责人姓名').fill('林予安')
  await page.keyboard.press('Enter')
  const oneTimePin =
    (await page
      .getByText(/^\d{6}$/)
      .first()
      .textContent()) ?? ''
  await page.getByRole('button', { name: /记下/ }).click()
  await page.getByTestId('recovery-code').waitFor()
  await page.getByRole('button', { name: /记下/ }).click()

  const pins = page.locator('input[type="password"]')
  await pins.first().waitFor()
  await page.keyboard.type(oneTimePin)
  await page.keyboard.press('Enter')
  await expect(pins).toHaveCount(3)
  for (const [index, pin] of [oneTimePin, '135790', '135790'].entries()) await pins.nth(index).fill(pin)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible()

  const patrol = new PatrolPage(page)
  await patrol.start()
  const client = await outlet.operator()
  const { patrols } = await client.patrols.day({})
  const uid = patrols.find(({ round }) => round === 'opening')?.uid ?? ''
  const walked = async () => (await client.patrols.progress({ uid })).patrol.figures
  await patrol.passRest(client, uid)
  await expect.poll(walked).toMatchObject({ completion: 1, passRate: 1, score: 100 })
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('dialog')).toContainText('全部有结果')
  await page.keyboard.press('Enter')
  await expect(page.getByText('开门前巡检已提交')).toBeVisible()

  await page.getByRole('link', { name: /^报告/ }).click()
  const sheet = page.frameLocator('iframe')
  await expect(sheet.getByRole('heading', { name: '服务工作月报' })).toBeVisible()
  await expect(sheet.locator('[data-figure="completion"]')).toHaveText('100.0%')
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await download).suggestedFilename()).toBe('YZ-NP-03_服务工作月报_2026-11.docx')
})

test.describe('every screen', () => {
  test.use({ world: 'seeded', colorScheme: 'dark' })

  test('opens in English and dark without a word of the other language or a complaint', async ({ page, outlet }) => {
    const complaints: string[] = []
    /** The report's frame may run nothing, which is what keeps the test's own probe out of it. */
    page.on('console', (message) => {
      if (message.type() === 'error' && !message.text().includes('about:srcdoc')) complaints.push(message.text())
    })
    await page.goto(await outlet.start())
    await page.getByRole('button', { name: 'English' }).click()
    await page.locator('input').first().fill('林予安')
    await page.keyboard.press('Enter')
    await page.locator('input[type="password"]').waitFor()
    await page.keyboard.type('246810')
    await page.keyboard.press('Enter')
    const links = page.getByRole('navigation').getByRole('link')
    await expect(links.first()).toBeVisible()
    for (let index = 0; index < (await links.count()); index++) {
      await links.nth(index).click()
      await expect(page.locator('main').first()).not.toBeEmpty()
      await page.waitForTimeout(300)
    }
    await expect(page.getByRole('navigation')).not.toContainText(/[\u4e00-\u9fff]/)
    expect(complaints).toEqual([])
  })
})
