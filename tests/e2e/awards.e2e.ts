import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { enter, expect, signIn, test } from './fixtures.ts'

const WHAT = '雨天把摔倒的老人送到社区医院'
const EVIDENCE = '客户评价系统报表'

async function nothingSerious(page: Page) {
  const { violations } = await new AxeBuilder({ page }).exclude('iframe').analyze()
  expect(violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')).toEqual([])
}

async function switchTo(page: Page, name: string) {
  await page.keyboard.press('F2')
  await enter(page, name)
}

async function openAwards(page: Page) {
  await page.getByRole('link', { name: '表彰' }).click()
  await expect(page.getByRole('textbox', { name: '姓名、奖项、事由' })).toBeVisible()
}

async function openNumbers(page: Page) {
  await openAwards(page)
  await page.getByRole('radiogroup', { name: '表彰' }).getByText('数字').click()
}

async function openAward(page: Page) {
  await openAwards(page)
  await page.getByRole('row').filter({ hasText: WHAT }).click()
  await expect(page.getByRole('list', { name: '进展' })).toBeVisible()
}

const state = (page: Page) => page.getByRole('list', { name: '进展' }).locator('[aria-current="step"]')
const drawer = (page: Page) => page.getByRole('dialog')

async function choose(page: Page, label: string, what: string) {
  await drawer(page).getByRole('combobox', { name: label }).click()
  await page.keyboard.insertText(what)
  await page.locator('.ant-select-item-option-active').filter({ hasText: what }).waitFor()
  await page.keyboard.press('Enter')
}

/** A nomination of 许一诺 for the fast month's star with typed evidence, handed in. */
async function nominate(page: Page) {
  await openAwards(page)
  await page.keyboard.press('n')
  await expect(drawer(page).getByRole('combobox', { name: '奖项' })).toBeFocused()
  await page.keyboard.insertText('月度')
  await page.locator('.ant-select-item-option').filter({ hasText: '月度服务明星' }).click()
  await choose(page, '提名谁', '齐山')
  await drawer(page).getByRole('textbox', { name: '事由' }).fill(WHAT)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('无证据不提名：请至少加一条证据')).toBeVisible()
  await expect(page.getByRole('button', { name: '提交提名' })).toBeDisabled()
  await page.getByRole('region', { name: '客户评价' }).getByRole('button', { name: '加证据' }).click()
  await drawer(page).getByRole('textbox', { name: '证据内容' }).fill(EVIDENCE)
  await page.keyboard.press('Control+Enter')
  await expect(page.getByText('沈知夏 手工填写')).toBeVisible()
  await page.getByRole('region', { name: '协作与传帮带' }).getByRole('button', { name: '加证据' }).click()
  await drawer(page).getByRole('checkbox').first().focus()
  await page.keyboard.press('Space')
  await expect(drawer(page).getByRole('button', { name: '加入已选 1 条' })).toBeEnabled()
  await page.keyboard.press('Enter')
  await expect(drawer(page).getByRole('checkbox').first()).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(drawer(page)).toHaveCount(0)
  await expect(page.getByRole('button', { name: /^移除证据/ })).toHaveCount(2)
  await page.getByRole('button', { name: '提交提名' }).click()
  await expect(state(page)).toContainText('已提名')
}

/** The records first; what they cannot tell is confirmed with a note. */
async function clearGates(page: Page, last: '核实：没有' | '核实：有' = '核实：没有') {
  await page.getByRole('button', { name: '核对台账' }).click()
  // One of them no record can answer.
  await expect(page.getByText('未核对', { exact: true })).toHaveCount(1)
  const open = page.getByRole('button', { name: '由我核实' })
  for (let left = await open.count(); left > 0; left--) {
    await expect(open).toHaveCount(left)
    await open.first().click()
    await drawer(page).getByRole('textbox', { name: '核实经过' }).fill('看过录像，问过当班主管')
    await drawer(page)
      .getByRole('button', { name: left === 1 ? last : '核实：没有' })
      .click()
    await expect(open).toHaveCount(left - 1)
  }
}

async function chooseReviewers(page: Page) {
  await page.getByRole('button', { name: '开始评议' }).click()
  await choose(page, '评议人', '林予安')
  await choose(page, '评议人', '顾青禾')
  await page.keyboard.press('Tab')
  await drawer(page).getByRole('button', { name: /保存/ }).click()
}

