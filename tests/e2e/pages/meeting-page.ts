import { expect, type Page } from '@playwright/test'
import { PIN } from '../seeded.ts'

/** Meetings as a person sees them. */
export class MeetingPage {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(): Promise<void> {
    await this.page.getByRole('link', { name: '晨会夕会' }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: '晨会夕会' })).toBeVisible()
  }

  /** Begins what is proposed for the morning, by its key. Returns the host's name. */
  async begin(): Promise<string> {
    await expect(this.page.getByRole('button', { name: /开始晨会/ })).toBeEnabled()
    await this.page.keyboard.press('b')
    await expect(this.page.getByRole('timer')).toBeVisible()
    const lead = await this.page.getByText(/^主持 /).textContent()
    return /主持 (\S+)/.exec(lead ?? '')?.[1] ?? ''
  }

  /** Takes the roll-call: everybody is here. */
  async call(): Promise<void> {
    await expect(this.page.getByText(/应到 \d+ 人，还没点到/).first()).toBeVisible()
    await this.page.getByRole('button', { name: /都到了$/ }).click()
    await expect(this.page.getByText(/^已点到/)).toBeVisible()
  }

  step(name: string) {
    return this.page.getByRole('heading', { level: 2, name, exact: true })
  }

  async next(name: string): Promise<void> {
    await this.page.keyboard.press('PageDown')
    await expect(this.step(name)).toBeVisible()
  }

  /** One of the panels in which something is written down. */
  form(name: string) {
    return this.page.getByRole('region', { name })
  }

  async choose(form: ReturnType<MeetingPage['form']>, label: string, option: string): Promise<void> {
    await form.getByRole('combobox', { name: label }).click()
    await this.page.keyboard.type(option)
    await this.page.keyboard.press('Enter')
  }

  async sign(host: string, pin = PIN): Promise<void> {
    await this.page.getByLabel(`${host} 的 PIN`).fill(pin)
    await this.page.keyboard.press('Enter')
  }
}
