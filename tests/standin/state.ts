import type { EventEmitter } from 'node:events'
import type { Browser } from '@playwright/test'
import type { StandInWindow } from './electron.ts'
import type { StandInUtilityProcess } from './utility-process.ts'

type Handler = (event: object, ...args: unknown[]) => unknown

/** What one run of main has registered and opened, for the test to look at. */
export interface StandIn {
  browser: Browser
  windows: StandInWindow[]
  services: StandInUtilityProcess[]
  protocols: Map<string, (request: Request) => Promise<Response>>
  ipc: { handlers: Map<string, Handler>; listeners: Map<string, Handler> }
  requestFilter: ((address: string) => boolean) | undefined
  permissionRequest: ((...args: unknown[]) => void) | undefined
  permissionCheck: ((...args: unknown[]) => boolean) | undefined
  /** In order: `enableSandbox`, `ready`, `error: …`, `quit`. */
  happened: string[]
  /** Answers of the dialogs that main will open. */
  dialogs: { savePath?: string; openPath?: string }
  app: EventEmitter | undefined
  /** The test locks the machine and puts it to sleep by its events. */
  powerMonitor: EventEmitter | undefined
}

const KEY = Symbol.for('chenxun.stand-in')

/** Main is loaded by Node itself and the test by its runner; they meet here. */
export function standIn(): StandIn {
  const found = (globalThis as unknown as Record<symbol, StandIn | undefined>)[KEY]
  if (!found) throw new Error('No stand-in is running')
  return found
}

export function resetStandIn(browser: Browser): StandIn {
  const fresh: StandIn = {
    browser,
    windows: [],
    services: [],
    protocols: new Map(),
    ipc: { handlers: new Map(), listeners: new Map() },
    requestFilter: undefined,
    permissionRequest: undefined,
    permissionCheck: undefined,
    happened: [],
    dialogs: {},
    app: undefined,
    powerMonitor: undefined,
  }
  ;(globalThis as unknown as Record<symbol, StandIn>)[KEY] = fresh
  return fresh
}
