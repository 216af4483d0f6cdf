import { createStore } from 'zustand/vanilla'

/** A short word at the right end of a navigation entry: `2/5`, `3 超期`. Red only where somebody must act. */
export interface NavCount {
  text: string
  isUrgent?: boolean
}

export const navCountStore = createStore<Readonly<Record<string, NavCount | undefined>>>(() => ({}))

export function setNavCount(routeId: string, count: NavCount | undefined): void {
  navCountStore.setState({ [routeId]: count })
}
