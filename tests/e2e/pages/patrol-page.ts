import { expect, type Page } from '@playwright/test'
import type { Client } from '../../../shared/contract/index.ts'

const MOST_STEPS = 90
const HALF_YEAR_AGO = '2026-05-20'

/** One round on screen, walked by keyboard. */
export class PatrolPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** From the home screen: one key starts what is next; the questions of the day are answered "no". */
  async start(): Promise<void> {
    await expect(this.page.getByRole('button', { name: /^(开始|继续)开门前巡检/ })).toBeVisible()
    await this.page.keyboard.press('Enter')
    const questions = this.page.getByRole('dialog', { name: '今天有这些情况吗' })
    await expect(questions.or(this.current).first()).toBeVisible()
    if (await questions.isVisible()) {
      await this.page.keyboard.press('Enter')
      await expect(questions).toBeHidden()
    }
    await expect(this.current).toBeVisible()
  }

  get current() {
    return this.page.locator('li[aria-current]')
  }

  row(item: string) {
    return this.page.locator(`li[data-item="${item}"]`)
  }

  /** What the row says; `isSaved` false while the service has not answered. */
  answerOf(item: string) {
    return this.row(item).locator('button[aria-checked=true]')
  }

  async currentItem(): Promise<string> {
    return (await this.current.getAttribute('data-item')) ?? ''
  }

  counts() {
    return this.page
      .getByRole('banner')
      .or(this.page.locator('header'))
      .getByText(/^\d+\/\d+$/)
      .last()
  }

  /** Puts the cursor on that item, from where it stands downwards. */
  async toItem(wanted: string | ((item: string) => Promise<boolean>)): Promise<void> {
    for (let step = 0; step < MOST_STEPS; step++) {
      const here = await this.currentItem()
      if (typeof wanted === 'string' ? here === wanted : await wanted(here)) return
      await this.page.keyboard.press('ArrowDown')
      await expect.poll(() => this.currentItem()).not.toBe(here)
    }
    throw new Error('No such item in this round')
  }

  /** Puts the cursor on the first item that this role fixes and that was in order for half a year. */
  async toSoundItem(client: Client, role: string): Promise<void> {
    const { items } = await client.checklists.current({})
    const ofRole = new Set(items.filter((one) => one.default_owner_role === role).map(({ id }) => id))
    await this.toItem(async (item) => {
      if (!ofRole.has(item)) return false
      return (await client.rectifications.list({ item, foundFrom: HALF_YEAR_AGO, limit: 1 })).total === 0
    })
  }

  /** Fails the item under the cursor with these words; gives the item. */
  async failHere(words: string): Promise<string> {
    const item = await this.currentItem()
    await this.page.keyboard.press('3')
    await expect(this.page.getByLabel('说明')).toBeFocused()
    await this.page.keyboard.type(words)
    await this.page.keyboard.press('Enter')
    await this.saved(item, '不合格')
    return item
  }

  /** Passes what has no result by zone and item, the opening itself last; leaves what failed. */
  async passRest(client: Client, uid: string): Promise<void> {
    const left = async () => {
      const { due, pass, fixed, fail, na, notSeen } = (await client.patrols.progress({ uid })).patrol.figures
      return due - pass - fixed - fail - na - notSeen
    }
    for (let step = 0; step < MOST_STEPS && (await left()) > 1; step++) {
      await this.page.keyboard.press('z')
      await this.page.waitForTimeout(150)
      await this.page.keyboard.press('1')
      await this.page.waitForTimeout(80)
      if (await this.page.getByRole('complementary').locator('input:focus').count()) {
        await this.page.keyboard.press('Enter')
      }
    }
    await this.page.keyboard.press('/')
    await this.row('entrance.open-on-time').click()
    await this.page.keyboard.press('1')
    await this.page.keyboard.press('0')
    await this.page.keyboard.press('Enter')
    await expect.poll(left).toBe(0)
  }

  async saved(item: string, label: string): Promise<void> {
    await expect(this.answerOf(item)).toHaveText(label)
    await expect(this.answerOf(item)).not.toHaveAttribute('data-wished')
  }
}
