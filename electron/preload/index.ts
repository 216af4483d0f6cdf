import { contextBridge, ipcRenderer } from 'electron'
import {
  type DesktopApi,
  GAVE_UP_MESSAGE,
  LOCKED_MESSAGE,
  PORT_MESSAGE,
  SERVICE_LOST_MESSAGE,
} from '../../shared/desktop-api.ts'
import { CHANNELS } from '../../shared/desktop-channels.ts'

const api = {
  requestServicePort: () => ipcRenderer.send(CHANNELS.requestPort),
  savePdf: (suggestedName) => ipcRenderer.invoke(CHANNELS.savePdf, String(suggestedName)),
  chooseFolder: (startsAt) => ipcRenderer.invoke(CHANNELS.chooseFolder, String(startsAt)),
  startServiceAgain: () => ipcRenderer.send(CHANNELS.startAgain),
  quit: () => ipcRenderer.send(CHANNELS.quit),
} satisfies DesktopApi

contextBridge.exposeInMainWorld('chenxunDesktop', api)

// A port cannot cross the bridge, so it is passed on as a window message to our own origin only.
ipcRenderer.on(CHANNELS.port, ({ ports }) => window.postMessage({ type: PORT_MESSAGE }, location.origin, ports))
ipcRenderer.on(CHANNELS.locked, () => window.postMessage({ type: LOCKED_MESSAGE }, location.origin))
ipcRenderer.on(CHANNELS.serviceLost, () => window.postMessage({ type: SERVICE_LOST_MESSAGE }, location.origin))
ipcRenderer.on(CHANNELS.gaveUp, (_event, diagnosis) =>
  window.postMessage({ type: GAVE_UP_MESSAGE, diagnosis }, location.origin),
)
