import { WebSocket } from 'ws'
import { connectOver } from '../../renderer/services/connection.ts'
import { createLine } from '../../renderer/services/line.ts'
import { createSocketOpener, type SocketSurroundings } from '../../renderer/services/socket-carrier.ts'
import type { Client } from '../../shared/contract/index.ts'

export interface ConnectedTab {
  client: Client
  token: string
  ticket: string
  /** Looks for a console that is gone no more; else the line would try as long as the process runs. */
  forget(): void
}

/** A tab of a console in another process, opened and connected as the page does it. `origin` has no slash at its end. */
export async function connectTab(origin: string, launchCode: string): Promise<ConnectedTab> {
  const answer = await fetch(`${origin}/session`, {
    method: 'POST',
    headers: { origin, 'content-type': 'application/json', 'x-console': '1' },
    body: JSON.stringify({ code: launchCode }),
  })
  const tab = (await answer.json()) as { token: string; ticket: string }
  let isForgotten = false
  const surroundings = {
    origin,
    ...tab,
    fetch(input: RequestInfo | URL, init?: RequestInit) {
      const request = new Request(input, init)
      request.headers.set('origin', origin)
      return fetch(request)
    },
    WebSocket: class extends WebSocket {
      constructor(address: string, protocols: string[]) {
        super(address, protocols, { origin })
      }
    },
  } as unknown as SocketSurroundings
  const open = createSocketOpener(surroundings)
  const line = createLine(() => (isForgotten ? new Promise(() => {}) : open()))
  const { client } = await connectOver(line, 'browser', surroundings)
  return {
    client,
    ...tab,
    forget() {
      isForgotten = true
    },
  }
}
