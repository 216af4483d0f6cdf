import { mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../electron/hosts/loopback/security-headers.ts'
import { createAppProtocol } from '../../electron/main/app-protocol.ts'
import { safeFileName } from '../../electron/main/file-name.ts'
import { menuTemplate } from '../../electron/main/menu-template.ts'
import { mayNavigate } from '../../electron/main/navigation-policy.ts'
import { mayUse } from '../../electron/main/permission-policy.ts'
import { mayRequest } from '../../electron/main/request-policy.ts'
import { mayRestart } from '../../electron/main/restart-policy.ts'
import { isTrustedSender } from '../../electron/main/sender-guard.ts'
import { windowOpenPolicy } from '../../electron/main/window-open-policy.ts'
import { windowOptions } from '../../electron/main/window-options.ts'
import { makeTrivialPage } from '../harness/hosts.ts'

const ROOT = join(import.meta.dirname, '../..')

const HOSTILE_ADDRESSES = [
  'https://evil.example/',
  'http://evil.example/',
  'http://127.0.0.1:8080/',
  'https://app.evil/',
  'https://chenxun/',
  'app://host.evil/',
  'app://chenxun.evil/',
  'app://evil.chenxun/',
  'app://chenxun@evil/',
  'app://evil@chenxun/',
  'app://chenxun:80/',
  'app://chenxun%2eevil/',
  'app:chenxun',
  'apps://chenxun/',
  'file:///etc/passwd',
  'javascript:alert(1)',
  'data:text/html,x',
  'blob:app://chenxun/1',
  'about:blank',
  'view-source:app://chenxun/',
  'chrome://settings',
  'devtools://devtools/x',
  'ftp://chenxun/',
  'ms-settings:',
  '',
  'chenxun',
]

describe('where a window may go', () => {
  it.each(HOSTILE_ADDRESSES)('not to %j', (address) => {
    expect(mayNavigate(address)).toBe(false)
    expect(windowOpenPolicy(address)).toEqual({ action: 'deny' })
  })

  it('to our screens in the main frame, and to no file of ours', () => {
    expect(mayNavigate('app://chenxun/')).toBe(true)
    expect(mayNavigate('app://chenxun/patrols?on=2026-11-23#x')).toBe(true)
    expect(mayNavigate('app://chenxun/', false)).toBe(false)
    expect(mayNavigate('app://chenxun/assets/x.js')).toBe(false)
  })

  it('and what it may load: itself, and nothing over any network', () => {
    for (const address of [
      'https://evil.example/',
      'http://127.0.0.1/',
      'ws://evil/',
      'file:///x',
      'app://evil/',
      '',
    ]) {
      expect(mayRequest(address), address).toBe(false)
    }
    for (const address of ['app://chenxun/assets/x.js', 'blob:app://chenxun/1', 'data:image/png;base64,']) {
      expect(mayRequest(address), address).toBe(true)
    }
  })
})

describe('what a page may use', () => {
  const typings = readFileSync(join(ROOT, 'node_modules/electron/electron.d.ts'), 'utf8')
  const named = [...typings.matchAll(/permission: ((?:'[\w-]+'(?: \| )?)+)/g)].flatMap(([, names = '']) =>
    names.split(' | ').map((name) => name.replaceAll("'", '')),
  )

  it('is only the clipboard, of all that Electron can grant', () => {
    expect(new Set(named).size).toBeGreaterThan(10)
    expect([...new Set(named)].filter((name) => mayUse(name, 'app://chenxun/'))).toEqual(['clipboard-sanitized-write'])
  })

  it.each([
    ['app://chenxun/', ['video'], true],
    ['app://chenxun/', ['audio'], false],
    ['app://chenxun/', ['video', 'audio'], false],
    ['app://chenxun/', ['unknown'], false],
    ['app://chenxun/', [], false],
    ['app://chenxun.evil/', ['video'], false],
    ['https://chenxun/', ['video'], false],
    ['', ['video'], false],
  ])('is the camera alone of all that records: %s %j: %s', (address, media, expected) => {
    expect(mayUse('media', address, media)).toBe(expected)
  })

  it('is nothing for another page', () => {
    for (const address of HOSTILE_ADDRESSES) expect(mayUse('clipboard-sanitized-write', address), address).toBe(false)
  })
})

describe('who may speak to the shell', () => {
  it.each([
    [null, false],
    [undefined, false],
    [{ url: 'app://chenxun/', parent: {} }, false],
    [{ url: 'app://chenxun.evil/', parent: null }, false],
    [{ url: 'https://chenxun/', parent: null }, false],
    [{ url: 'file:///x', parent: null }, false],
    [{ url: '', parent: null }, false],
    [{ url: 'app://chenxun/patrols', parent: null }, true],
  ])('%j: %s', (frame, expected) => {
    expect(isTrustedSender(frame)).toBe(expected)
  })
})

describe('the window', () => {
  it('has no Node, no shared world and no way around the sandbox', () => {
    const { webPreferences = {} } = windowOptions('/preload.cjs')
    expect(webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      webviewTag: false,
    })
    expect(webPreferences).not.toHaveProperty('experimentalFeatures')
    expect(webPreferences).not.toHaveProperty('enableBlinkFeatures')
  })

  it('has a policy without any remote origin', () => {
    expect(contentSecurityPolicy('abc')).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-abc'; img-src 'self' data: blob:; connect-src 'self'; " +
        "font-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'",
    )
    expect(contentSecurityPolicy()).not.toMatch(/nonce|unsafe|https?:|\*/)
  })

  it('has a menu of roles, with tools for developers only before packaging', () => {
    const text = (platform: NodeJS.Platform, isPackaged: boolean) => JSON.stringify(menuTemplate(platform, isPackaged))
    expect(text('win32', true)).not.toContain('toggleDevTools')
    expect(text('win32', false)).toContain('toggleDevTools')
    expect(text('darwin', true)).toContain('appMenu')
    expect(text('linux', true)).not.toContain('label')
  })
})

