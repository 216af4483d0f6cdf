import { chmodSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import { RPCHandler } from '@orpc/server/fetch'
import { Hono } from 'hono'
import type { HostContext, Service } from '../../service/service.ts'

export type Shell = 'browser' | 'desktop' | 'command'

/** Who holds the folder, as told to whoever comes second. */
export interface Holder {
  pid: number
  user: string
  shell: Shell
  /** Where the browser shell answers; without any secret. */
  url: string | null
}

/** What the holder can be asked for once it is up. */
export interface Abilities {
  router: Service['router']
  /** An address with a fresh one-use launch code, where there is a browser shell. */
  launchUrl?: () => string
  /** Brings the window to the front. */
  show?: () => void
}

export interface ControlServer {
  close(): Promise<void>
}

/** How long an early caller waits for a holder that is still starting. */
const PATIENCE_MS = 20_000

/** Only the holder of the lock calls this, so a socket that is already there is a dead one. */
export async function startControlServer(
  address: string,
  holder: () => Holder,
  abilities: Promise<Abilities>,
): Promise<ControlServer> {
  const app = new Hono()
  app.get('/holder', (c) => c.json(holder()))
  app.post('/launch-url', async (c) => {
    const { launchUrl } = await soon(abilities)
    return launchUrl ? c.json({ url: launchUrl() }) : c.json({ url: null })
  })
  app.post('/show', async (c) => {
    const { show } = await soon(abilities)
    show?.()
    return c.json({ shown: show !== undefined })
  })
  app.post('/rpc/*', async (c) => {
    const handler = new RPCHandler<HostContext>((await soon(abilities)).router)
    const seat = `operator/${c.req.header('x-seat')?.slice(0, 40) ?? 'command-line'}`
    const { matched, response } = await handler.handle(c.req.raw, { prefix: '/rpc', context: { seat, as: 'operator' } })
    return matched ? response : c.json({ error: 'not-found' }, 404)
  })

  const isFile = !address.startsWith('\\\\')
  if (isFile) rmSync(address, { force: true })
  const server = createServer(getRequestListener(app.fetch, { hostname: 'localhost', overrideGlobalObjects: false }))
  await listen(server, address)
  if (isFile) chmodSync(address, 0o600)
  return {
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

function listen(server: Server, address: string): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.listen(address, () => {
      server.off('error', reject)
      resolve()
    })
  })
}

async function soon(abilities: Promise<Abilities>): Promise<Abilities> {
  let timer: NodeJS.Timeout | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('The running console is not ready')), PATIENCE_MS)
  })
  return Promise.race([abilities, late]).finally(() => clearTimeout(timer))
}
