import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { shippedPackages } from '../../electron/packaging/licenses.mjs'
import { migrations } from '../../electron/service/database/migrations/index.ts'
import { PEOPLE, signInOn, startRealPage } from '../harness/real-page.ts'
import { startTestOutlet } from '../harness/test-service.ts'

const SHOTS = process.env.CHENXUN_SHOTS

describe('about and licences', () => {
  it('tells everybody who is signed in what runs here', async () => {
    const outlet = await startTestOutlet()
    const about = await outlet.as('teller').settings.about({})
    expect(about).toEqual({
      version: '0.0.0-test',
      schema: migrations.at(-1)?.version,
      sqlite: expect.stringMatching(/^3\.\d+\.\d+$/),
      runtime: [
        { name: 'node', version: '24.0.0' },
        { name: 'v8', version: '13.0' },
      ],
    })
  })

  it('shows every shipped package with its licence in full, on screen, in a search and on paper', async () => {
    const host = await startRealPage()
    const page = await host.openPage()
    const asked: string[] = []
    page.on('request', (request) => asked.push(new URL(request.url()).pathname))
    await signInOn(page, PEOPLE[1])
    expect(asked).not.toContain('/licenses.json')
    await page.keyboard.press('Control+k')
    await page.getByPlaceholder('输入名称、拼音或首字母').fill('关于与许可')
    await page
      .getByRole('option', { name: /关于与许可/ })
      .first()
      .waitFor()
    await page.keyboard.press('Enter')
    const list = page.getByRole('list', { name: /第三方软件|Software of others/ })
    await list.getByRole('button').first().waitFor()
    const names = shippedPackages().map(({ name, version }) => `${name} ${version}`)
    expect(await list.getByRole('button').count()).toBe(names.length)
    await expect.poll(() => page.innerText('main')).toMatch(/0\.0\.0-test[\s\S]*浏览器内核\s+\d+/)
    if (SHOTS) mkdirSync(SHOTS, { recursive: true })
    if (SHOTS) await page.screenshot({ path: join(SHOTS, 'about-zh.png') })

    const search = page.getByRole('textbox', { name: '按名称、许可或许可文字查找' })
    await search.fill('Ant UED')
    await expect.poll(() => list.getByRole('button').allInnerTexts()).toContainEqual(expect.stringContaining('antd'))
    expect(await list.getByRole('button').count()).toBeLessThan(names.length)
    await search.fill('antd')
    await list.getByRole('button', { name: /^antd \d/ }).click()
    await expect.poll(() => page.locator('pre').first().innerText()).toContain('Permission is hereby granted')
    await search.fill('nosuchpackage')
    await page.getByText('没有找到“nosuchpackage”').waitFor()

    await page.emulateMedia({ media: 'print' })
    const paper = await page.innerText('body')
    expect(names.filter((name) => !paper.includes(`${name} · `))).toEqual([])
    expect(paper).not.toContain('复制版本')
    await page.emulateMedia({ media: 'screen' })
    expect(await page.getByText('复制版本').isVisible()).toBe(true)

    await page.goto(`${host.origin}/settings?tab=looks`)
    await page.getByText('English', { exact: true }).click()
    await page.getByText('About and licences', { exact: true }).click()
    await page.getByRole('textbox', { name: 'Search names, licences and their texts' }).fill('zod')
    await list.getByRole('button', { name: /^zod/ }).click()
    await page.getByText('Format of records').waitFor()
    if (SHOTS) await page.screenshot({ path: join(SHOTS, 'about-en.png') })
  })
})
