import { chmodSync, existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { beforeAll, describe, expect, it } from 'vitest'
import { postFromPage, temporaryFolder } from '../harness/hosts.ts'
import { spawnForTest } from '../harness/spawned.ts'

const ROOT = join(import.meta.dirname, '../..')
const START = join(ROOT, 'electron/launcher/start.mjs')
const CHENXUN = join(ROOT, 'electron/launcher/chenxun.mjs')
const ENGLISH = {
  LC_ALL: 'en_US.UTF-8',
  ELECTRON_SKIP_BINARY_DOWNLOAD: '1',
  CHROME: '',
  DISPLAY: '',
  WAYLAND_DISPLAY: '',
}

interface Launcher {
  findBrowser(by: { env: Record<string, string>; platform: string; exists(path: string): boolean }): string | undefined
  hasScreen(by: { env: Record<string, string>; platform: string }): boolean
  isNewEnough(version: string): boolean
  readOptions(args: string[]): Record<string, unknown>
  ensureBuilt(): Promise<void>
}

async function launcherFile(name: string): Promise<Launcher> {
  return (await import(join(ROOT, 'electron/launcher', name))) as Launcher
}

/** A browser that only writes down how it was called. */
function makeFakeBrowser(): { path: string; calls(): string[][] } {
  const folder = temporaryFolder()
  const path = join(folder, 'fake-chrome')
  writeFileSync(
    path,
    `#!${process.execPath}\nrequire('node:fs').appendFileSync(${JSON.stringify(join(folder, 'calls'))}, JSON.stringify(process.argv.slice(2)) + '\\n')\n`,
  )
  chmodSync(path, 0o755)
  return {
    path,
    calls: () =>
      existsSync(join(folder, 'calls'))
        ? readFileSync(join(folder, 'calls'), 'utf8')
            .trim()
            .split('\n')
            .map((line) => JSON.parse(line) as string[])
        : [],
  }
}

function start(args: string[], env: Record<string, string> = {}) {
  return spawnForTest(process.execPath, [START, ...args], { ...ENGLISH, ...env })
}

/** The address in the private page that the browser was sent to. */
function addressIn([call]: string[][], at = 0): string {
  const page = call?.[at]?.slice('--app='.length) ?? ''
  return /location\.replace\("([^"]+)"\)/.exec(readFileSync(fileURLToPath(page), 'utf8'))?.[1] ?? ''
}

beforeAll(async () => {
  await (await launcherFile('ensure-built.mjs')).ensureBuilt()
})

describe('npm start', () => {
  it('opens an app window without the code on its command line, says why, and stops cleanly', async () => {
    const browser = makeFakeBrowser()
    const data = temporaryFolder()
    const run = start(['--data', data], { CHROME: browser.path })
    await expect.poll(() => browser.calls().length, { timeout: 15_000 }).toBe(1)
    await expect.poll(() => run.stderr()).toContain('Ctrl+C')
    expect(run.stderr()).toContain(
      `Opened in a browser window (${browser.path}): Electron's program is not on this machine`,
    )
    const [[argument = ''] = []] = browser.calls()
    expect(argument).toMatch(/^--app=file:\/\/\/.*\/open-[0-9a-f]{16}\.html$/)
    const url = new URL(addressIn(browser.calls()))
    const code = url.hash.slice('#launch='.length)
    expect((await postFromPage(url.origin, '/session', { body: { code } })).status).toBe(200)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(readdirSync(data).filter((name) => name.startsWith('open-'))).toEqual([])
    expect(readFileSync(join(data, 'logs/chenxun.log'), 'utf8')).not.toContain(code)
  })

  it('gives a second start a new address of the running console', async () => {
    const browser = makeFakeBrowser()
    const data = temporaryFolder()
    const first = start(['--data', data, '--shell', 'none'])
    const firstUrl = await first.nextLine()
    const second = start(['--data', data, '--shell', 'browser'], { CHROME: browser.path })
    expect(await second.ended).toBe(0)
    expect(second.stderr().trim().split('\n')).toEqual([
      `Chenxun is already running (process ${first.child.pid}); opened a new browser window of it (${browser.path}).`,
    ])
    await expect.poll(() => browser.calls().length).toBe(1)
    const third = start(['--data', data, '--shell', 'none'])
    const thirdUrl = await third.nextLine()
    expect(await third.ended).toBe(0)
    expect(third.stderr()).toMatch(
      /^Chenxun is already running \(process \d+\); no window was opened \([^)]+\): open this/,
    )
    expect(third.stderr()).not.toContain('opened its window')
    expect(new URL(thirdUrl ?? '').origin).toBe(new URL(firstUrl ?? '').origin)
    expect(thirdUrl).not.toBe(firstUrl)
    first.child.kill('SIGINT')
    expect(await first.ended).toBe(0)
  })

  it('prints the address where there is no screen, and refuses a desktop window there', async () => {
    const run = start(['--data', temporaryFolder()])
    expect(await run.nextLine()).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/#launch=[\w-]{43}$/)
    expect(run.stderr()).toContain('there is no screen')
    const desktop = start(['--data', temporaryFolder(), '--shell', 'electron'])
    expect(await desktop.ended).toBe(3)
    expect(desktop.stderr()).toContain('Cannot open a desktop window')
  })

  it('hands the data folder to Electron where its program is, and ends as it ends', async () => {
    const folder = temporaryFolder()
    const program = join(folder, 'electron')
    writeFileSync(
      program,
      `#!${process.execPath}\nconsole.log(JSON.stringify(process.argv.slice(2))); process.exit(7)\n`,
    )
    chmodSync(program, 0o755)
    const run = start(['--data', '/some/where'], { ELECTRON_OVERRIDE_DIST_PATH: folder, DISPLAY: ':0' })
    expect(JSON.parse((await run.nextLine()) ?? '')).toEqual([ROOT, '--data', '/some/where'])
    expect(await run.ended).toBe(7)
    expect(run.stderr()).toContain("Opened as a desktop window: Electron's program is on this machine.")
  })

  it('speaks Chinese where the system does', async () => {
    const run = start(['--data', temporaryFolder(), '--shell', 'none'], { LC_ALL: 'zh_CN.UTF-8' })
    await run.nextLine()
    await expect.poll(() => run.stderr()).toContain('请在浏览器中打开下面的地址')
  })

  it.each([['--bogus'], ['--shell', 'gtk'], ['--port', '70000'], ['--data']])('refuses %s %s', async (...args) => {
    const run = start(args.filter((arg) => arg !== undefined))
    expect(await run.ended).toBe(2)
    expect(run.stderr()).toContain('Wrong option')
  })

  it.each([START, CHENXUN])('ends with a sentence on an old Node: %s', async (script) => {
    const old = `Object.defineProperty(process.versions, 'node', { value: '18.20.0' }); import(${JSON.stringify(script)})`
    const run = spawnForTest(process.execPath, ['-e', old], { CHENXUN_RESTARTED: '1' })
    expect(await run.ended).toBe(3)
    expect(run.stderr()).toMatch(/^晨巡需要 Node\.js 22\.14.*18\.20\.0\.\n$/)
  })
})

