import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const PAGE_LIFE_MS = 60_000

/**
 * Opens an app window. The launch code must not stand on a command line, which every user of the machine can read, so
 * the browser gets a private page that leads to it. A browser in a snap cannot read that page and gets the address.
 */
export function openBrowser(browser, url, dataFolder) {
  const page = browser.includes('/snap/') ? undefined : writePage(dataFolder, url)
  const child = spawn(browser, [`--app=${page ? pathToFileURL(page).href : url}`], { detached: true, stdio: 'ignore' })
  child.unref()
  const opened = new Promise((resolve) => {
    child.on('spawn', () => resolve(true))
    child.on('error', () => resolve(false))
  })
  const removePage = () => page && rmSync(page, { force: true })
  const timer = setTimeout(removePage, PAGE_LIFE_MS)
  timer.unref()
  return { opened, removePage }
}

function writePage(folder, url) {
  const path = join(folder, `open-${randomBytes(8).toString('hex')}.html`)
  const text = `<!doctype html><meta charset="utf-8"><meta name="referrer" content="no-referrer"><title>晨巡</title><script>location.replace(${JSON.stringify(url)})</script>\n`
  writeFileSync(path, text, { mode: 0o600, flag: 'wx' })
  return path
}
