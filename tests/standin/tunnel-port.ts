import { EventEmitter } from 'node:events'

/** One end of a channel as Electron's main process and utility processes see it. */
export class TunnelPort extends EventEmitter {
  peer: TunnelPort | undefined
  /** Set once this end lives elsewhere: what arrives here goes there. */
  remote: ((data: unknown) => void) | undefined
  #isStarted = false
  #isClosed = false
  readonly #waiting: unknown[] = []

  /** What the holder of this end says to the other. A value that cannot be cloned throws, as it does in Electron. */
  postMessage(data: unknown): void {
    this.peer?.receive(structuredClone(data))
  }

  receive(data: unknown): void {
    if (this.#isClosed) return
    if (this.remote) this.remote(data)
    else if (this.#isStarted) this.emit('message', { data })
    else this.#waiting.push(data)
  }

  /** As in Electron: without it, no message ever arrives. */
  start(): void {
    this.#isStarted = true
    for (const data of this.#waiting.splice(0)) this.emit('message', { data })
  }

  close(): void {
    if (this.#isClosed) return
    this.#isClosed = true
    this.emit('close')
    this.peer?.close()
  }

  handOver(remote: (data: unknown) => void): void {
    this.remote = remote
    for (const data of this.#waiting.splice(0)) remote(data)
  }
}

export function createTunnel(): { port1: TunnelPort; port2: TunnelPort } {
  const port1 = new TunnelPort()
  const port2 = new TunnelPort()
  port1.peer = port2
  port2.peer = port1
  return { port1, port2 }
}
