import { createStore } from 'zustand/vanilla'

export const captureStore = createStore<{ isOpen: boolean }>(() => ({ isOpen: false }))

export function openCapture(): void {
  captureStore.setState({ isOpen: true })
}

export function closeCapture(): void {
  captureStore.setState({ isOpen: false })
}
