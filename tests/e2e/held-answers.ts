import type { Page } from '@playwright/test'

/**
 * Holds back what the service says to a page, as a slow computer would: everything, or only the answers to one procedure
 * (`/people/list`). `asked`: once the page has asked for it.
 */
export async function holdAnswers(
  page: Page,
  procedure?: string,
): Promise<{ asked: Promise<void>; hold(): void; release(): void }> {
  const ids = new Set<string>()
  let isHeld = false
  let waiting: (() => void)[] = []
  let tellAsked = () => {}
  const asked = new Promise<void>((resolve) => {
    tellAsked = resolve
  })
  const idOf = (message: string | Buffer) => (JSON.parse(String(message)) as { i: string }).i
  await page.routeWebSocket(/\/socket/, (socket) => {
    const server = socket.connectToServer()
    socket.onMessage((message) => {
      if (procedure !== undefined && String(message).includes(procedure)) {
        ids.add(idOf(message))
        tellAsked()
      }
      server.send(message)
    })
    server.onMessage((message) => {
      if (isHeld && (procedure === undefined || ids.has(idOf(message)))) waiting.push(() => socket.send(message))
      else socket.send(message)
    })
  })
  return {
    asked,
    hold: () => {
      isHeld = true
    },
    release: () => {
      isHeld = false
      for (const tell of waiting) tell()
      waiting = []
    },
  }
}
