import { join } from 'node:path'
import { parseArgs } from 'node:util'
import {
  app,
  type BrowserWindow,
  dialog,
  ipcMain,
  Menu,
  MessageChannelMain,
  powerMonitor,
  protocol,
  safeStorage,
  session,
  utilityProcess,
} from 'electron'
import type { Diagnosis } from '../../shared/desktop-api.ts'
import { CHANNELS } from '../../shared/desktop-channels.ts'
import { prepareDataFolder, UnusableDataFolderError } from '../hosts/data-folder.ts'
import { systemClock } from '../hosts/ports/system-clock.ts'
import { APP_SCHEME } from './app-address.ts'
import { APP_SCHEME_PRIVILEGES, createAppProtocol } from './app-protocol.ts'
import { chooseFolder } from './choose-folder.ts'
import { guardSession, guardWebContents } from './guard-web-contents.ts'
import { answerKeychain } from './keychain.ts'
import { followMachineLock } from './machine-lock.ts'
import { bringToFront, createMainWindow } from './main-window.ts'
import { menuTemplate } from './menu-template.ts'
import { savePdf } from './save-pdf.ts'
import { createGuardedIpc } from './sender-guard.ts'
import { sentencesFor } from './sentences.ts'
import { createSupervisor } from './service-supervisor.ts'

const { values } = parseArgs({ args: process.argv.slice(1), options: { data: { type: 'string' } }, strict: false })
const hasSandbox = !app.commandLine.hasSwitch('no-sandbox')
const dataFolder = dataFolderOrQuit(typeof values.data === 'string' ? values.data : undefined)
let window: BrowserWindow | undefined
/** While the service stands still; a page that comes later is told as well. */
let diagnosis: Diagnosis | undefined

app.enableSandbox()
protocol.registerSchemesAsPrivileged([APP_SCHEME_PRIVILEGES])
// Each data folder has its own window, so the single-instance lock must lie with it.
app.setPath('userData', join(dataFolder, 'shell'))
app.on('web-contents-created', (_event, contents) => guardWebContents(contents))

const supervisor = createSupervisor({
  fork: () => utilityProcess.fork(join(import.meta.dirname, 'utility-process.js'), ['--data', dataFolder]),
  now: systemClock.now,
  createChannel: () => new MessageChannelMain(),
  onLost: () => window?.webContents.send(CHANNELS.serviceLost),
  onShow: () => bringToFront(window),
  onKeychain: (request) => answerKeychain(safeStorage, process.platform, request),
  onGaveUp(deaths) {
    const { electron = '', chrome = '', node = '' } = process.versions
    const versions = { chenxun: app.getVersion(), electron, chrome, node }
    diagnosis = { deaths, logFolder: join(dataFolder, 'logs'), versions }
    window?.webContents.send(CHANNELS.gaveUp, diagnosis)
  },
  onStartFailed(reason, detail) {
    const { title, startFailed } = sentencesFor(app.getLocale())
    dialog.showErrorBox(title, `${startFailed[reason]}\n\n${detail}`)
    app.quit()
  },
})

if (!hasSandbox) {
  refuseWithoutSandbox()
} else if (app.requestSingleInstanceLock()) {
  app.on('second-instance', () => bringToFront(window))
  app.on('window-all-closed', () => app.quit())
  app.on('before-quit', quitAfterService)
  void app.whenReady().then(start)
} else {
  app.quit()
}

function start(): void {
  guardSession(session.defaultSession)
  protocol.handle(APP_SCHEME, createAppProtocol(join(import.meta.dirname, '..', 'renderer')))
  Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(process.platform, app.isPackaged)))
  const ipc = createGuardedIpc(ipcMain, () => {})
  ipc.on(CHANNELS.requestPort, ({ sender }) => {
    if (diagnosis) sender.send(CHANNELS.gaveUp, diagnosis)
    supervisor.connect(`window/${sender.id}`, (port) => {
      if (sender.isDestroyed()) port.close()
      else sender.postMessage(CHANNELS.port, null, [port])
    })
  })
  ipc.handle(CHANNELS.savePdf, ({ sender }, suggestedName) => savePdf(sender, suggestedName))
  ipc.handle(CHANNELS.chooseFolder, ({ sender }, startsAt) => chooseFolder(sender, startsAt))
  ipc.on(CHANNELS.startAgain, () => {
    diagnosis = undefined
    supervisor.start()
  })
  ipc.on(CHANNELS.quit, () => app.quit())
  followMachineLock(powerMonitor, () => window?.webContents.send(CHANNELS.locked))
  supervisor.start()
  window = createMainWindow()
}

/** A launcher that switches the sandbox off does it for every page there will be. */
function refuseWithoutSandbox(): void {
  const { title, withoutSandbox } = sentencesFor(app.getLocale())
  dialog.showErrorBox(title, withoutSandbox)
  app.exit(3)
}

function dataFolderOrQuit(wanted: string | undefined): string {
  try {
    return prepareDataFolder(wanted)
  } catch (error) {
    const { title, startFailed } = sentencesFor(app.getLocale())
    const reason = error instanceof UnusableDataFolderError ? error.reason : 'other'
    dialog.showErrorBox(title, `${startFailed[reason]}\n\n${error instanceof Error ? error.message : ''}`)
    return app.exit(3) as never
  }
}

let isServiceStopped = false

/** The database is closed before the process ends. */
function quitAfterService(event: { preventDefault(): void }): void {
  if (isServiceStopped) return
  event.preventDefault()
  void supervisor.stop().then(() => {
    isServiceStopped = true
    app.quit()
  })
}
