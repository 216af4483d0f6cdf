import type { MessagePortMain, UtilityProcess } from 'electron'
import type { Diagnosis } from '../../shared/desktop-api.ts'
import type {
  FromService,
  KeychainAnswer,
  KeychainRequest,
  StartFailure,
  ToService,
} from '../hosts/utility-messages.ts'
import { MOST_DEATHS, mayRestart } from './restart-policy.ts'

export type Death = Diagnosis['deaths'][number]

export interface SupervisorOptions {
  fork(): UtilityProcess
  now(): number
  createChannel(): { port1: MessagePortMain; port2: MessagePortMain }
  /** The service died; windows must not wait for its answers. */
  onLost(): void
  /** It died too often to be started again by itself; its last deaths, oldest first. */
  onGaveUp(deaths: readonly Death[]): void
  onStartFailed(reason: StartFailure, detail: string): void
  onKeychain(request: KeychainRequest): Promise<KeychainAnswer>
  /** A second start asked for the window. */
  onShow(): void
}

export interface Supervisor {
  start(): void
  /** A port to the service for one seat, as soon as the service is up. A later request of a seat replaces its earlier one. */
  connect(seat: string, deliver: (port: MessagePortMain) => void): void
  /** Lets the service finish and close its database. */
  stop(): Promise<void>
}

const STOP_LIMIT_MS = 8_000
const RESTART_PAUSE_MS = 300

/** Keeps one service process running. */
export function createSupervisor(options: SupervisorOptions): Supervisor {
  const waiting = new Map<string, (port: MessagePortMain) => void>()
  let deaths: Death[] = []
  let child: UtilityProcess | undefined
  let isReady = false
  let isStopping = false
  let hasFailed = false

  function tell(message: ToService, ports: MessagePortMain[] = []): void {
    child?.postMessage(message, ports)
  }

  function serveWaiting(): void {
    for (const [seat, deliver] of waiting) {
      const { port1, port2 } = options.createChannel()
      tell({ type: 'port', seat }, [port2])
      deliver(port1)
    }
    waiting.clear()
  }

  function onMessage(message: FromService): void {
    if (message.type === 'ready') {
      isReady = true
      serveWaiting()
    } else if (message.type === 'failed') {
      hasFailed = true
      options.onStartFailed(message.reason, message.detail)
    } else if (message.type === 'keychain') {
      void options.onKeychain(message).then((answer) => tell(answer))
    } else {
      options.onShow()
    }
  }

  function onExit(code: number): void {
    child = undefined
    isReady = false
    if (isStopping || hasFailed) return
    options.onLost()
    deaths = [...deaths, { at: options.now(), code }].slice(-MOST_DEATHS)
    const instants = deaths.map(({ at }) => at)
    if (mayRestart(instants, options.now())) setTimeout(start, RESTART_PAUSE_MS)
    else options.onGaveUp(deaths)
  }

  function start(): void {
    if (child || isStopping) return
    hasFailed = false
    child = options.fork()
    child.on('message', onMessage)
    child.once('exit', onExit)
  }

  return {
    start,
    connect(seat, deliver) {
      waiting.set(seat, deliver)
      if (isReady) serveWaiting()
    },
    stop() {
      isStopping = true
      const process = child
      if (!process) return Promise.resolve()
      return new Promise((resolve) => {
        const timer = setTimeout(() => process.kill(), STOP_LIMIT_MS)
        process.once('exit', () => {
          clearTimeout(timer)
          resolve()
        })
        tell({ type: 'stop' })
      })
    },
  }
}
