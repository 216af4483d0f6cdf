import { expect, signIn, test } from './fixtures.ts'

const PASSPHRASE = '柳岸路 的 春天 1987'

test('the head sets the vault up, notes the recovery key once, and unlocks it after a restart', async ({
  page,
  outlet,
}) => {
  test.slow()
  await signIn(page, await outlet.start(), '林予安')
  await page.goto(`${new URL(page.url()).origin}/settings?tab=vault`)
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE)
  await page.getByLabel('再输一次口令').fill(`${PASSPHRASE}。`)
  await page.getByRole('button', { name: '建立保密柜' }).click()
  await expect(page.getByText('两次输入的不一样')).toBeVisible()
  await page.getByLabel('再输一次口令').fill(PASSPHRASE)
  await page.getByRole('button', { name: '建立保密柜' }).click()
  await expect(page.getByTestId('vault-recovery-key')).toHaveText(/^([0-9A-Z]{5}-){4}[0-9A-Z]{5}$/, { timeout: 30_000 })
  await page.getByRole('button', { name: '我已记下' }).click()
  await expect(page.getByText('已打开', { exact: true })).toBeVisible()

  await outlet.kill()
  await signIn(page, await outlet.start(), '林予安')
  await page.goto(`${new URL(page.url()).origin}/settings?tab=vault`)
  await expect(page.getByText('没有打开', { exact: true })).toBeVisible()
  await page.getByLabel('口令', { exact: true }).fill('不是这个口令啊')
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByText('口令不对，保密柜没有打开')).toBeVisible({ timeout: 30_000 })
  await page.getByLabel('口令', { exact: true }).fill(PASSPHRASE)
  await page.getByRole('button', { name: '打开', exact: true }).click()
  await expect(page.getByText('已打开', { exact: true })).toBeVisible({ timeout: 30_000 })
  await page.keyboard.press('Control+k')
  await page.keyboard.type('English')
  await expect(page.getByRole('option').first()).toContainText('English')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Destroy the key of a person')).toBeVisible()
})
