import { RPCLink as FetchLink } from '@orpc/client/fetch'
import { RPCLink as SocketLink } from '@orpc/client/websocket'
import { type Closing, createClosing } from './closing.ts'
import { type Carrier, type Link, LostError, RefusedError } from './line.ts'
import { OWN_PAGE_HEADERS } from './tab-session.ts'

export interface SocketSurroundings {
  /** `http://127.0.0.1:…` */
  origin: string
  token: string
  /** Good for the first socket only. */
  ticket?: string
  fetch: typeof fetch
  WebSocket: new (url: string, protocols: string[]) => WebSocket
}

type SocketView = ConstructorParameters<typeof SocketLink>[0]['websocket']

const OPEN_LIMIT_MS = 10_000
/** `WebSocket.OPEN` */
const OPEN = 1
const SETTLE_MS = 30

/** Opens sockets for the calls of this tab, each with a ticket that is good once. */
export function createSocketOpener(by: SocketSurroundings): () => Promise<Carrier> {
  let first = by.ticket
  return async () => {
    const ticket = first ?? (await fetchTicket(by))
    first = undefined
    return openSocketCarrier(by, ticket)
  }
}

async function openSocketCarrier(by: SocketSurroundings, ticket: string): Promise<Carrier> {
  const socket = new by.WebSocket(`${by.origin.replace(/^http/, 'ws')}/socket`, ['chenxun', `ticket.${ticket}`])
  socket.binaryType = 'arraybuffer'
  await opened(socket)
  const closing = createClosing()
  const link = new SocketLink({ websocket: viewForLink(socket, closing) })
  // The last answers are still being decoded when the socket closes.
  socket.addEventListener('close', () => setTimeout(closing.close, SETTLE_MS))
  return { link, onClosed: closing.onClosed }
}

/**
 * The socket as its link sees it. Cancelling a call sends a message, and on a closed socket the link would throw where
 * nobody can catch it; and the link must not give calls up before their last answers are decoded.
 */
function viewForLink(socket: WebSocket, closing: Closing): SocketView {
  return {
    addEventListener(type: string, listener: EventListenerOrEventListenerObject) {
      if (type !== 'close') socket.addEventListener(type, listener)
      else if (typeof listener === 'function') closing.onClosed(() => listener(new Event('close')))
    },
    removeEventListener: socket.removeEventListener.bind(socket),
    readyState: OPEN,
    send(message) {
      if (socket.readyState === OPEN) socket.send(message)
    },
  }
}

/** Files go by plain requests: a socket message would have to be held in memory three times. */
export function createFileLink(by: SocketSurroundings): Link {
  return new FetchLink({
    url: `${by.origin}/rpc`,
    headers: { 'x-console': '1', authorization: `Bearer ${by.token}` },
    fetch: (request, init) => by.fetch(request, { ...init, credentials: 'omit' }),
  })
}

async function fetchTicket({ origin, token, fetch }: SocketSurroundings): Promise<string> {
  const response = await fetch(`${origin}/socket-ticket`, {
    method: 'POST',
    headers: { ...OWN_PAGE_HEADERS, authorization: `Bearer ${token}` },
    body: '{}',
  })
  if (response.status === 401) throw new RefusedError()
  if (!response.ok) throw new LostError()
  const { ticket } = (await response.json()) as { ticket: string }
  return ticket
}

function opened(socket: WebSocket): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      socket.close()
      reject(new LostError())
    }, OPEN_LIMIT_MS)
    socket.addEventListener('open', () => {
      clearTimeout(timer)
      resolve()
    })
    socket.addEventListener('close', () => {
      clearTimeout(timer)
      reject(new LostError())
    })
    socket.addEventListener('error', () => {})
  })
}
