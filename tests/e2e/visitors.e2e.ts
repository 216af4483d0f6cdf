import type { Page } from '@playwright/test'
import { expect, signIn, test } from './fixtures.ts'

const PIN_OF_THEIR_OWN = '357913'

async function add(page: Page, name: string, kind: string): Promise<string> {
  await page.keyboard.press('n')
  const drawer = page.getByRole('dialog')
  await drawer.getByLabel('姓名').fill(name)
  await drawer.getByText(kind).click()
  await drawer.getByLabel(/单位/).fill('滨江支行')
  await page.keyboard.press('Control+Enter')
  const pin = await page.getByTestId('one-time-pin').textContent()
  await page.getByRole('button', { name: '我已记下' }).click()
  return pin ?? ''
}

/** Signs in with the one-time PIN and chooses an own one. */
async function arrive(page: Page, url: string, name: string, pin: string): Promise<void> {
  await page.goto(url)
  await page.getByRole('combobox').fill(name)
  await page.keyboard.press('Enter')
  await page.locator('input[type="password"]').waitFor()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
  await page.getByLabel('现在的 PIN').fill(pin)
  await page.getByLabel('新的 PIN', { exact: true }).fill(PIN_OF_THEIR_OWN)
  await page.getByLabel('再输一次新的 PIN').fill(PIN_OF_THEIR_OWN)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('navigation')).toBeVisible({ timeout: 30_000 })
}

const OPEN_TO_VISITORS = [
  '/',
  '/meetings',
  '/patrols',
  '/rectifications',
  '/devices',
  '/awards',
  '/reports',
  '/notices',
  '/people',
  '/imports',
  '/checklists',
  '/audit',
  '/settings',
]
const links = (page: Page) => page.getByRole('navigation').getByRole('link')

test('the head adds an inspector and an auditor; each sees only what they may use and exports the audit', async ({
  browser,
  outlet,
}) => {
  test.slow()
  const open = async () => (await browser.newContext({ viewport: { width: 1366, height: 768 } })).newPage()
  const head = await open()
  await signIn(head, await outlet.start(), '林予安')
  await head.getByRole('link', { name: '人员' }).click()
  const duty = head.getByText(/在岗 \d+ 人/)
  const count = await duty.textContent()
  await head.getByText('来访人员', { exact: true }).click()
  const pins = {
    inspector: await add(head, '唐亦舟', '上级行检查人员'),
    auditor: await add(head, '尹照', '审计人员'),
  }
  await expect(head.getByRole('cell', { name: '尹照' })).toBeVisible()
  await head.getByText('同事', { exact: true }).click()
  await expect(duty).toHaveText(count ?? '')
  await expect(head.getByRole('cell', { name: '尹照' })).toHaveCount(0)

  for (const [name, pin] of [
    ['唐亦舟', pins.inspector],
    ['尹照', pins.auditor],
  ] as const) {
    const page = await open()
    await arrive(page, await outlet.launchUrl(), name, pin)
    expect(await links(page).evaluateAll((all) => all.map((link) => link.getAttribute('href')))).toEqual(
      OPEN_TO_VISITORS,
    )
    await page.getByRole('link', { name: '人员' }).click()
    await expect(page.getByRole('cell', { name: '林予安' })).toBeVisible()
    await expect(page.getByRole('button', { name: /新增/ })).toHaveCount(0)
    await page.getByRole('link', { name: '审计' }).click()
    const download = page.waitForEvent('download')
    await page.getByRole('button', { name: '导出' }).click()
    expect((await download).suggestedFilename()).toMatch(/\.xlsx$/)
  }
})
