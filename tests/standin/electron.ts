import { EventEmitter } from 'node:events'
import { standIn } from './state.ts'
import { createTunnel, type TunnelPort } from './tunnel-port.ts'
import { StandInUtilityProcess } from './utility-process.ts'
import { StandInWebContents } from './window.ts'

/** Takes the place of `electron` for the built main process. Only what main uses exists. */

const SECURE = { sandbox: true, contextIsolation: true, nodeIntegration: false, webSecurity: true, webviewTag: false }

export class StandInWindow extends EventEmitter {
  readonly options: { webPreferences?: Record<string, unknown> }
  readonly webContents = new StandInWebContents()
  isShown = false
  focusCount = 0
  readonly #preload: string

  constructor(options: { webPreferences?: Record<string, unknown> }) {
    super()
    this.options = options
    const { webPreferences = {} } = options
    for (const [name, value] of Object.entries(SECURE)) {
      if (webPreferences[name] !== value) throw new Error(`Insecure window: ${name} is ${String(webPreferences[name])}`)
    }
    this.#preload = String(webPreferences.preload)
    standIn().windows.push(this)
    app.emit('web-contents-created', {}, this.webContents)
  }

  static fromWebContents(contents: StandInWebContents): StandInWindow | null {
    return standIn().windows.find((window) => window.webContents === contents) ?? null
  }

  async loadURL(address: string): Promise<void> {
    await this.webContents.open(standIn().browser, address, this.#preload)
    this.webContents.page?.on('close', () => {
      this.emit('closed')
      app.emit('window-all-closed')
    })
    this.emit('ready-to-show')
  }

  show(): void {
    this.isShown = true
  }

  focus(): void {
    this.focusCount += 1
  }

  isDestroyed(): boolean {
    return this.webContents.isDestroyed()
  }

  isMinimized(): boolean {
    return false
  }

  restore(): void {}
}

class StandInApp extends EventEmitter {
  readonly isPackaged = false
  readonly commandLine = { hasSwitch: (name: string) => process.argv.includes(`--${name}`) }

  enableSandbox(): void {
    standIn().happened.push('enableSandbox')
  }

  setPath(name: string, path: string): void {
    standIn().happened.push(`path ${name} ${path}`)
  }

  getVersion(): string {
    return '0.0.0-stand-in'
  }

  getLocale(): string {
    return 'zh-CN'
  }

  requestSingleInstanceLock(): boolean {
    return true
  }

  async whenReady(): Promise<void> {
    await Promise.resolve()
    standIn().happened.push('ready')
  }

  /** `before-quit` may prevent it, once. */
  quit(): void {
    let isPrevented = false
    const preventDefault = () => {
      isPrevented = true
    }
    this.emit('before-quit', { preventDefault })
    if (isPrevented) return
    standIn().happened.push('quit')
    this.emit('quit')
  }

  exit(code: number): void {
    standIn().happened.push(`exit ${code}`)
  }
}

export const app = new StandInApp()
export { StandInWindow as BrowserWindow }

/** Keeps secrets by turning them round. */
export const safeStorage = {
  isAsyncEncryptionAvailable: async () => true,
  encryptStringAsync: async (text: string) => Buffer.from([...text].reverse().join('')),
  decryptStringAsync: async (sealed: Buffer) => ({ result: [...sealed.toString()].reverse().join('') }),
  getSelectedStorageBackend: () => 'gnome_libsecret',
}

export const powerMonitor = new EventEmitter()

export const ipcMain = {
  handle(channel: string, handler: (event: object, ...args: unknown[]) => unknown) {
    if (standIn().ipc.handlers.has(channel)) throw new Error(`Attempted to register a second handler for '${channel}'`)
    standIn().ipc.handlers.set(channel, handler)
  },
  on(channel: string, listener: (event: object, ...args: unknown[]) => unknown) {
    standIn().ipc.listeners.set(channel, listener)
  },
}

export const protocol = {
  registerSchemesAsPrivileged(schemes: { scheme: string; privileges: { standard?: boolean; secure?: boolean } }[]) {
    if (standIn().happened.includes('ready')) throw new Error('Schemes must be registered before ready')
    for (const { scheme, privileges } of schemes) {
      standIn().happened.push(`scheme ${scheme} ${privileges.standard} ${privileges.secure}`)
    }
  },
  handle(scheme: string, handler: (request: Request) => Promise<Response>) {
    standIn().protocols.set(scheme, handler)
  },
}

export const session = {
  defaultSession: {
    setPermissionRequestHandler(handler: (...args: unknown[]) => void) {
      standIn().permissionRequest = handler
    },
    setPermissionCheckHandler(handler: (...args: unknown[]) => boolean) {
      standIn().permissionCheck = handler
    },
    webRequest: {
      onBeforeRequest(handler: (details: { url: string }, answer: (by: { cancel: boolean }) => void) => void) {
        standIn().requestFilter = (url) => {
          let isAllowed = false
          handler({ url }, ({ cancel }) => {
            isAllowed = !cancel
          })
          return isAllowed
        }
      },
    },
  },
}

export const utilityProcess = {
  fork(module_: string, args: readonly string[]) {
    const service = new StandInUtilityProcess(module_, args)
    standIn().services.push(service)
    return service
  },
}

export const dialog = {
  showErrorBox(title: string, text: string) {
    standIn().happened.push(`error: ${title}: ${text}`)
  },
  async showSaveDialog(_window: unknown, { defaultPath }: { defaultPath: string }) {
    standIn().happened.push(`save: ${defaultPath}`)
    const { savePath } = standIn().dialogs
    return { canceled: savePath === undefined, filePath: savePath ?? '' }
  },
  async showOpenDialog(_window: unknown, { defaultPath, properties }: { defaultPath?: string; properties: string[] }) {
    standIn().happened.push(`open ${properties.join('+')}: ${defaultPath ?? ''}`)
    const { openPath } = standIn().dialogs
    return { canceled: openPath === undefined, filePaths: openPath === undefined ? [] : [openPath] }
  },
}

export class MessageChannelMain {
  readonly port1: TunnelPort
  readonly port2: TunnelPort

  constructor() {
    const { port1, port2 } = createTunnel()
    this.port1 = port1
    this.port2 = port2
  }
}

export const Menu = {
  buildFromTemplate: (template: unknown[]) => template,
  setApplicationMenu(template: unknown[]) {
    standIn().happened.push(`menu ${template.length}`)
  },
}
