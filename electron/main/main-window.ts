import { join } from 'node:path'
import { BrowserWindow } from 'electron'
import { START_ADDRESS } from './app-address.ts'
import { windowOptions } from './window-options.ts'

/** One window; a second start brings it to the front. */
export function createMainWindow(): BrowserWindow {
  const window = new BrowserWindow(windowOptions(join(import.meta.dirname, '..', 'preload', 'index.cjs')))
  window.once('ready-to-show', () => window.show())
  void window.loadURL(START_ADDRESS)
  return window
}

export function bringToFront(window: BrowserWindow | undefined): void {
  if (!window || window.isDestroyed()) return
  if (window.isMinimized()) window.restore()
  window.show()
  window.focus()
}
