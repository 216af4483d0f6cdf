import { useEffect } from 'react'
import { createStore } from 'zustand/vanilla'

export interface KeyHint {
  keys: readonly string[]
  text: string
}

interface Hints {
  hints: readonly KeyHint[]
  /** At the right end: a promise such as "every answer is saved at once". */
  note: string | undefined
}

const NONE: Hints = { hints: [], note: undefined }
export const keyHintStore = createStore<Hints>(() => NONE)

/** The bar at the foot of the window while the screen is mounted. */
export function useKeyHints(hints: readonly KeyHint[], note?: string): void {
  const identity = JSON.stringify([hints, note])
  // biome-ignore lint/correctness/useExhaustiveDependencies: the identity stands for the list
  useEffect(() => {
    keyHintStore.setState({ hints, note })
    return () => keyHintStore.setState(NONE)
  }, [identity])
}