describe('the app protocol', () => {
  const pageFolder = makeTrivialPage(mkdtempSync(join(tmpdir(), 'chenxun-page-')))
  afterAll(() => rmSync(pageFolder, { recursive: true }))
  symlinkSync('/etc/passwd', join(pageFolder, 'assets', 'linked.txt'))
  writeFileSync(join(pageFolder, 'secret.exe'), 'x')
  const answer = createAppProtocol(pageFolder)

  it.each([
    'app://chenxun/../package.json',
    'app://chenxun/%2e%2e/package.json',
    'app://chenxun/%2e%2e%2fpackage.json',
    'app://chenxun/..%5cpackage.json',
    'app://chenxun/..\\package.json',
    'app://chenxun/assets/../../package.json',
    'app://chenxun/assets/..%2f..%2fpackage.json',
    'app://chenxun//etc/passwd',
    'app://chenxun/%2fetc%2fpasswd',
    'app://chenxun/C:/Windows/win.ini',
    'app://chenxun/assets/linked.txt',
    'app://chenxun/index.html%00.js',
    'app://chenxun/assets/',
    'app://chenxun/assets/%69ndex-a1B2c3D4.js',
    'app://chenxun/secret.exe',
    'app://chenxun.evil/',
    'app://chenxun/.env',
  ])('does not find %s', async (url) => {
    const response = await answer(new Request(url))
    const text = await response.text()
    expect(text).not.toMatch(/root:|"name"/)
    if (!text.includes('SECRET-PAGE')) expect(response.status).toBe(404)
  })

  it('answers pages, assets and nothing but reading', async () => {
    expect(await (await answer(new Request('app://chenxun/'))).text()).toContain('SECRET-PAGE')
    expect(await (await answer(new Request('app://chenxun/patrols'))).text()).toContain('SECRET-PAGE')
    const script = await answer(new Request('app://chenxun/assets/index-a1B2c3D4.js'))
    expect(script.headers.get('content-type')).toContain('text/javascript')
    expect(script.headers.get('content-security-policy')).toContain("default-src 'none'")
    expect((await answer(new Request('app://chenxun/', { method: 'POST' }))).status).toBe(404)
  })

  it('gives each page a nonce of its own, in the header and in the page', async () => {
    const nonces = new Set<string>()
    for (let round = 0; round < 3; round += 1) {
      const response = await answer(new Request('app://chenxun/'))
      const nonce = /'nonce-([^']+)'/.exec(response.headers.get('content-security-policy') ?? '')?.[1] ?? ''
      expect(await response.text()).toContain(`content="${nonce}"`)
      nonces.add(nonce)
    }
    expect(nonces.size).toBe(3)
  })
})

describe('small rules', () => {
  it.each([
    [[], true],
    [[0, 1], true],
    [[0, 1, 2], false],
    [[-70_000, -65_000, 0, 1], true],
  ])('after deaths at %j a restart is %s', (deaths, expected) => {
    expect(mayRestart(deaths, 10)).toBe(expected)
  })

  it.each([
    ['月报 2026-11', '月报 2026-11.pdf'],
    ['../../etc/passwd', 'etcpasswd.pdf'],
    ['C:\\x\\y', 'Cxy.pdf'],
    ['a\u202egpj.exe', 'agpj.exe.pdf'],
    ['CON', 'chenxun.pdf'],
    ['...', 'chenxun.pdf'],
    ['', 'chenxun.pdf'],
    [42, 'chenxun.pdf'],
    ['x'.repeat(500), `${'x'.repeat(80)}.pdf`],
  ])('%j is saved as %s', (wish, expected) => {
    expect(safeFileName(wish, '.pdf')).toBe(expected)
  })
})

describe('the sources of the shell', () => {
  const sources = ['electron/main', 'electron/preload'].flatMap((folder) =>
    readdirSync(join(ROOT, folder))
      .filter((name) => name.endsWith('.ts'))
      .map((name) => ({ name: `${folder}/${name}`, text: readFileSync(join(ROOT, folder, name), 'utf8') })),
  )
  const using = (pattern: RegExp) => sources.filter(({ text }) => pattern.test(text)).map(({ name }) => name)

  it('never open files, outside programs or web pages', () => {
    expect(using(/loadFile|file:\/\/|openExternal|openPath|shell\b.*from 'electron'|http:\/\/|https:\/\//)).toEqual([])
  })

  it('register messages in one place only', () => {
    expect(using(/ipcMain\.(handle|on|once)/)).toEqual(['electron/main/sender-guard.ts'])
  })

  it('switch no protection off', () => {
    expect(using(/no-sandbox|contextIsolation: false|sandbox: false|webSecurity: false|ignore-certificate/)).toEqual([])
  })

  it('hold no SQL and no database', () => {
    expect(using(/better-sqlite3|service\/database|prepare\(/)).toEqual([])
  })

  it('are made for one of the three newest majors', () => {
    const { version } = JSON.parse(readFileSync(join(ROOT, 'node_modules/electron/package.json'), 'utf8')) as {
      version: string
    }
    expect(Number(version.split('.')[0])).toBeGreaterThanOrEqual(45)
  })
})
