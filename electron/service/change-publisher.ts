import type { ChangeEvent } from '../../shared/contract/events.ts'

const MAX_WAITING = 200

/** Fans change events out to subscribers. A slow one loses the oldest events and sees the gap in the sequence. */
export interface ChangePublisher {
  publish(feature: string, ids: string[]): void
  subscribe(signal: AbortSignal | undefined): AsyncGenerator<ChangeEvent, void>
}

export function createChangePublisher(): ChangePublisher {
  let sequence = 1
  const subscribers = new Set<(event: ChangeEvent) => void>()

  return {
    publish(feature, ids) {
      const event = { sequence: ++sequence, feature, ids }
      for (const notify of subscribers) notify(event)
    },
    async *subscribe(signal) {
      const waiting: ChangeEvent[] = [{ sequence, feature: 'hello', ids: [] }]
      let wake: () => void = () => {}
      const notify = (event: ChangeEvent) => {
        if (waiting.length >= MAX_WAITING) waiting.shift()
        waiting.push(event)
        wake()
      }
      const stop = () => wake()
      subscribers.add(notify)
      signal?.addEventListener('abort', stop)
      try {
        while (!signal?.aborted) {
          const event = waiting.shift()
          if (event) yield event
          else await new Promise<void>((resolve) => (wake = resolve))
        }
      } finally {
        subscribers.delete(notify)
        signal?.removeEventListener('abort', stop)
      }
    },
  }
}
