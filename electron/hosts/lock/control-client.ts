import { randomBytes } from 'node:crypto'
import { type IncomingMessage, request } from 'node:http'
import { Readable } from 'node:stream'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { Client } from '../../../shared/contract/index.ts'
import type { Holder } from './control-server.ts'

type Body = ConstructorParameters<typeof Response>[0]

/** What a second process can ask of the one that holds the folder. */
export interface ControlClient {
  holder(): Promise<Holder>
  /** Null where the running console has no browser shell. */
  newLaunchUrl(): Promise<string | null>
  /** False where the running console has no window of its own. */
  show(): Promise<boolean>
  /** The whole contract, as the operator. */
  client: Client
}

export function createControlClient(address: string): ControlClient {
  const seat = randomBytes(8).toString('hex')
  const ask = async (method: string, path: string) => {
    const response = await controlFetch(address, new Request(`http://localhost${path}`, { method }))
    if (!response.ok) throw new Error(`The running console answered ${response.status}`)
    return response.json()
  }
  const link = new RPCLink({
    url: 'http://localhost/rpc',
    headers: { 'x-seat': seat },
    fetch: (input) => controlFetch(address, input),
  })
  return {
    holder: async () => (await ask('GET', '/holder')) as Holder,
    newLaunchUrl: async () => ((await ask('POST', '/launch-url')) as { url: string | null }).url,
    show: async () => ((await ask('POST', '/show')) as { shown: boolean }).shown,
    client: createORPCClient(link),
  }
}

/** `fetch` over a Unix socket or named pipe, which Node's own cannot do. */
async function controlFetch(socketPath: string, call: Request): Promise<Response> {
  const { pathname, search } = new URL(call.url)
  const body = Buffer.from(await call.arrayBuffer())
  const answer = await new Promise<IncomingMessage>((resolve, reject) => {
    const outgoing = request(
      {
        socketPath,
        path: pathname + search,
        method: call.method,
        headers: { ...Object.fromEntries(call.headers), 'content-length': body.length },
        agent: false,
      },
      resolve,
    )
    outgoing.on('error', reject)
    call.signal.addEventListener('abort', () => outgoing.destroy(new Error('Aborted')), { once: true })
    outgoing.end(body)
  })
  const headers = Object.entries(answer.headers).map(([name, value]): [string, string] => [name, String(value)])
  const status = answer.statusCode ?? 500
  return new Response(status === 204 ? null : (Readable.toWeb(answer) as unknown as Body), { status, headers })
}
