import { execFileSync } from 'node:child_process'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { missing } from '../harness/tools.ts'
import { actAt, handInRounds } from './act-at.ts'
import { type Console, expect, signIn, test } from './fixtures.ts'
import { PatrolPage } from './pages/patrol-page.ts'

const MONDAY = '2026-11-23'
const HEAD = '林予安'
const LOBBY_MANAGER = '沈知夏'
const PRIVATE_WORDS = /问一句|关怀|a word with you|Care\b|仅你可见|You alone/

const at = (clock: string) => `${MONDAY}T${clock}:00+08:00`

async function todayOf(page: Page, outlet: Console, clock: string, name = HEAD): Promise<void> {
  await outlet.kill()
  await signIn(page, await outlet.start(at(clock)), name)
}

test('one key starts what is next through the day, and before its time the screen says what comes and when', async ({
  page,
  outlet,
}) => {
  test.slow()
  const patrol = new PatrolPage(page)
  const act = async (clock: string, deed: Parameters<typeof actAt>[1]) => {
    await outlet.kill()
    await actAt({ dataFolder: outlet.dataFolder, at: at(clock), name: HEAD }, deed)
  }
  const primary = page.getByRole('main').getByRole('button', { name: /Enter$/ })
  const startsRound = async (name: string) => {
    await expect(primary).toContainText(name)
    await page.keyboard.press('Enter')
    await expect(patrol.current).toBeVisible()
    await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  await todayOf(page, outlet, '07:45', LOBBY_MANAGER)
  await expect(page.getByText(/^下一件是开门前巡检，07:50 开始，还有 \d 分钟$/)).toBeVisible()
  await expect(page.getByRole('button', { name: '开始开门前巡检' })).toHaveCount(0)

  await todayOf(page, outlet, '08:05', LOBBY_MANAGER)
  await patrol.start()

  await act('08:20', handInRounds)
  await todayOf(page, outlet, '08:40')
  await expect(page.getByText('过点未开')).toBeVisible()
  await expect(primary).toContainText('开周一长会')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: '散会' }).or(page.getByText('本次会议')).first()).toBeVisible()
  await expect(page).toHaveURL(/\/meetings\?meeting=/)

  await act('09:10', async (client) => {
    const running = await client.meetings.running({})
    await client.meetings.drop({ meeting: running?.uid ?? '', reason: '点错' })
    await client.meetings.explainDay({ on: MONDAY, kind: 'morning', reason: '全员外出培训' })
  })
  await todayOf(page, outlet, '12:30')
  await startsRound('午间巡检')
  await act('12:35', handInRounds)
  await todayOf(page, outlet, '16:45')
  await startsRound('下午巡检')
  await act('16:50', handInRounds)
  await todayOf(page, outlet, '18:30')
  await startsRound('闭店巡检')
})

test('the day sheet is printed whole, without what the head alone may see, and leads to the rounds that nobody walked', async ({
  page,
  outlet,
}) => {
  test.slow()
  const { dataFolder } = outlet
  await actAt({ dataFolder, at: at('08:00'), name: '唐书宁' }, (client) => client.moods.askToTalk({}))
  await signIn(page, await outlet.start('2026-11-24T08:40:00+08:00'), HEAD)
  const care = page.locator('tr[data-private]')
  for (const [language, names] of [
    ['zh-CN', ['开门前巡检', '下午巡检', '已过时段', '过点未开', '11-23 一轮巡检都没有交：计划 5 轮，漏检 5 轮。']],
    [
      'en',
      [
        'Opening round',
        'Afternoon round',
        'Past its window',
        'Late',
        'No round was handed in on 11-23: 5 planned, 5 missed.',
      ],
    ],
  ] as const) {
    await page.evaluate(
      (chosen) => localStorage.setItem('chenxun.preferences', JSON.stringify({ language: chosen })),
      language,
    )
    await signIn(page, await outlet.launchUrl(), HEAD)
    await expect(care).toBeVisible()
    await expect(page.getByText(names[4])).toBeVisible()
    await page.emulateMedia({ media: 'print' })
    await expect(care).toBeHidden()
    await expect(page.getByRole('navigation')).toHaveCount(0)
    const cut = await page
      .getByRole('main')
      .locator('b, td, td span, button span')
      .evaluateAll((all) =>
        all
          .filter((one) => one.scrollWidth > one.clientWidth + 1 && getComputedStyle(one).display !== 'inline')
          .map((one) => one.textContent),
      )
    expect(cut).toEqual([])
    const path = join(dataFolder, `day-${language}.pdf`)
    await page.pdf({ path, preferCSSPageSize: true })
    await page.emulateMedia({ media: 'screen' })
    const absent = missing('pdftotext')
    if (absent) {
      console.warn(`the text of the day sheet is not read: ${absent}`)
      continue
    }
    const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' }).replaceAll(/[ \t]+/g, ' ')
    for (const name of names) expect(text).toContain(name)
    expect(text).not.toMatch(PRIVATE_WORDS)
  }
  await page.getByRole('button', { name: 'See the missed rounds' }).click()
  await expect(page).toHaveURL(/\/patrols\?on=2026-11-23$/)
  await expect(page.getByRole('table').first().getByRole('row').filter({ hasText: 'Missed' })).toHaveCount(5)
})
