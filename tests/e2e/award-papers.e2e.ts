import type { Page } from '@playwright/test'
import { connectTab } from '../harness/connect-tab.ts'
import { expect, signIn, test } from './fixtures.ts'

const PIN = '246810'

/** A person's own connection to the running console, as another tab. */
async function tabOf(url: string, name: string) {
  const { origin, hash } = new URL(url)
  const tab = await connectTab(origin, hash.replace('#launch=', ''))
  const person = (await tab.client.people.signInChoices({})).find((one) => one.name === name)
  await tab.client.people.signIn({ personUid: person?.uid ?? '', pin: PIN })
  return { ...tab, uid: person?.uid ?? '' }
}

const CARD = '雨天替我守了一上午门口'
const PRAISE = '找回存折，一路送到家'

/** The records of a source that hold these words, ticked and linked. */
async function link(page: Page, criterion: string, words: string) {
  await page.getByRole('region', { name: criterion }).getByRole('button', { name: '加证据' }).click()
  const drawer = page.getByRole('dialog')
  await drawer.getByRole('listitem').filter({ hasText: words }).getByRole('checkbox').check()
  await drawer.getByRole('button', { name: '加入已选 1 条' }).click()
  await expect(drawer.getByRole('listitem').filter({ hasText: words }).getByRole('checkbox')).toBeDisabled()
  await page.keyboard.press('Escape')
  await expect(drawer).toHaveCount(0)
}

test('a thank-you card and a suggestion become a nomination, its story and its certificate', async ({
  page,
  outlet,
}) => {
  test.slow()
  const lobby = await tabOf(await outlet.start(), '沈知夏')
  const supervisor = await tabOf(await outlet.launchUrl(), '顾青禾')
  const head = await tabOf(await outlet.launchUrl(), '林予安')
  const teller = await tabOf(await outlet.launchUrl(), '许一诺')
  const praise = { on: '2026-11-20', channel: 'letter' as const, people: [supervisor.uid] }
  for (const words of [PRAISE, '讲得清楚，办得也快']) await lobby.client.praises.add({ ...praise, words })
  await lobby.client.thanks.give({ to: supervisor.uid, words: CARD, value: 'together' })

  await signIn(page, await outlet.launchUrl(), '林予安')
  await page.getByRole('link', { name: '表彰' }).click()
  await page.getByRole('radiogroup', { name: '表彰' }).getByText('提名建议').click()
  const suggestion = page
    .getByRole('listitem')
    .filter({ hasText: /客户表扬 \d+ 次/ })
    .filter({ hasText: PRAISE })
  await expect(suggestion).toContainText('顾青禾')
  await suggestion.getByRole('button', { name: /提\s?名/ }).click()
  const drawer = page.getByRole('dialog')
  await expect(drawer).toContainText('月度服务明星')
  const behind = drawer.getByRole('listitem').filter({ hasText: PRAISE })
  await expect(behind.getByRole('checkbox')).toBeChecked()
  for (const [field, day] of [
    ['周期自', '2026-11-01'],
    ['周期至', '2026-11-23'],
  ] as const) {
    await drawer.getByLabel(field).fill(day)
    await page.keyboard.press('Enter')
    await expect(drawer.getByLabel(field)).toHaveValue(day)
  }
  await drawer.getByRole('textbox', { name: '事由' }).fill('带着大家把台账补齐')
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('list', { name: '进展' })).toBeVisible()
  await expect(page.getByText(/已存草稿，关联了 \d+ 条记录/)).toBeVisible()
  const linked = page.getByRole('region', { name: '客户评价' }).getByRole('listitem')
  await expect(linked.filter({ hasText: PRAISE })).toBeVisible()
  await expect(linked.filter({ hasText: PRAISE }).getByText('手工填写')).toHaveCount(0)
  await link(page, '协作与传帮带', CARD)
  await page.getByRole('button', { name: '提交提名' }).click()
  await expect(page.getByRole('list', { name: '进展' }).locator('[aria-current="step"]')).toContainText('已提名')

  await page.getByRole('button', { name: '材料', exact: true }).click()
  const story = page.getByLabel('事迹正文')
  await expect(story).toHaveValue(/由林予安提名参评2026年11月1日至2026年11月23日的“月度服务明星”/)
  await expect(story).toHaveValue(new RegExp(`客户表扬（感谢信）：“${PRAISE}”。`))
  await expect(story).toHaveValue(new RegExp(`沈知夏写来点赞卡：“${CARD}”。`))
  await expect(page.getByText('正文里的数字都能在记录里找到。')).toBeVisible()
  const draft = await story.inputValue()
  await story.fill(`${draft}满意率88.8%。`)
  await expect(page.getByText('这些数字在记录里找不到：88.8%')).toBeVisible()
  await story.fill(`${draft}大家都服气。`)
  await expect(page.getByText('正文里的数字都能在记录里找到。')).toBeVisible()
  await page.getByRole('button', { name: '保存事迹' }).click()
  await expect(page.getByText(/^林予安 .* 保存$/)).toBeVisible()
  await expect(page.getByRole('radio', { name: '证书' })).toBeDisabled()

  const uid = new URL(page.url()).searchParams.get('award') ?? ''
  await publicise(head.client, [lobby, teller], uid)
  for (const tab of [lobby, supervisor, head, teller]) tab.forget()
  await outlet.kill()
  await signIn(page, await outlet.start('2026-11-26T07:52:00+08:00'), '顾青禾')
  await expect(page.getByRole('row').filter({ hasText: '点赞卡' })).toContainText('待看')
  await page.getByRole('link', { name: '表彰' }).click()
  await page.getByText('带着大家把台账补齐').click()
  await page.getByRole('button', { name: '材料', exact: true }).click()
  await page.getByText('证书', { exact: true }).click()
  await expect(page.frameLocator('iframe').getByText('顾青禾：')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/^荣誉证书_顾青禾_AW-2026-\d{3}\.docx$/)

  await page.getByRole('button', { name: '返回表彰' }).click()
  await page.keyboard.press('Escape')
  await page.getByText('荣誉墙', { exact: true }).click()
  await expect(page.getByRole('list', { name: '荣誉墙' })).toContainText('顾青禾')
  await page.getByText('每月名单', { exact: true }).click()
  await expect(page.frameLocator('iframe').getByRole('row').filter({ hasText: '带着大家把台账补齐' })).toBeVisible()
})

type Tab = Awaited<ReturnType<typeof tabOf>>

/** Gates confirmed by the head, sheets handed in by whoever may, then made public. */
async function publicise(head: Tab['client'], reviewers: readonly Tab[], uid: string): Promise<void> {
  let card = await head.awards.checkGates({ uid })
  for (const { gate, result } of card.gates) {
    if (result === 'unknown') card = await head.awards.confirmGate({ uid, gate, result: 'clear', note: '查过台账' })
  }
  const { kinds } = await head.awards.rules({})
  const criteria = kinds.find(({ id }) => id === card.award.kind)?.criteria ?? []
  card = await head.awards.startReview({
    ...{ uid, basedOn: card.award.revision },
    reviewers: reviewers.map((tab) => tab.uid),
  })
  for (const { client } of reviewers) {
    await client.awards.declare({ uid, isRelative: false })
    await client.awards.score({ uid, scores: criteria.map(({ id }) => ({ criterion: id, points: 90, note: null })) })
  }
  card = await head.awards.card({ uid })
  await head.awards.publicise({ uid, basedOn: card.award.revision })
}
