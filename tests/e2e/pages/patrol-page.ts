import { expect, type Page } from '@playwright/test'

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
    await this.page.waitForTimeout(300)
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

  async saved(item: string, label: string): Promise<void> {
    await expect(this.answerOf(item)).toHaveText(label)
    await expect(this.answerOf(item)).not.toHaveAttribute('data-wished')
  }
}
