import { createStore } from 'zustand/vanilla'

export type Layer = 'palette' | 'shortcuts' | 'change-pin'

interface Layers {
  /** What lies over the screen, called up by a key. */
  open: Layer | undefined
  /** Letters struck before the palette was ready to take them. */
  typedAhead: string
}

export const layerStore = createStore<Layers>(() => ({ open: undefined, typedAhead: '' }))

export function openLayer(open: Layer): void {
  layerStore.setState({ open, typedAhead: '' })
}

export function typeAhead(letter: string): void {
  layerStore.setState(({ typedAhead }) => ({ typedAhead: typedAhead + letter }))
}

export function closeLayer(): void {
  layerStore.setState({ open: undefined })
}
