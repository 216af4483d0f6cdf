import { useStore } from 'zustand'
import { createStore } from 'zustand/vanilla'

/** Where the window is. One path segment names the screen; everything finer stands in `params`. */
export interface Location {
  path: string
  params: Readonly<Record<string, string>>
}

export function parseLocation(pathname: string, search: string): Location {
  return { path: pathname, params: Object.fromEntries(new URLSearchParams(search)) }
}

export function formatLocation({ path, params }: Location): string {
  const search = new URLSearchParams(params).toString()
  return search === '' ? path : `${path}?${search}`
}

function readLocation(): Location {
  return parseLocation(window.location.pathname, window.location.search)
}

export const routeStore = createStore<Location>(readLocation)

/** Asks before the place is left; `go` leaves it. */
export type RouteGuard = (go: () => void) => void
let guard: RouteGuard | undefined

/** One screen at a time holds what is not saved. Returns how to let go. */
export function guardRoute(ask: RouteGuard): () => void {
  guard = ask
  return () => {
    if (guard === ask) guard = undefined
  }
}

window.addEventListener('popstate', () => {
  const target = readLocation()
  if (!guard) return routeStore.setState(target, true)
  // The window has moved already: it goes back to what is still shown.
  window.history.pushState(null, '', formatLocation(routeStore.getState()))
  guard(() => enter(target))
})

/** Adds a step to the history, unless it is the place already shown. */
export function navigate(path: string, params: Location['params'] = {}): void {
  const target = { path, params }
  if (formatLocation(target) === formatLocation(routeStore.getState())) return
  if (guard) guard(() => enter(target))
  else enter(target)
}

function enter(target: Location): void {
  window.history.pushState(null, '', formatLocation(target))
  routeStore.setState(target, true)
}

/** Changes what the screen shows without a step in the history, for filters and an opened row. */
export function replaceParams(params: Location['params']): void {
  const target = { path: routeStore.getState().path, params }
  window.history.replaceState(null, '', formatLocation(target))
  routeStore.setState(target, true)
}

export function useLocation(): Location {
  return useStore(routeStore)
}
