import { type RefObject, useLayoutEffect } from 'react'

/**
 * Keeps the focus with its row where elements are handed from row to row: it follows the row to another element and
 * falls back to the page when the row has gone. `current` is the row that had the focus last.
 */
export function useRowFocus(
  frame: RefObject<HTMLDivElement | null>,
  current: string | undefined,
  rows: readonly unknown[],
): void {
  // biome-ignore lint/correctness/useExhaustiveDependencies: only other rows can take an element over
  useLayoutEffect(() => {
    const held = document.activeElement
    const line = held instanceof HTMLElement ? held.closest<HTMLElement>('tr[data-row-key]') : null
    if (!line || !frame.current?.contains(line) || line.dataset.rowKey === current) return
    const lines = [...frame.current.querySelectorAll<HTMLElement>('tr[data-row-key]')]
    const there = lines.find(({ dataset }) => dataset.rowKey === current)
    if (there && held === line) there.focus({ preventScroll: true })
    else if (held instanceof HTMLElement) held.blur()
  }, [frame, rows])
}
