import { connectTab } from '../harness/connect-tab.ts'
import { expect, signIn, test } from './fixtures.ts'

const PIN = '246810'
const WEEK = { from: '2026-11-16', to: '2026-11-22' }

/** A person's own connection to the running console, as another tab. */
async function tabOf(url: string, name: string) {
  const { origin, hash } = new URL(url)
  const tab = await connectTab(origin, hash.replace('#launch=', ''))
  const person = (await tab.client.people.signInChoices({})).find((one) => one.name === name)
  await tab.client.people.signIn({ personUid: person?.uid ?? '', pin: PIN })
  return { ...tab, uid: person?.uid ?? '' }
}

test('a story is edited and saved, and the certificate follows the grant', async ({ page, outlet }) => {
  const lobby = await tabOf(await outlet.start(), '沈知夏')
  const supervisor = await tabOf(await outlet.launchUrl(), '顾青禾')
  const head = await tabOf(await outlet.launchUrl(), '林予安')
  const teller = await tabOf(await outlet.launchUrl(), '许一诺')
  const { awards } = lobby.client
  const { award } = await awards.add({
    ...{ kind: 'week-star', nominee: { kind: 'person', person: supervisor.uid }, ...WEEK },
    reason: '带着大家把台账补齐',
  })
  const typed = await awards.addEvidence({
    ...{ uid: award.uid, criterion: 'voice', source: 'customer.rating', record: null },
    ...{ words: '满意率报表', figure: '99.2', unit: '%', on: '2026-11-20' },
  })
  await awards.nominate({ uid: award.uid, basedOn: typed.award.revision })

  await signIn(page, await outlet.launchUrl(), '林予安')
  await page.getByRole('link', { name: '表彰' }).click()
  await page.getByText('带着大家把台账补齐').click()
  await page.getByRole('button', { name: '材料', exact: true }).click()
  const story = page.getByLabel('事迹正文')
  await expect(story).toHaveValue(/由沈知夏提名参评2026年11月16日至2026年11月22日的“周服务之星”/)
  await expect(page.getByText('正文里的数字都能在记录里找到。')).toBeVisible()
  const draft = await story.inputValue()
  await story.fill(`${draft}满意率88.8%。`)
  await expect(page.getByText('这些数字在记录里找不到：88.8%')).toBeVisible()
  await story.fill(`${draft}大家都服气。`)
  await expect(page.getByText('正文里的数字都能在记录里找到。')).toBeVisible()
  await page.getByRole('button', { name: '保存事迹' }).click()
  await expect(page.getByText(/^林予安 .* 保存$/)).toBeVisible()
  await expect(page.getByRole('radio', { name: '证书' })).toBeDisabled()

  await grant(head.client, [head, teller], award.uid)
  await expect(page.getByRole('radio', { name: '证书' })).toBeEnabled()
  await page.getByText('证书', { exact: true }).click()
  await expect(page.frameLocator('iframe').getByText('顾青禾：')).toBeVisible()
  const download = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Word' }).click()
  expect((await download).suggestedFilename()).toMatch(/^荣誉证书_顾青禾_AW-2026-\d{3}\.docx$/)

  await page.getByRole('button', { name: '返回表彰' }).click()
  await page.keyboard.press('Escape')
  await page.getByText('荣誉墙', { exact: true }).click()
  await expect(page.getByRole('list', { name: '荣誉墙' })).toContainText('顾青禾')
  for (const tab of [lobby, supervisor, head, teller]) tab.forget()
})

type Tab = Awaited<ReturnType<typeof tabOf>>

/** Gates confirmed by the head, sheets handed in by whoever may, then granted. */
async function grant(head: Tab['client'], reviewers: readonly Tab[], uid: string): Promise<void> {
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
  card = await head.awards.publicise({ uid, basedOn: card.award.revision })
  if (card.award.state !== 'granted') await head.awards.grant({ uid, basedOn: card.award.revision })
}
