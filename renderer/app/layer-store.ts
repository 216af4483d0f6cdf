import { createStore } from 'zustand/vanilla'

/** What lies over the screen, called up by a key. */
export const layerStore = createStore<{ open: 'palette' | 'shortcuts' | 'change-pin' | undefined }>(() => ({
  open: undefined,
}))

export function closeLayer(): void {
  layerStore.setState({ open: undefined })
}
