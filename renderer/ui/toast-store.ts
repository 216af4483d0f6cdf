import { createStore } from 'zustand/vanilla'

export type ToastTone = 'done' | 'failed' | 'note'

export interface Toast {
  id: number
  tone: ToastTone
  text: string
  /** Second line, for what is safe and what to do next. */
  more?: string
  undo?: () => void
}

const SHOWN_MS: Record<ToastTone, number> = { done: 5_000, note: 6_000, failed: 12_000 }
const UNDO_MS = 10_000
const SHOWN_AT_ONCE = 3

export const toastStore = createStore<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

let lastId = 0

/** Says something in the corner without taking the focus. With `undo` it stays ten seconds. Returns what to dismiss it by. */
export function notify(toast: Omit<Toast, 'id'>): number {
  const id = ++lastId
  toastStore.setState(({ toasts }) => ({ toasts: [...toasts, { ...toast, id }].slice(-SHOWN_AT_ONCE) }))
  setTimeout(() => dismissToast(id), toast.undo ? UNDO_MS : SHOWN_MS[toast.tone])
  return id
}

export function dismissToast(id: number): void {
  toastStore.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
}

/** The next person must not read what was said to the last one. */
export function dismissAllToasts(): void {
  toastStore.setState({ toasts: [] })
}

/** Takes back the newest action that still offers it. */
export function undoLatest(): void {
  const latest = toastStore.getState().toasts.findLast((one) => one.undo)
  if (latest) undoToast(latest.id)
}

/** Takes back the action that this notice speaks of, and no other. */
export function undoToast(id: number): void {
  const toast = toastStore.getState().toasts.find((one) => one.id === id)
  dismissToast(id)
  toast?.undo?.()
}
