type Flush = () => Promise<void>
const waiting = new Set<Flush>()

/** What was typed a moment ago is kept before the seat is left. Returns how to let go. */
export function beforeLeaving(flush: Flush): () => void {
  waiting.add(flush)
  return () => void waiting.delete(flush)
}

export async function flushDrafts(): Promise<void> {
  await Promise.all([...waiting].map((flush) => flush().catch(() => undefined)))
}
