import { createStore } from 'zustand/vanilla'

export const giveStore = createStore<{ isOpen: boolean }>(() => ({ isOpen: false }))

export function openGive(): void {
  giveStore.setState({ isOpen: true })
}

export function closeGive(): void {
  giveStore.setState({ isOpen: false })
}
