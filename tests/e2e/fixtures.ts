import { type ChildProcess, spawn } from 'node:child_process'
import { cpSync, mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { test as base, expect, type Page } from '@playwright/test'
import { findRunning } from '../../electron/hosts/folder-lock.ts'
import type { Client } from '../../shared/contract/index.ts'
import { OPENING_AT, PIN, SEEDED_FOLDER } from './seeded.ts'

export { expect }

export interface Console {
  dataFolder: string
  /** Starts the service, or starts it again after `kill`; gives a launch address. */
  start(at?: string): Promise<string>
  /** kill -9. */
  kill(): Promise<void>
  /** A fresh one-use launch address of the running service. */
  launchUrl(): Promise<string>
  /** The command line's client of the running service. */
  operator(): Promise<Client>
}

interface Fixtures {
  /** `empty`: first start. `seeded`: two months of records, Monday 07:52. */
  world: 'empty' | 'seeded'
  outlet: Console
}

export const test = base.extend<Fixtures>({
  world: ['seeded', { option: true }],

  outlet: async ({ world }, use) => {
    const dataFolder = realpathSync(mkdtempSync(join(tmpdir(), 'chenxun-e2e-')))
    if (world === 'seeded') cpSync(SEEDED_FOLDER, dataFolder, { recursive: true })
    let child: ChildProcess | undefined
    const kill = async () => {
      const ended = new Promise((resolve) => child?.once('exit', resolve))
      if (child?.kill('SIGKILL')) await ended
    }
    await use({
      dataFolder,
      kill,
      async start(at = OPENING_AT) {
        child = spawn(process.execPath, [join(import.meta.dirname, 'serve-at.ts'), '--data', dataFolder, '--at', at], {
          stdio: ['ignore', 'pipe', 'inherit'],
        })
        const { value } = await createInterface({ input: child.stdout as NodeJS.ReadableStream })
          [Symbol.asyncIterator]()
          .next()
        return (JSON.parse(value as string) as { url: string }).url
      },
      async launchUrl() {
        return (await running(dataFolder)).newLaunchUrl().then((url) => url ?? '')
      },
      operator: async () => (await running(dataFolder)).client,
    })
    await kill()
    rmSync(dataFolder, { recursive: true, force: true })
  },
})

async function running(dataFolder: string) {
  const control = await findRunning(dataFolder)
  if (!control) throw new Error('no running console')
  return control
}

/** Opens the console and signs a person in by name and PIN, by keyboard. */
export async function signIn(page: Page, url: string, name: string, pin = PIN): Promise<void> {
  await page.goto(url)
  await enter(page, name, pin)
  await expect(page.getByRole('navigation')).toBeVisible()
}

/** At the door that stands open: the name, then the PIN. */
export async function enter(page: Page, name: string, pin = PIN): Promise<void> {
  await page.getByRole('combobox').fill(name)
  await expect(page.getByRole('option', { selected: true })).toContainText(name)
  await page.keyboard.press('Enter')
  await page.locator('input[type="password"]').waitFor()
  await page.keyboard.type(pin)
  await page.keyboard.press('Enter')
}
