import { EventEmitter } from 'node:events'
import { pathToFileURL } from 'node:url'
import { TunnelPort } from './tunnel-port.ts'
import type { FromChild, ToChild } from './utility-process.ts'

/** Gives the built service process what Electron would: `process.parentPort`. */
const parentPort = new EventEmitter() as EventEmitter & { postMessage(data: unknown): void }
const ports = new Map<number, TunnelPort>()
const send = (message: FromChild) => void process.send?.(message)

parentPort.postMessage = (data) => send({ kind: 'message', data: structuredClone(data) })
Object.assign(process, { parentPort })

process.on('message', (message: ToChild) => {
  if (message.kind === 'port-message') ports.get(message.id)?.receive(message.data)
  else if (message.kind === 'port-closed') ports.get(message.id)?.close()
  else {
    const received = message.ports.map((id) => {
      const port = new TunnelPort()
      port.postMessage = (data) => send({ kind: 'port-message', id, data: structuredClone(data) })
      ports.set(id, port)
      return port
    })
    parentPort.emit('message', { data: message.data, ports: received })
  }
})

const [, , module_ = ''] = process.argv
process.argv.splice(1, 2, module_)
await import(pathToFileURL(module_).href)
