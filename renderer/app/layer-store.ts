import { useLayoutEffect } from 'react'
import { createStore } from 'zustand/vanilla'

export type Layer = 'palette' | 'shortcuts' | 'change-pin' | 'recovery-sheet'

interface Layers {
  /** What lies over the screen, called up by a key. */
  open: Layer | undefined
  /** Letters struck before the palette was ready to take them. */
  typedAhead: string
  /** How many dialogs and drawers lie over the screen, wherever the focus is. */
  dialogs: number
  /** Those of them that come in from the side. */
  drawers: number
  /** The layer was called up over a dialog: what the screen below can do is out of reach. */
  isOverDialog: boolean
}

export const layerStore = createStore<Layers>(() => ({
  open: undefined,
  typedAhead: '',
  dialogs: 0,
  drawers: 0,
  isOverDialog: false,
}))

export function openLayer(open: Layer): void {
  // A layer is a dialog itself, and the next one takes its place.
  layerStore.setState(({ open: before, dialogs }) => ({
    open,
    typedAhead: '',
    isOverDialog: dialogs > (before === undefined ? 0 : 1),
  }))
}

export function typeAhead(letter: string): void {
  layerStore.setState(({ typedAhead }) => ({ typedAhead: typedAhead + letter }))
}

export function closeLayer(): void {
  layerStore.setState({ open: undefined })
}

/** Returns the way to say that it is closed. */
export function noteDialog(): () => void {
  layerStore.setState(({ dialogs }) => ({ dialogs: dialogs + 1 }))
  return () => layerStore.setState(({ dialogs }) => ({ dialogs: dialogs - 1 }))
}

/** Every dialog says while it is open, so that no key reaches the screen below. */
export function useOpenDialog(isOpen: boolean): void {
  useLayoutEffect(() => (isOpen ? noteDialog() : undefined), [isOpen])
}

/** A drawer is a dialog whose title stands at the top right. */
export function useOpenDrawer(isOpen: boolean): void {
  useOpenDialog(isOpen)
  useLayoutEffect(() => {
    if (!isOpen) return undefined
    layerStore.setState(({ drawers }) => ({ drawers: drawers + 1 }))
    return () => layerStore.setState(({ drawers }) => ({ drawers: drawers - 1 }))
  }, [isOpen])
}
