import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import type { Clock } from '../service/ports.ts'
import type { Service } from '../service/service.ts'
import { createAccess } from './loopback/access.ts'
import { createCallCounter } from './loopback/call-counter.ts'
import { allowedHost } from './loopback/host-guard.ts'
import { createRoutes } from './loopback/routes.ts'
import { securityHeaders } from './loopback/security-headers.ts'
import { createSockets } from './loopback/sockets.ts'

export interface LoopbackOptions {
  service: Pick<Service, 'router'>
  /** For the lifetimes of codes and tokens. */
  clock: Clock
  /** The built page. */
  pageFolder: string
  /** 0: any free one. */
  port?: number
  pingMs?: number
  onFailure(error: unknown): void
}

export interface Loopback {
  /** Without any secret. */
  url: string
  /** Good for one tab, for ten minutes. */
  newLaunchUrl(): string
  /** Answers what is under way, then closes every connection. */
  close(): Promise<void>
}

const DRAIN_MS = 5_000
/** An answer is on its way a moment after its call has ended. */
const FLUSH_MS = 100
const HANG_UP_MS = 300

/** Serves the page and the contract on 127.0.0.1 only. */
export async function startLoopback(options: LoopbackOptions): Promise<Loopback> {
  const { service, clock, pageFolder, onFailure, port: wantedPort = 0, pingMs = 25_000 } = options
  const access = createAccess(clock)
  const calls = createCallCounter()
  let port = wantedPort
  const parts = { access, calls, router: service.router }
  const routes = createRoutes({ ...parts, pageFolder, onFailure })
  const sockets = createSockets({ ...parts, port: () => port, pingMs })
  const answer = getRequestListener(routes.fetch, { overrideGlobalObjects: false })

  const server = createServer(
    {
      requireHostHeader: false,
      headersTimeout: 10_000,
      requestTimeout: 60_000,
      keepAliveTimeout: 5_000,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      if (allowedHost(request, port)) return void answer(request, response)
      response.writeHead(403, { ...securityHeaders(), 'content-length': 0, connection: 'close' }).end()
    },
  )
  server.maxConnections = 2_000
  server.maxHeadersCount = 60
  server.on('upgrade', sockets.upgrade)
  port = await listen(server, wantedPort)

  const url = `http://127.0.0.1:${port}/`
  return {
    url,
    newLaunchUrl: () => `${url}#launch=${access.newLaunchCode()}`,
    async close() {
      const closed = new Promise<void>((resolve) => server.close(() => resolve()))
      await calls.idle(DRAIN_MS)
      await wait(FLUSH_MS)
      sockets.close()
      server.closeIdleConnections()
      const rest = setTimeout(() => server.closeAllConnections(), HANG_UP_MS)
      await closed
      clearTimeout(rest)
    },
  }
}

function listen(server: Server, port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen({ port, host: '127.0.0.1', exclusive: true }, () => {
      server.off('error', reject)
      resolve((server.address() as AddressInfo).port)
    })
  })
}
