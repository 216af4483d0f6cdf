import { parseArgs } from 'node:util'
import { RPCHandler } from '@orpc/server/message-port'
import type { HostContext } from '../service/service.ts'
import { UnusableDataFolderError } from './data-folder.ts'
import { createDesktopKeychain } from './desktop-keychain.ts'
import { FolderInUseError } from './folder-lock.ts'
import { createCallCounter } from './loopback/call-counter.ts'
import { type RunningService, startService } from './start-service.ts'
import type { FromService, StartFailure, ToService } from './utility-messages.ts'

type ServicePort = Parameters<RPCHandler<HostContext>['upgrade']>[0] & { start(): void }

/** Electron's `process.parentPort`, described here because the service is plain Node. */
interface ParentPort {
  on(name: 'message', listener: (event: { data: ToService; ports: ServicePort[] }) => void): void
  postMessage(message: FromService): void
}

const DRAIN_MS = 5_000
const parent = (process as unknown as { parentPort: ParentPort }).parentPort
const calls = createCallCounter()
const keychain = createDesktopKeychain((request) => parent.postMessage(request))
/** Messages that come before the database is open wait for it, in order. */
const running = start()

parent.on('message', ({ data, ports: [port] }) => {
  if (data.type === 'keychain') return keychain.hear(data)
  void running.then((service) => {
    if (!service) process.exit(1)
    if (data.type === 'stop') void stop(service)
    else if (port) attach(service, port, data.seat)
  })
})

async function start(): Promise<RunningService | undefined> {
  const { values } = parseArgs({ args: process.argv.slice(2), options: { data: { type: 'string' } }, strict: false })
  try {
    const service = await startService(typeof values.data === 'string' ? values.data : undefined, 'desktop', keychain)
    service.lock.offer({ router: service.service.router, show: () => parent.postMessage({ type: 'show' }) })
    parent.postMessage({ type: 'ready' })
    return service
  } catch (error) {
    parent.postMessage({
      type: 'failed',
      reason: reasonOf(error),
      detail: error instanceof Error ? error.message : String(error),
    })
    return undefined
  }
}

function attach({ service }: RunningService, port: ServicePort, seat: string): void {
  const handler = new RPCHandler<HostContext>(service.router, { rootInterceptors: [calls.interceptor] })
  handler.upgrade(port, { context: { seat } })
  port.start()
}

async function stop(service: RunningService): Promise<void> {
  await calls.idle(DRAIN_MS)
  await service.close()
  process.exit(0)
}

function reasonOf(error: unknown): StartFailure {
  if (error instanceof FolderInUseError) return 'in-use'
  if (error instanceof UnusableDataFolderError) return error.reason
  return (error as { name?: unknown } | null)?.name === 'DatabaseFromNewerAppError' ? 'newer-data' : 'other'
}
