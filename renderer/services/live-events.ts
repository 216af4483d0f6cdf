import type { Connection } from './connection.ts'

const PAUSE_MS = 1_000

/**
 * Tells what changed until it is stopped. Where events may have been missed it says so by `onGap`, and everything
 * shown must be fetched anew; that includes every new connection.
 */
export function followChanges(
  connection: Connection,
  onChange: (feature: string, ids: string[]) => void,
  onGap: () => void,
): () => void {
  const controller = new AbortController()
  let last: number | undefined

  async function listen(): Promise<void> {
    const events = await connection.client.events.changes({}, { signal: controller.signal })
    for await (const { sequence, feature, ids } of events) {
      if (controller.signal.aborted) return
      const isFirst = last === undefined
      const isNext = last !== undefined && sequence === last + 1
      last = sequence
      if (feature === 'hello') {
        if (!isFirst) onGap()
      } else if (isNext) onChange(feature, ids)
      else onGap()
    }
  }

  async function keepListening(): Promise<void> {
    while (!controller.signal.aborted) {
      await listen().catch(() => undefined)
      if (connection.state.get() === 'refused') return
      await pause(controller.signal)
    }
  }

  void keepListening()
  return () => controller.abort()
}

function pause(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, PAUSE_MS)
    signal.addEventListener('abort', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}
