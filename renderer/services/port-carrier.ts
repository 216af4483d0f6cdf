import { RPCLink } from '@orpc/client/message-port'
import { type DesktopApi, PORT_MESSAGE, SERVICE_LOST_MESSAGE } from '../../shared/desktop-api.ts'
import { createClosing } from './closing.ts'
import { type Carrier, LostError } from './line.ts'

declare global {
  interface Window {
    chenxunDesktop?: DesktopApi
  }
}

const PORT_LIMIT_MS = 10_000

/** A port to the service, asked for at each attempt: a restarted service has a new one. */
export async function openPortCarrier(page: Window, desktop: DesktopApi): Promise<Carrier> {
  const port = await requestPort(page, desktop)
  const closing = createClosing()
  /** A call on a dead port would wait for ever, so both the port and the supervisor may declare it dead. */
  const close = () => {
    page.removeEventListener('message', onMessage)
    port.close()
    closing.close()
  }
  const onMessage = (event: MessageEvent) => {
    if (isOurs(page, event) && event.data.type === SERVICE_LOST_MESSAGE) close()
  }
  page.addEventListener('message', onMessage)
  port.addEventListener('close', close)
  const link = new RPCLink({ port })
  port.start()
  return { link, onClosed: closing.onClosed }
}

function requestPort(page: Window, desktop: DesktopApi): Promise<MessagePort> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      page.removeEventListener('message', onMessage)
    }
    const timer = setTimeout(() => {
      stop()
      reject(new LostError())
    }, PORT_LIMIT_MS)
    const onMessage = (event: MessageEvent) => {
      const [port] = event.ports
      if (!isOurs(page, event) || event.data.type !== PORT_MESSAGE || !port) return
      stop()
      resolve(port)
    }
    page.addEventListener('message', onMessage)
    desktop.requestServicePort()
  })
}

/** Only the preload script of this very window; never a frame or an opener. */
function isOurs(page: Window, event: MessageEvent): event is MessageEvent<{ type: string }> {
  return event.source === page && event.origin === page.location.origin && typeof Object(event.data).type === 'string'
}
