import { type RefObject, type UIEvent, useEffect, useLayoutEffect, useRef, useState } from 'react'

/** Rows kept on the page: those in sight and some before and after them. */
export const WINDOW_ROWS = 30
const BEFORE = 8
/** So many rows may pass before the window follows. */
const STEP = 6
const USUAL_HEIGHT = 37

export interface RowWindow {
  /** Position of the first row at hand among all. */
  start: number
  total: number
  /** Names the list: another one begins at its top. */
  of: string
  /** Asked for the rows from here on; `WINDOW_ROWS` of them. */
  onMove: (first: number) => void
}

/** Keeps as many rows of a long list on the page as the eye needs; room before and after stands for the rest. */
export function useRowWindow(
  frame: RefObject<HTMLDivElement | null>,
  shown: RowWindow | undefined,
  count: number,
  density: string,
) {
  const [height, setHeight] = useState(USUAL_HEIGHT)
  const asked = useRef(0)
  const of = shown?.of

  const hasRows = count > 0
  // biome-ignore lint/correctness/useExhaustiveDependencies: measuring costs a layout, so only where rows may differ
  useLayoutEffect(() => {
    const row = frame.current?.querySelector<HTMLElement>('tr[data-row-key]')
    const measured = row?.getBoundingClientRect().height ?? 0
    if (measured > 0) setHeight(measured)
  }, [of, density, hasRows])

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list begins at its top
  useEffect(() => {
    asked.current = 0
    frame.current?.scrollTo({ top: 0 })
  }, [of])

  function onScroll({ currentTarget }: UIEvent<HTMLDivElement>) {
    if (!shown) return
    const top = Math.floor(currentTarget.scrollTop / height) - BEFORE
    const first = Math.max(0, Math.min(top, shown.total - WINDOW_ROWS))
    if (first === asked.current || (Math.abs(first - asked.current) < STEP && first !== 0)) return
    asked.current = first
    shown.onMove(first)
  }

  const before = shown ? shown.start * height : 0
  const after = shown ? Math.max(0, shown.total - shown.start - count) * height : 0
  return { before, after, onScroll }
}
