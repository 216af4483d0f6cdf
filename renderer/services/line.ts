import type { ClientContext, ClientLink } from '@orpc/client'

export type ConnectionState = 'connecting' | 'open' | 'lost' | 'refused'
export type Link = ClientLink<ClientContext>

/** One live socket or port. */
export interface Carrier {
  link: Link
  /** Calls the listener once, when the carrier is dead. Returns how to stop listening. */
  onClosed(listener: () => void): () => void
}

/** Opens a new carrier. Rejects with RefusedError where trying again is of no use. */
export type OpenCarrier = () => Promise<Carrier>

export class RefusedError extends Error {
  override readonly name = 'RefusedError'
}

export class LostError extends Error {
  override readonly name = 'LostError'
}

/** A carrier that is opened anew for as long as the page lives. */
export interface Line {
  state: { get(): ConnectionState; subscribe(listener: () => void): () => void }
  /** The open carrier, or the next one if it comes within the limit. */
  carrier(waitMs: number): Promise<Carrier>
  /** Resolves after the first attempt, however it went. */
  tried: Promise<void>
  /** Tries at once instead of after the pause. */
  wake(): void
}

const FIRST_PAUSE_MS = 150
const LONGEST_PAUSE_MS = 4_000

export function createLine(open: OpenCarrier): Line {
  let state: ConnectionState = 'connecting'
  let current: Carrier | undefined
  let wake = () => {}
  let finishFirst = () => {}
  const tried = new Promise<void>((resolve) => {
    finishFirst = resolve
  })
  const listeners = new Set<() => void>()

  function become(next: ConnectionState): void {
    if (state === next) return
    state = next
    for (const listener of [...listeners]) listener()
  }

  function pause(attempt: number): Promise<void> {
    const most = Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** attempt)
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, most * (0.5 + Math.random() / 2))
      wake = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function keepOpen(): Promise<void> {
    for (let attempt = 0; ; attempt += 1) {
      try {
        const carrier = await open()
        attempt = 0
        current = carrier
        const closed = new Promise<void>((resolve) => void carrier.onClosed(resolve))
        become('open')
        finishFirst()
        await closed
      } catch (error) {
        if (error instanceof RefusedError) {
          become('refused')
          finishFirst()
          return
        }
      }
      current = undefined
      become('lost')
      finishFirst()
      await pause(attempt)
    }
  }

  void keepOpen()
  return {
    state: {
      get: () => state,
      subscribe(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
    },
    tried,
    wake: () => wake(),
    carrier(waitMs) {
      if (current) return Promise.resolve(current)
      if (state === 'refused') return Promise.reject(new RefusedError())
      return new Promise((resolve, reject) => {
        const stop = () => {
          clearTimeout(timer)
          listeners.delete(look)
        }
        const timer = setTimeout(() => {
          stop()
          reject(new LostError())
        }, waitMs)
        const look = () => {
          if (current) resolve(current)
          else if (state === 'refused') reject(new RefusedError())
          else return
          stop()
        }
        listeners.add(look)
      })
    },
  }
}
