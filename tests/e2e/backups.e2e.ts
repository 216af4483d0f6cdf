import { mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, signIn, test } from './fixtures.ts'

test('the head backs up now, restores an earlier moment and undoes that, by few keys and clicks', async ({
  page,
  outlet,
}) => {
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '备份', exact: true }).click()
  await expect(page.getByText('还没有备份')).toBeVisible()
  await page.keyboard.press('Control+b')
  await expect(page.getByText(/已备份并核验/)).toBeVisible()
  const rows = page.getByRole('row', { name: /手动/ })
  await expect(rows).toHaveCount(1)
  expect(readdirSync(join(outlet.dataFolder, 'backups')).some((name) => name.endsWith('.json'))).toBe(true)

  const operator = await outlet.operator()
  const newcomer = {
    name: '后来人',
    staffNo: null,
    post: 'teller' as const,
    duties: [],
    joinedOn: null,
    certificateValidTo: null,
  }
  await operator.people.add(newcomer)
  const names = async () => (await operator.people.list({})).map(({ name }) => name)

  await rows.getByRole('button', { name: '恢复到这里' }).click()
  const dialog = page.getByRole('dialog')
  await expect(dialog.getByText('1 人员')).toBeVisible()
  await dialog.getByRole('button', { name: '恢复', exact: true }).click()
  await expect(page.getByText(/^已恢复到/)).toBeVisible()
  expect(await names()).not.toContain('后来人')
  await expect(page.getByRole('row', { name: /恢复之前/ })).toHaveCount(1)

  await page.getByRole('button', { name: '撤销恢复' }).click()
  await expect(page.getByText('已撤销恢复，回到恢复之前')).toBeVisible()
  expect(await names()).toContain('后来人')
})

test('a second place is chosen, gets its copy, and the drill says that it can be read', async ({ page, outlet }) => {
  const disk = `${outlet.dataFolder}-disk`
  mkdirSync(disk, { recursive: true })
  await signIn(page, await outlet.start(), '林予安')
  await page.getByRole('link', { name: '备份', exact: true }).click()
  await page.getByRole('button', { name: '选第二处' }).click()
  await page.keyboard.type(disk)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/第二份也已送到/)).toBeVisible()
  await expect(page.getByRole('row', { name: /第二处/ })).toHaveCount(1)
  await page.getByRole('button', { name: '现在演练' }).click()
  await expect(page.getByText(/演练通过/)).toBeVisible()
})

test('a teller does not find the backups', async ({ page, outlet }) => {
  await signIn(page, await outlet.start(), '许一诺')
  await expect(page.getByRole('link', { name: '设置', exact: true })).toBeVisible()
  await expect(page.getByRole('link', { name: '备份', exact: true })).toHaveCount(0)
})

test('a damaged file brings up the ways back, and one click restores the newest backup', async ({ page, outlet }) => {
  await outlet.start()
  await (await outlet.operator()).backups.make({})
  await outlet.kill()
  const path = join(outlet.dataFolder, 'chenxun.db')
  const bytes = readFileSync(path)
  bytes.fill(0xee, 0, 8192)
  writeFileSync(path, bytes)
  await page.goto(await outlet.start())
  await expect(page.getByRole('heading', { name: '数据文件有损坏，没有打开' })).toBeVisible()
  await page.getByRole('button', { name: '取出为表格' }).click()
  await expect(page.getByText(/salvage\.xlsx/)).toBeVisible()
  await page.getByRole('button', { name: '恢复这份备份' }).click()
  await expect(page.getByRole('heading', { name: '数据文件有损坏，没有打开' })).toBeHidden()
  await signIn(page, await outlet.launchUrl(), '林予安')
  const kept = join(
    outlet.dataFolder,
    'damaged',
    readdirSync(join(outlet.dataFolder, 'damaged'))[0] ?? '',
    'chenxun.db',
  )
  expect(readFileSync(kept).equals(bytes)).toBe(true)
})

test('on a new PC the first start brings the records back from a disk with copies', async ({ page, outlet }) => {
  await outlet.start()
  await (await outlet.operator()).backups.make({})
  await outlet.kill()
  const disk = mkdtempSync(join(tmpdir(), 'chenxun-e2e-disk-'))
  renameSync(join(outlet.dataFolder, 'backups'), join(disk, 'backups'))
  for (const name of readdirSync(outlet.dataFolder)) rmSync(join(outlet.dataFolder, name), { recursive: true })

  await page.goto(await outlet.start())
  await page.getByRole('button', { name: '选择备份' }).click()
  await page.getByLabel('备份所在的文件夹').fill(join(disk, 'none'))
  await page.keyboard.press('Enter')
  await expect(page.getByText('找不到这个文件夹')).toBeVisible()
  await page.getByLabel('备份所在的文件夹').fill(disk)
  await page.keyboard.press('Enter')
  await expect(page.getByText(/手动 · /)).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText(/^已恢复到 .+请照旧登录/)).toBeVisible()
  await signIn(page, await outlet.launchUrl(), '林予安')
  await expect(page.getByText('本月到今天')).toBeVisible()
  rmSync(disk, { recursive: true, force: true })
})
