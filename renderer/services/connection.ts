import { createORPCClient } from '@orpc/client'
import type { Client } from '../../shared/contract/index.ts'
import { createLastingLink } from './lasting-link.ts'
import { type ConnectionState, createLine, type Line, RefusedError } from './line.ts'
import { openPortCarrier } from './port-carrier.ts'
import { createFileLink, createSocketOpener, type SocketSurroundings } from './socket-carrier.ts'
import { claimTab, hasLaunchCode } from './tab-session.ts'

export type { ConnectionState } from './line.ts'

export interface Connection {
  /** Rejects with ORPCError: `code` is an ErrorCode, `data` an ErrorDetail. */
  client: Client
  kind: 'desktop' | 'browser'
  state: { get(): ConnectionState; subscribe(listener: () => void): () => void }
}

/** Resolves once the first attempt is over; from then on the connection looks after itself. */
export async function connect(): Promise<Connection> {
  const desktop = window.chenxunDesktop
  return desktop
    ? connectOver(
        createLine(() => openPortCarrier(window, desktop)),
        'desktop',
      )
    : connectInBrowser()
}

async function connectInBrowser(): Promise<Connection> {
  const { location, history, sessionStorage } = window
  window.addEventListener('hashchange', () => {
    if (hasLaunchCode(location.hash)) location.reload()
  })
  const plainFetch = fetch.bind(window)
  const tab = await claimTab({ location, history, sessionStorage, fetch: plainFetch })
  const surroundings = tab && { origin: location.origin, ...tab, fetch: plainFetch, WebSocket }
  const line = createLine(surroundings ? createSocketOpener(surroundings) : () => Promise.reject(new RefusedError()))
  window.addEventListener('focus', () => line.wake())
  return connectOver(line, 'browser', surroundings)
}

/** The client over a line; in the browser shell files take their own way. */
export async function connectOver(
  line: Line,
  kind: Connection['kind'],
  surroundings?: SocketSurroundings,
): Promise<Connection> {
  const fileLink = surroundings && createFileLink(surroundings)
  const client: Client = createORPCClient(createLastingLink(fileLink ? { line, fileLink } : { line }))
  await line.tried
  return { client, kind, state: line.state }
}
