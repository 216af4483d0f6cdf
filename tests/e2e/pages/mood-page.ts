import { expect, type Page } from '@playwright/test'
import { enter } from '../fixtures.ts'
import { PIN } from '../seeded.ts'

/** Moods as a person sees them at the shared PC. */
export class MoodPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** From any screen, by its key. */
  async open(): Promise<void> {
    await this.page.keyboard.press('y')
    await expect(this.page.getByText('今天你的心情是什么天气？')).toBeVisible()
  }

  /** The next in the line: name, PIN, and the question is there. */
  async nextInLine(name: string): Promise<void> {
    await enter(this.page, name)
    await expect(this.page.getByText('今天你的心情是什么天气？')).toBeVisible()
  }

  async left(): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: '主导航' })).toHaveCount(0)
  }

  async tab(name: string): Promise<void> {
    await this.page.locator('.ant-segmented-item', { hasText: name }).click()
  }

  async openCare(): Promise<void> {
    await this.tab('关怀')
    await this.page.getByLabel('PIN', { exact: true }).fill(PIN)
    await this.page.keyboard.press('Enter')
    await expect(this.page.getByText('该问一问的')).toBeVisible()
  }

  reminder(name: string) {
    return this.page.getByRole('region', { name: '该问一问的' }).getByRole('listitem').filter({ hasText: name })
  }

  /** Notes an arranged talk on what reminds of that person. */
  async arrangeTalk(name: string): Promise<void> {
    await this.reminder(name).getByRole('button', { name: '记谈话' }).click()
    const form = this.page.getByRole('dialog')
    await expect(form.getByText('听满三分钟不打断')).toBeVisible()
    await form.getByText('已安排', { exact: true }).click()
    await form.getByRole('checkbox', { name: '调换窗口或岗位' }).check()
    await this.page.keyboard.press('Control+Enter')
    await expect(this.page.getByText('谈话已记下').first()).toBeVisible()
    await expect(this.page.getByRole('dialog')).toHaveCount(0)
    await expect(this.reminder(name)).toHaveCount(0)
  }

  /** Talks noted on that day with that person. */
  talk(name: string, on: string) {
    return this.page
      .getByRole('region', { name: '谈话记录' })
      .getByRole('listitem')
      .filter({ hasText: name })
      .filter({ hasText: on })
  }
}
