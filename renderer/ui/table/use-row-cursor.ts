import { type KeyboardEvent, useRef, useState } from 'react'
import { isComposing } from '../../app/shortcut.ts'

/** Up, Down, Home, End move between rows; Enter opens. One row at a time can be reached by Tab. */
export function useRowCursor<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  onOpen: ((row: Row) => void) | undefined,
) {
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const reachable = rows.some((row) => rowKey(row) === current) ? current : rows[0] && rowKey(rows[0])

  function lines(): HTMLElement[] {
    return [...(frame.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])]
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>, row: Row) {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return
    const all = lines()
    const at = all.indexOf(event.currentTarget)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all[next]?.focus()
    } else if (event.key === 'Enter') {
      event.preventDefault()
      onOpen?.(row)
    }
  }

  function rowProps(row: Row) {
    const key = rowKey(row)
    return {
      tabIndex: key === reachable ? 0 : -1,
      onFocus: () => setCurrent(key),
      onKeyDown: (event: KeyboardEvent<HTMLElement>) => onKeyDown(event, row),
      ...(onOpen && { onClick: () => onOpen(row) }),
    }
  }

  return { frame, rowProps }
}
