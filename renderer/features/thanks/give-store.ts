import { createStore } from 'zustand/vanilla'

export const giveStore = createStore<{ isOpen: boolean; to: string | undefined }>(() => ({
  isOpen: false,
  to: undefined,
}))

/** For somebody already chosen, or for anybody. */
export function openGive(to?: string): void {
  giveStore.setState({ isOpen: true, to })
}

export function closeGive(): void {
  giveStore.setState({ isOpen: false, to: undefined })
}
