import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { RPCHandler } from '@orpc/server/ws'
import { type WebSocket, WebSocketServer } from 'ws'
import type { HostContext, Service } from '../../service/service.ts'
import type { Access, Tab } from './access.ts'
import type { CallCounter } from './call-counter.ts'
import { allowedHost, originOf } from './host-guard.ts'
import { isTooDeep } from './json-depth.ts'

export const SOCKET_PROTOCOL = 'chenxun'
const MAX_MESSAGE_BYTES = 2_000_000
const POLICY_VIOLATION = 1008

export interface SocketParts {
  access: Access
  router: Service['router']
  calls: CallCounter
  port: () => number
  pingMs: number
}

export interface Sockets {
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void
  /** Says goodbye; what was answered before is still delivered. */
  close(): void
}

/** The calls of a tab. The handshake needs our Host, our Origin and a one-use ticket given as a subprotocol. */
export function createSockets({ access, router, calls, port, pingMs }: SocketParts): Sockets {
  const handler = new RPCHandler<HostContext>(router, { rootInterceptors: [calls.interceptor] })
  const server = new WebSocketServer({
    noServer: true,
    maxPayload: MAX_MESSAGE_BYTES,
    perMessageDeflate: false,
    handleProtocols: () => SOCKET_PROTOCOL,
  })
  const heard = new WeakSet<WebSocket>()
  const tabs = new WeakMap<WebSocket, Tab>()
  const pings = setInterval(() => {
    for (const socket of server.clients) {
      if (!heard.has(socket)) {
        socket.terminate()
        continue
      }
      heard.delete(socket)
      tabs.get(socket)?.renew()
      socket.ping()
    }
  }, pingMs)
  pings.unref()

  return {
    upgrade(request, socket, head) {
      const host = allowedHost(request, port())
      if (!host) return refuseUpgrade(socket, '403 Forbidden')
      if (new URL(request.url ?? '', originOf(host)).pathname !== '/socket')
        return refuseUpgrade(socket, '404 Not Found')
      if (request.headers.origin !== originOf(host)) return refuseUpgrade(socket, '403 Forbidden')
      const tab = access.spendSocketTicket(ticketOf(request))
      if (!tab) return refuseUpgrade(socket, '401 Unauthorized')
      server.handleUpgrade(request, socket, head, (client) => {
        heard.add(client)
        tabs.set(client, tab)
        client.on('pong', () => heard.add(client))
        client.on('message', () => heard.add(client))
        client.on('error', () => client.terminate())
        void handler.upgrade(shallow(client), { context: { seat: tab.seat } })
      })
    },
    close() {
      clearInterval(pings)
      for (const socket of server.clients) socket.close(1001, 'The console is closing')
      server.close()
    },
  }
}

/** The socket as the calls see it: a message nested too deep ends it and reaches nobody. */
function shallow(client: WebSocket): Pick<WebSocket, 'addEventListener' | 'send'> {
  const addEventListener = (type: string, listener: (event: unknown) => void) => {
    if (type !== 'message') return client.addEventListener(type as 'close', listener)
    client.addEventListener('message', (event) => {
      if (isTooDeep(jsonOf(event.data))) client.close(POLICY_VIOLATION, 'depth')
      else listener(event)
    })
  }
  return { addEventListener: addEventListener as WebSocket['addEventListener'], send: client.send.bind(client) }
}

function jsonOf(data: WebSocket.Data): string | Uint8Array {
  if (typeof data === 'string') return data
  return Array.isArray(data) ? Buffer.concat(data) : new Uint8Array(data)
}

function ticketOf(request: IncomingMessage): string {
  const offered = (request.headers['sec-websocket-protocol'] ?? '').split(',').map((protocol) => protocol.trim())
  if (!offered.includes(SOCKET_PROTOCOL)) return ''
  return offered.find((protocol) => protocol.startsWith('ticket.'))?.slice('ticket.'.length) ?? ''
}

function refuseUpgrade(socket: Duplex, status: string): void {
  socket.end(`HTTP/1.1 ${status}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`)
}
