/**
 * Runs in the page before everything else, in place of the isolated world in which Electron runs a preload script.
 * Written as one self-contained function because it is sent as text.
 */
export function installPreload(
  appOrigin: string,
  preload: (require: (name: string) => unknown, module: object, exports: object) => void,
): void {
  if (location.origin !== appOrigin) return
  type Listener = (event: { ports: MessagePort[]; sender: object }, ...args: unknown[]) => void
  type Toward = (message: object) => Promise<unknown>
  const page = window as unknown as Record<string, unknown>
  const toMain: Toward = (message) => (page.__standInToMain as Toward)(message)
  const listeners = new Map<string, Listener[]>()
  const ports = new Map<number, MessagePort>()

  page.__standInFromMain = (channel: string, args: unknown[], portIds: number[]) => {
    const transferred = portIds.map((id) => {
      const { port1, port2 } = new MessageChannel()
      port2.onmessage = ({ data }) => void toMain({ kind: 'port-message', id, data: encode(data) })
      ports.set(id, port2)
      return port1
    })
    for (const listener of listeners.get(channel) ?? []) listener({ ports: transferred, sender: {} }, ...args)
  }
  page.__standInToPort = (id: number, data: unknown) => ports.get(id)?.postMessage(decode(data))
  page.__standInPortClosed = (id: number) => ports.get(id)?.close()

  function encode(data: unknown): unknown {
    if (!(data instanceof Uint8Array)) return data
    return { bytes: btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join('')) }
  }

  function decode(data: unknown): unknown {
    const bytes = (data as { bytes?: unknown } | null)?.bytes
    return typeof bytes === 'string' ? Uint8Array.from(atob(bytes), (character) => character.charCodeAt(0)) : data
  }

  const electron = {
    contextBridge: {
      exposeInMainWorld(name: string, api: Record<string, unknown>) {
        for (const [key, value] of Object.entries(api)) {
          if (typeof value !== 'function') structuredClone(value)
          if (value === electron.ipcRenderer) throw new Error(`${key} hands out ipcRenderer`)
        }
        Object.defineProperty(window, name, { value: Object.freeze({ ...api }), writable: false })
      },
    },
    ipcRenderer: {
      send: (channel: string, ...args: unknown[]) =>
        void toMain({ kind: 'send', channel, args: structuredClone(args) }),
      invoke: (channel: string, ...args: unknown[]) => toMain({ kind: 'invoke', channel, args: structuredClone(args) }),
      on: (channel: string, listener: Listener) =>
        listeners.set(channel, [...(listeners.get(channel) ?? []), listener]),
    },
  }
  const require = (name: string) => {
    if (name !== 'electron') throw new Error(`A sandboxed preload script cannot require ${name}`)
    return electron
  }
  const module_ = { exports: {} }
  preload(require, module_, module_.exports)
}