async function score(page: Page, points: string) {
  await page.getByRole('button', { name: '没有亲属关系' }).click()
  const fields = page.getByRole('spinbutton')
  await expect(fields.first()).toBeVisible()
  for (const field of await fields.all()) await field.fill(points)
  await page.getByRole('button', { name: '交评分' }).click()
  await expect(page.getByText('评分已交', { exact: true })).toBeVisible()
}

test('a star of the month goes from its nomination over gates, two reviewers and an objection to its grant', async ({
  page,
  outlet,
}) => {
  test.slow()
  await signIn(page, await outlet.start(), '沈知夏')
  await nominate(page)
  await nothingSerious(page)

  await switchTo(page, '林予安')
  await openAward(page)
  await clearGates(page)
  await nothingSerious(page)
  await chooseReviewers(page)
  await expect(state(page)).toContainText('评议中')
  await score(page, '90')

  await switchTo(page, '顾青禾')
  await openAward(page)
  await score(page, '80')

  await switchTo(page, '林予安')
  await openAward(page)
  await expect(page.getByRole('row').filter({ hasText: '合计' })).toContainText('85')
  await expect(page.getByRole('row').filter({ hasText: '改进建议' })).toContainText('未关联证据')
  await nothingSerious(page)
  await page.getByRole('button', { name: '公示', exact: true }).click()
  await expect(drawer(page)).toContainText('2026-11-25 为最后一天')
  await expect(drawer(page)).toContainText('名额：每网点一名，十人以下可空缺')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('公示中')

  await switchTo(page, '顾青禾')
  await openAward(page)
  await page.getByRole('button', { name: '提异议' }).click()
  await drawer(page).getByRole('textbox', { name: '异议内容' }).fill('十月请过一周假')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('有异议')

  await switchTo(page, '林予安')
  await openAward(page)
  await page.getByRole('button', { name: '答复异议' }).click()
  await drawer(page).getByRole('textbox', { name: '核查结果' }).fill('请假三天，不影响评选')
  await page.keyboard.press('Control+Enter')
  await expect(state(page)).toContainText('公示中')

  await outlet.kill()
  await signIn(page, await outlet.start('2026-11-26T07:52:00+08:00'), '许一诺')
  await openAward(page)
  await expect(state(page)).toContainText('已颁发')
  await expect(page.getByRole('button', { name: '撤销' })).toHaveCount(0)

  const names = page.getByRole('columnheader', { name: '姓名' })
  await openNumbers(page)
  await expect(page.getByRole('columnheader', { name: '岗位' })).toBeVisible()
  await expect(names).toHaveCount(0)
  await nothingSerious(page)
  await switchTo(page, '林予安')
  await openNumbers(page)
  await expect(page.getByRole('row').filter({ hasText: '齐山' })).toBeVisible()
  await page.getByRole('switch', { name: '让所有人看到个人数字' }).click()
  await expect(page.getByText('个人数字已对所有人公开')).toBeVisible()
  await switchTo(page, '许一诺')
  await openNumbers(page)
  await expect(names).toBeVisible()
  await expect(page.getByRole('switch', { name: '让所有人看到个人数字' })).toHaveCount(0)
})

test('a veto stops an award, and who is not concerned sees nothing of it', async ({ page, outlet }) => {
  test.slow()
  await signIn(page, await outlet.start(), '沈知夏')
  await nominate(page)

  await switchTo(page, '林予安')
  await openAward(page)
  await clearGates(page, '核实：有')
  await chooseReviewers(page)
  await expect(page.getByText('有一票否决的情形，不能进入评议；可撤回这条提名')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: '不保存，关闭' }).click()
  await page.getByRole('button', { name: '撤回' }).click()
  await drawer(page).getByRole('textbox', { name: '理由' }).fill('有否决情形')
  await drawer(page).getByRole('button', { name: '撤回' }).click()
  await expect(state(page)).toContainText('已撤回')

  await switchTo(page, '许一诺')
  await openAwards(page)
  await page.getByRole('textbox', { name: '姓名、奖项、事由' }).fill(WHAT)
  await expect(page.getByText('没有符合条件的内容')).toBeVisible()
})
