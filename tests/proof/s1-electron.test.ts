import { mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import type { Browser } from '@playwright/test'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { contentSecurityPolicy } from '../../electron/hosts/loopback/security-headers.ts'
import { ensureBuilt } from '../../electron/launcher/ensure-built.mjs'
import { createAppProtocol } from '../../electron/main/app-protocol.ts'
import { mayNavigate } from '../../electron/main/navigation-policy.ts'
import { mayUse } from '../../electron/main/permission-policy.ts'
import { createGuardedIpc, isTrustedSender } from '../../electron/main/sender-guard.ts'
import { CHANNELS } from '../../shared/desktop-channels.ts'
import { launchChromium } from '../harness/chromium.ts'
import { HOSTILE_ADDRESSES, OUTSIDE_PROGRAMS, WAYS_OUT_OF_THE_FOLDER } from '../harness/hostile-addresses.ts'
import { makeTrivialPage, postFromPage, startTestLoopback } from '../harness/hosts.ts'
import { proved } from '../harness/proved.ts'
import { sourcesOf, using } from '../harness/shell-sources.ts'
import { type LaunchedDesktop, launchStandIn } from '../standin/launch.ts'
import { StandInWebContents } from '../standin/window.ts'

/**
 * Electron's twenty points, one test each, in its numbering: the policies as functions, the built main process and
 * preload script over the stand-in, and the sources for what must not occur. Point 19 is the nine fuses.
 */
const ROOT = join(import.meta.dirname, '../..')
const OUT = join(ROOT, 'out')
const shell = sourcesOf('electron/main', 'electron/preload')
const shipped = sourcesOf('electron', 'renderer', 'shared')
const NAVIGATIONS = ['will-navigate', 'will-redirect', 'will-frame-navigate'] as const
/** Majors by release; one lives until three newer are out, eight weeks each. */
const NEWEST_MAJOR = { major: 45, releasedAt: Date.parse('2026-10-21T00:00:00Z') }
const WEEK_MS = 7 * 86_400_000

type Case = readonly [what: string, isAsWanted: boolean]

/** Every case as wanted, and at least one. */
function hold(cases: readonly Case[]): void {
  const bad = cases.filter(([, isAsWanted]) => !isAsWanted).map(([what]) => what)
  expect(bad).toEqual([])
  proved({ id: 'S1', runs: cases.length, bad: bad.length })
}

let browser: Browser
let dataFolder = ''
let desktop: LaunchedDesktop
/** What the one window was made with. */
let preferences: Record<string, unknown> = {}
let contents: StandInWebContents

beforeAll(async () => {
  await ensureBuilt()
  browser = await launchChromium()
  dataFolder = mkdtempSync(join(tmpdir(), 'chenxun-s1-'))
  desktop = await launchStandIn(browser, { outFolder: OUT, dataFolder })
  await desktop.page()
  const [window] = desktop.state.windows
  if (!window) throw new Error('No window')
  preferences = window.options.webPreferences ?? {}
  contents = window.webContents
}, 180_000)
afterAll(async () => {
  await desktop.quit()
  await browser.close()
  rmSync(dataFolder, { recursive: true, force: true })
})

/** True where the event was prevented. */
function isPrevented(of: StandInWebContents, event: string, url: string, isMainFrame = true): boolean {
  let isStopped = false
  const preventDefault = () => {
    isStopped = true
  }
  of.emit(event, { url, isMainFrame, preventDefault })
  return isStopped
}

const neverOn = (name: string): Case[] => [
  [`the window has ${name}`, preferences[name] !== true],
  ...using(shipped, new RegExp(`\\b${name}\\b['"]?\\s*[:=]\\s*true`)).map((file): Case => [`${file}: ${name}`, false]),
]
const neverOff = (name: string): Case[] => [
  [`the window has no ${name}`, preferences[name] !== false],
  ...using(shipped, new RegExp(`\\b${name}\\b['"]?\\s*[:=]\\s*false`)).map((file): Case => [`${file}: ${name}`, false]),
]

describe("Electron's twenty points", () => {
  it('S1.1 load nothing from outside: no address in sources or build, none in the policy', () => {
    const LOOPBACK = /^electron\/hosts\/|^renderer\/services\/socket-carrier\.ts$/
    const NAMES_ONLY = /https?:\/\/schemas\.openxmlformats\.org/g
    const COMMENTS = /\/\*[\s\S]*?\*\/|(?<!:)\/\/.*$/gm
    const withAddress = shipped.filter(({ text }) =>
      /\b(https?|wss?):\/\//.test(text.replaceAll(COMMENTS, '').replaceAll(NAMES_ONLY, '')),
    )
    // The texts of licences are shown as text.
    const built = sourcesOf('out/renderer').filter(({ name }) => name !== 'out/renderer/licenses.json')
    const script = built.map(({ text }) => text).join('\n')
    /** Names of vocabularies and places that error texts point to; nothing asks for them. */
    const INERT =
      /^https?:\/\/((www\.)?w3\.org|(json-)?schema\.org|json-schema\.org|react\.dev|react\.i18next\.com|orpc)$/
    const hosts = [...new Set(script.match(/\b(?:https?|wss?):\/\/[\w.-]+/g) ?? [])]
    hold([
      ...withAddress.map(({ name }): Case => [name, LOOPBACK.test(name)]),
      ...hosts.map((host): Case => [`built: ${host}`, INERT.test(host)]),
      ['a source map', !/sourceMappingURL/.test(script)],
      [
        'a style or font from outside',
        !/url\(\s*["']?(https?:)?\/\//.test(script) && !/@import\s*(url\()?["']?(https?:)?\/\//.test(script),
      ],
      ['a script or frame from outside', built.every(({ text }) => !/(src|href)=["']?(https?:)?\/\//.test(text))],
      ['the policy', !/https?:|wss?:|\*/.test(contentSecurityPolicy('n'))],
    ])
  })

  it('S1.2 give no page Node', () =>
    hold([
      ...neverOn('nodeIntegration'),
      ...neverOn('nodeIntegrationInWorker'),
      ...neverOn('nodeIntegrationInSubFrames'),
    ]))

  it('S1.3 isolate the preload script', () => hold(neverOff('contextIsolation')))

  it('S1.4 keep the sandbox on, before there is any window', () => {
    const { happened } = desktop.state
    const enabled = happened.indexOf('enableSandbox')
    hold([
      ...neverOff('sandbox'),
      ['enableSandbox before ready', enabled >= 0 && enabled < happened.indexOf('ready')],
      ...using(shipped, /args.*no-sandbox|appendSwitch|disable-web-security|ignore-certificate|remote-debugging/).map(
        (file): Case => [file, false],
      ),
      ['package.json', !/no-sandbox/.test(readFileSync(join(ROOT, 'package.json'), 'utf8'))],
    ])
  })

  it('S1.5 answer every permission, with no for all but two', () => {
    const typings = readFileSync(join(ROOT, 'node_modules/electron/electron.d.ts'), 'utf8')
    const named = [...typings.matchAll(/permission: ((?:'[\w-]+'(?: \| )?)+)/g)].flatMap(([, names = '']) =>
      names.split(' | ').map((name) => name.replaceAll("'", '')),
    )
    const { permissionCheck, permissionRequest } = desktop.state
    const isGranted = (name: string, asker: string, mediaTypes: string[] = []): boolean => {
      let isYes = false
      const answer = (yes: boolean) => {
        isYes = yes
      }
      permissionRequest?.({}, name, answer, { requestingUrl: asker, mediaTypes })
      return isYes
    }
    const isChecked = (name: string, asker: string, mediaType?: string) =>
      permissionCheck?.({}, name, asker, mediaType ? { mediaType } : {}) === true
    const OURS = 'app://chenxun/'
    hold([
      ['both are answered', permissionCheck !== undefined && permissionRequest !== undefined],
      ['the list of Electron', new Set(named).size > 10],
      ...[...new Set(named), 'something-new'].flatMap((name): Case[] => [
        [`asked for ${name}`, isGranted(name, OURS) === (name === 'clipboard-sanitized-write')],
        [`checked ${name}`, isChecked(name, OURS) === (name === 'clipboard-sanitized-write')],
      ]),
      ['the camera', isGranted('media', OURS, ['video']) && isChecked('media', OURS, 'video')],
      ['the microphone', !isGranted('media', OURS, ['audio']) && !isChecked('media', OURS, 'audio')],
      ['camera with microphone', !isGranted('media', OURS, ['video', 'audio'])],
      ['nothing named', !isGranted('media', OURS) && !isGranted('media', OURS, ['unknown'])],
      ...HOSTILE_ADDRESSES.map(
        (asker): Case => [
          `for ${asker}`,
          !mayUse('clipboard-sanitized-write', asker) && !mayUse('media', asker, ['video']),
        ],
      ),
    ])
  })

  it('S1.6 keep web security on', () => hold(neverOff('webSecurity')))

  it('S1.7 send the policy with every answer, of the protocol and of the loopback', async () => {
    const own = createAppProtocol(makeTrivialPage())
    const host = await startTestLoopback()
    const POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'nonce-NONCE'; img-src 'self' data: blob:; " +
      "connect-src 'self'; font-src 'self'; base-uri 'none'; object-src 'none'; frame-ancestors 'none'; form-action 'self'"
    const normal = (answer: Response) =>
      answer.headers.get('content-security-policy')?.replace(/'nonce-[\w+/=]+'/, "'nonce-NONCE'")
    const withoutNonce = POLICY.replace(" 'nonce-NONCE'", '')
    const asked = [
      ...['', 'patrols', 'assets/index-a1B2c3D4.js', 'none.js', '../x'].map(
        async (path) => [`app ${path}`, normal(await own(new Request(`app://chenxun/${path}`)))] as const,
      ),
      ...['/', '/patrols', '/assets/index-a1B2c3D4.js', '/none.js', '/rpc/people/session', '/session'].map(
        async (path) => [`loopback ${path}`, normal(await fetch(host.origin + path))] as const,
      ),
      postFromPage(host.origin, '/rpc/people/session').then((answer) => ['loopback refused', normal(answer)] as const),
    ]
    const policies = await Promise.all(asked)
    const violations: string[] = []
    const page = await desktop.page()
    page.on('console', (message) => /content security policy/i.test(message.text()) && violations.push(message.text()))
    await page.reload()
    await page.waitForLoadState('networkidle')
    hold([
      ...policies.map(([what, policy]): Case => [what, policy === POLICY || policy === withoutNonce]),
      ['a page has a nonce', policies[0]?.[1] === POLICY],
      ['a violation in the real page', violations.length === 0],
      ['unsafe', !/unsafe/.test(POLICY)],
    ])
  })

  it('S1.8 run no insecure content', () => hold(neverOn('allowRunningInsecureContent')))

  it('S1.9 use no experiments', () => hold(neverOn('experimentalFeatures')))

  it('S1.10 switch no Blink features on', () =>
    hold([
      ['the window', !('enableBlinkFeatures' in preferences)],
      ...using(shipped, /enableBlinkFeatures|enable-blink-features|enable-features/).map((file): Case => [file, false]),
    ]))

  it('S1.11 have no webview', () =>
    hold([...neverOn('webviewTag'), ...using(shipped, /<webview|allowpopups/).map((file): Case => [file, false])]))

  it('S1.12 let none be attached', () =>
    hold([['will-attach-webview', isPrevented(contents, 'will-attach-webview', '')]]))

  it('S1.13 go nowhere else', () =>
    hold([
      ...NAVIGATIONS.flatMap((event) =>
        HOSTILE_ADDRESSES.map((address): Case => [`${event} ${address}`, isPrevented(contents, event, address)]),
      ),
      ['a frame, even to us', isPrevented(contents, 'will-frame-navigate', 'app://chenxun/', false)],
      ['a file of ours as a page', !mayNavigate('app://chenxun/assets/x.js')],
      ['our own screens', !isPrevented(contents, 'will-navigate', 'app://chenxun/patrols?on=2026-11-23#x')],
      ['compared by its beginning', using(shell, /(url|address|href)\.startsWith\(/i).length === 0],
    ]))

  it('S1.14 open no window, also from those that come later', () => {
    const later = new StandInWebContents()
    desktop.state.app?.emit('web-contents-created', {}, later)
    const opened = (of: StandInWebContents, url: string) => of.windowOpenHandler?.({ url }).action ?? 'no handler'
    hold(
      [...HOSTILE_ADDRESSES, 'app://chenxun/'].flatMap((url): Case[] => [
        [`the window ${url}`, opened(contents, url) === 'deny'],
        [`a later one ${url}`, opened(later, url) === 'deny' && isPrevented(later, 'will-navigate', 'https://evil/')],
      ]),
    )
  })

  it('S1.15 start no program outside', () =>
    hold([
      ...OUTSIDE_PROGRAMS.flatMap((address): Case[] => [
        [`opened ${address}`, contents.windowOpenHandler?.({ url: address }).action === 'deny'],
        [`went to ${address}`, isPrevented(contents, 'will-navigate', address)],
      ]),
      ['by the shell', using(shell, /openExternal|openPath|\bshell\b[^\n]*from 'electron'|child_process/).length === 0],
    ]))

  it('S1.16 are of a supported major', () => {
    const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8'))
    const major = Number(lock.packages['node_modules/electron'].version.split('.')[0])
    const newerSince = NEWEST_MAJOR.major - major
    const endsAt = NEWEST_MAJOR.releasedAt + (3 - newerSince) * 8 * WEEK_MS
    // Said, not failed: the day comes by itself, and nobody has changed anything then.
    const day = new Date(endsAt).toISOString().slice(0, 10)
    if (Date.now() > endsAt) console.warn(`Electron ${major} was supported until about ${day}: take a newer one`)
    hold([[`Electron ${major} is one of the three majors that were supported when it was chosen`, newerSince < 3]])
  })

  it('S1.17 hear only the main frame of our page, through one registrar', () => {
    const heard: string[] = []
    const refused: string[] = []
    const registered = new Map<string, (event: object, ...args: unknown[]) => unknown>()
    const add = (channel: string, listener: never) => void registered.set(channel, listener)
    const ipc = createGuardedIpc({ handle: add, on: add } as never, (channel) => refused.push(channel))
    ipc.on('said', () => heard.push('said'))
    ipc.handle('asked', async () => heard.push('asked'))
    const strangers = [
      null,
      undefined,
      { url: 'app://chenxun/', parent: {} },
      ...HOSTILE_ADDRESSES.map((url) => ({ url, parent: null })),
    ]
    const isRefused = (senderFrame: unknown) => {
      registered.get('said')?.({ senderFrame })
      try {
        registered.get('asked')?.({ senderFrame })
        return false
      } catch {
        return heard.length === 0
      }
    }
    const { handlers, listeners } = desktop.state.ipc
    const guarded = [...handlers, ...listeners].flatMap(([channel, handler]) =>
      strangers.slice(0, 6).map((senderFrame): Case => {
        const touched = { sender: new Proxy({}, { get: () => expect.fail(`${channel} was heard`) }), senderFrame }
        try {
          handler(touched, 'x')
          return [channel, listeners.has(channel)]
        } catch (error) {
          return [channel, error instanceof Error && error.message === 'Refused']
        }
      }),
    )
    hold([
      ...strangers.map((frame): Case => [`${JSON.stringify(frame)}`, isRefused(frame) && !isTrustedSender(frame)]),
      ...guarded,
      ['all were noted', refused.length === 2 * strangers.length],
      ['our own page', isTrustedSender({ url: 'app://chenxun/patrols', parent: null })],
      ['one registrar', using(shell, /ipcMain\.(handle|on|once)/).join() === 'electron/main/sender-guard.ts'],
      ['no other way', using(shell, /ipcMain\.(handleOnce|addListener)|\.ipc\.(on|handle)/).length === 0],
    ])
  })

  it('S1.18 read no file by its address, only the listed ones through our protocol', async () => {
    const pageFolder = makeTrivialPage()
    symlinkSync('/etc/passwd', join(pageFolder, 'assets', 'linked.txt'))
    writeFileSync(join(pageFolder, 'secret.exe'), 'x')
    const answer = createAppProtocol(pageFolder)
    const got = await Promise.all(
      WAYS_OUT_OF_THE_FOLDER.map(async (url): Promise<Case> => {
        const response = await answer(new Request(url))
        const text = await response.text()
        // A client resolves `..` by itself; then it is the address of a screen.
        return [url, response.status === 404 || (!/root:|"name"/.test(text) && text.includes('SECRET-PAGE'))]
      }),
    )
    const script = await answer(new Request('app://chenxun/assets/index-a1B2c3D4.js'))
    hold([
      ...got,
      [
        'what is listed',
        script.status === 200 && (script.headers.get('content-type') ?? '').includes('text/javascript'),
      ],
      ['only reading', (await answer(new Request('app://chenxun/', { method: 'POST' }))).status === 404],
      ['standard and secure', desktop.state.happened.includes('scheme app true true')],
      ['loadFile', using(shell, /loadFile|file:\/\//).length === 0],
    ])
  })

  it('S1.20 hand the page a closed list of functions and nothing of Electron', () => {
    const preload = readFileSync(join(OUT, 'preload/index.cjs'), 'utf8')
    const posted: unknown[][] = []
    const sent: string[] = []
    const exposed: [string, Record<string, unknown>][] = []
    const listeners = new Map<string, (event: object, ...args: unknown[]) => void>()
    const ipcRenderer = {
      send: (channel: string) => void sent.push(channel),
      invoke: (channel: string) => void sent.push(channel),
      on: (channel: string, listener: never) => void listeners.set(channel, listener),
    }
    const contextBridge = { exposeInMainWorld: (name: string, api: never) => exposed.push([name, api]) }
    const required: string[] = []
    runInNewContext(preload, {
      require: (name: string) => {
        required.push(name)
        return { contextBridge, ipcRenderer }
      },
      window: { postMessage: (...args: unknown[]) => posted.push(args) },
      location: { origin: 'app://chenxun' },
      String,
    })
    const [[name, api] = ['', {}]] = exposed
    const event = { sender: ipcRenderer, senderId: 1, ports: ['port'] }
    for (const listener of listeners.values()) listener(event, { a: 1 })
    const results = Object.values(api).map((call) => (call as (wish: string) => unknown)('x'))
    hold([
      ['one object', exposed.length === 1 && name === 'chenxunDesktop'],
      [
        'the declared list',
        Object.keys(api).sort().join() === 'chooseFolder,quit,requestServicePort,savePdf,startServiceAgain',
      ],
      [
        'functions',
        Object.values(api).every(
          (one) => typeof one === 'function' && !Object.values(ipcRenderer).includes(one as never),
        ),
      ],
      ['nothing comes back but the answer', results.every((result) => result === undefined)],
      [
        'fixed channels',
        sent.every((channel) => Object.values(CHANNELS).includes(channel as never)) && sent.length === 5,
      ],
      ['only electron', required.join() === 'electron'],
      ['it listens', listeners.size === 4 && posted.length === 4],
      ...posted.map(
        ([message, target, ports]): Case => [
          `what reaches the page: ${JSON.stringify(message)}`,
          target === 'app://chenxun' &&
            Object.keys(message as object).every((key) => key === 'type' || key === 'diagnosis') &&
            !JSON.stringify([message, ports]).includes('sender'),
        ],
      ),
    ])
  })
})
