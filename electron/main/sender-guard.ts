import type { IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { parseAppAddress } from './app-address.ts'

interface Frame {
  url: string
  parent: unknown
}

/** Only the main frame of our own page may speak to the shell. A frame that is gone has no sender. */
export function isTrustedSender(frame: Frame | null | undefined): boolean {
  return Boolean(frame && frame.parent === null && parseAppAddress(frame.url))
}

/** The only way in for messages from a page: every listener is registered here. */
export function createGuardedIpc(ipcMain: Pick<IpcMain, 'handle' | 'on'>, onRefused: (channel: string) => void) {
  return {
    handle<T>(channel: string, handler: (event: IpcMainInvokeEvent, ...args: unknown[]) => Promise<T>): void {
      ipcMain.handle(channel, (event, ...args: unknown[]) => {
        if (isTrustedSender(event.senderFrame)) return handler(event, ...args)
        onRefused(channel)
        throw new Error('Refused')
      })
    },
    on(channel: string, listener: (event: IpcMainEvent, ...args: unknown[]) => void): void {
      ipcMain.on(channel, (event, ...args: unknown[]) => {
        if (isTrustedSender(event.senderFrame)) listener(event, ...args)
        else onRefused(channel)
      })
    },
  }
}

export type GuardedIpc = ReturnType<typeof createGuardedIpc>
