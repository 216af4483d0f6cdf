/** Remembers that something closed and tells whoever asked to know, later askers too. */
export interface Closing {
  onClosed(listener: () => void): () => void
  close(): void
}

export function createClosing(): Closing {
  const listeners = new Set<() => void>()
  let isClosed = false
  return {
    onClosed(listener) {
      if (isClosed) queueMicrotask(listener)
      else listeners.add(listener)
      return () => void listeners.delete(listener)
    },
    close() {
      if (isClosed) return
      isClosed = true
      for (const listener of [...listeners]) listener()
      listeners.clear()
    },
  }
}
