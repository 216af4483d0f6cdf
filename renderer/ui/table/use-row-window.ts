import { type RefObject, type UIEvent, useEffect, useRef } from 'react'

/** Rows kept on the page: those in sight and some before and after them. */
export const WINDOW_ROWS = 30
const BEFORE = 8
/** So many rows may pass before the window follows. */
const STEP = 6

export interface RowWindow {
  /** Position of the first row at hand among all. */
  start: number
  total: number
  /** Names the list: another one begins at its top. */
  of: string
  /** Asked for the rows from here on; `WINDOW_ROWS` of them. */
  onMove: (first: number) => void
}

/** Asks for the rows that come into sight as a long list is scrolled; `height` of a row in pixels. */
export function useRowWindow(
  frame: RefObject<HTMLDivElement | null>,
  { of, total, onMove }: RowWindow,
  height: number,
) {
  const asked = useRef(0)

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    asked.current = 0
    frame.current?.scrollTo({ top: 0 })
  }, [of])

  return function onScroll({ currentTarget }: UIEvent<HTMLDivElement>) {
    const top = Math.floor(currentTarget.scrollTop / height) - BEFORE
    const first = Math.max(0, Math.min(top, total - WINDOW_ROWS))
    if (first === asked.current || (Math.abs(first - asked.current) < STEP && first !== 0)) return
    asked.current = first
    onMove(first)
  }
}
