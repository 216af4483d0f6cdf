import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { createAppProtocol } from '../../electron/main/app-protocol.ts'
import { safeFileName } from '../../electron/main/file-name.ts'
import { menuTemplate } from '../../electron/main/menu-template.ts'
import { mayRequest } from '../../electron/main/request-policy.ts'
import { makeTrivialPage } from '../harness/hosts.ts'
import { sourcesOf, using } from '../harness/shell-sources.ts'

describe('what a window may load', () => {
  it('is itself, and nothing over any network', () => {
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

describe('the window', () => {
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
  const answer = createAppProtocol(pageFolder)

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

describe('the name of a saved file', () => {
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
  it('hold no SQL and no database', () => {
    expect(using(sourcesOf('electron/main', 'electron/preload'), /better-sqlite3|service\/database|prepare\(/)).toEqual(
      [],
    )
  })
})