describe('chenxun serve', () => {
  it('prints one line of JSON and stays until it is told to stop', async () => {
    const data = temporaryFolder()
    const run = spawnForTest(process.execPath, [CHENXUN, 'serve', '--data', data, '--port', '0', '--json'])
    const { url } = JSON.parse((await run.nextLine()) ?? '') as { url: string }
    expect((await fetch(url)).status).toBe(200)
    const second = spawnForTest(process.execPath, [CHENXUN, 'serve', '--data', data, '--json'])
    expect(await second.ended).toBe(3)
    expect(second.stderr()).toContain(`process ${run.child.pid}`)
    run.child.kill('SIGTERM')
    expect(await run.ended).toBe(0)
    expect(existsSync(join(data, 'chenxun.db-wal'))).toBe(false)
  })

  it('refuses wrong options', async () => {
    const run = spawnForTest(process.execPath, [CHENXUN, 'serve', '--port', 'x'])
    expect(await run.ended).toBe(2)
  })
})

describe('small rules of the launcher', () => {
  it.each([
    ['22.14.0', true],
    ['22.13.9', false],
    ['20.20.2', false],
    ['24.0.0', true],
    ['8.0.0', false],
  ])('Node %s is new enough: %s', async (version, expected) => {
    expect((await launcherFile('node-version.mjs')).isNewEnough(version)).toBe(expected)
  })

  it.each([
    ['linux', { PATH: '/a:/b' }, '/b/chromium'],
    ['linux', { PATH: '/a:/b', CHROME: '/mine' }, '/mine'],
    ['linux', { PATH: '/a:/b', CHROME: '/gone' }, undefined],
    ['darwin', { HOME: '/me' }, '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge'],
    ['linux', {}, undefined],
  ])('finds a browser on %s with %j: %s', async (platform, env, expected) => {
    const present = ['/b/chromium', '/mine', '/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge']
    const { findBrowser } = await launcherFile('find-browser.mjs')
    expect(
      findBrowser({ env: env as Record<string, string>, platform, exists: (path) => present.includes(path) }),
    ).toBe(expected)
  })

  it('knows a machine without a screen', async () => {
    const { hasScreen } = await launcherFile('find-browser.mjs')
    expect(hasScreen({ env: {}, platform: 'linux' })).toBe(false)
    expect(hasScreen({ env: { DISPLAY: ':0' }, platform: 'linux' })).toBe(true)
    expect(hasScreen({ env: {}, platform: 'win32' })).toBe(true)
  })

  it('reads options in both spellings', async () => {
    const { readOptions } = await launcherFile('options.mjs')
    expect(readOptions(['--data=/x', '--shell', 'none', '--port=0'])).toMatchObject({
      data: '/x',
      shell: 'none',
      port: 0,
    })
  })
})
