import { type ChildProcess, fork as forkProcess } from 'node:child_process'
import { EventEmitter } from 'node:events'
import { join } from 'node:path'
import type { TunnelPort } from './tunnel-port.ts'

export type ToChild =
  | { kind: 'message'; data: unknown; ports: number[] }
  | { kind: 'port-message'; id: number; data: unknown }
  | { kind: 'port-closed'; id: number }

export type FromChild = { kind: 'message'; data: unknown } | { kind: 'port-message'; id: number; data: unknown }

/** A real process, so a service that crashes takes nothing with it. */
export class StandInUtilityProcess extends EventEmitter {
  readonly child: ChildProcess
  readonly #ports = new Map<number, TunnelPort>()
  #nextPort = 1

  constructor(module_: string, args: readonly string[] = []) {
    super()
    this.child = forkProcess(join(import.meta.dirname, 'utility-bootstrap.ts'), [module_, ...args], {
      serialization: 'advanced',
    })
    this.child.on('message', (message: FromChild) => {
      if (message.kind === 'message') this.emit('message', message.data)
      else this.#ports.get(message.id)?.peer?.receive(message.data)
    })
    this.child.on('spawn', () => this.emit('spawn'))
    this.child.on('exit', (code) => {
      for (const port of this.#ports.values()) port.close()
      this.emit('exit', code ?? 1)
    })
  }

  get pid(): number | undefined {
    return this.child.pid
  }

  postMessage(data: unknown, transfer: TunnelPort[] = []): void {
    const ports = transfer.map((port) => {
      const id = this.#nextPort++
      this.#ports.set(id, port)
      port.on('close', () => this.#send({ kind: 'port-closed', id }))
      return id
    })
    this.#send({ kind: 'message', data: structuredClone(data), ports })
    transfer.forEach((port, index) => {
      port.handOver((message) => this.#send({ kind: 'port-message', id: ports[index] ?? 0, data: message }))
    })
  }

  kill(): boolean {
    return this.child.kill()
  }

  #send(message: ToChild): void {
    if (this.child.connected) this.child.send(message)
  }
}
