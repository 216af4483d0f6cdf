import { type KeyboardEvent, useRef, useState } from 'react'
import { isComposing } from '../../app/shortcut.ts'
import { useCommands } from '../../app/use-commands.ts'
import type { RowPicks } from './use-row-picks.ts'

/** Nothing on the page has the focus: a button or a field keeps its own arrows and Enter. */
function isOnPage(): boolean {
  const { activeElement } = document
  return activeElement === null || activeElement === document.body || activeElement.id === 'main'
}

interface CursorOptions<Row> {
  /** The keys also work while nothing has the focus; only one table of a screen may take them. */
  takesPageKeys?: boolean
  /** Space picks the row for acting on several; Shift with Space, Up or Down picks all on the way. */
  picks?: RowPicks<Row> | undefined
}

/** Of a long list, whose elements do not lie in the order of its rows; elsewhere the order stays as it is. */
const placeOf = (line: HTMLElement) => Number(line.getAttribute('aria-rowindex') ?? 0)

/** Up, Down, Home, End move between rows; Enter opens. One row at a time can be reached by Tab. */
export function useRowCursor<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  onOpen: ((row: Row) => void) | undefined,
  { takesPageKeys = false, picks }: CursorOptions<Row> = {},
) {
  const frame = useRef<HTMLDivElement>(null)
  const [current, setCurrent] = useState<string>()
  const reachable = rows.some((row) => rowKey(row) === current) ? current : rows[0] && rowKey(rows[0])

  function lines(): HTMLElement[] {
    const all = [...(frame.current?.querySelectorAll<HTMLElement>('tr[data-row-key]') ?? [])]
    return all.sort((one, other) => placeOf(one) - placeOf(other))
  }

  function reach(step: number): HTMLElement | undefined {
    const all = lines()
    const at = all.findIndex((line) => line.dataset.rowKey === current)
    const line = at < 0 ? all[0] : (all[at + step] ?? all[at])
    line?.focus()
    return line
  }

  function openReached() {
    const key = reach(0)?.dataset.rowKey
    const row = rows.find((one) => rowKey(one) === key)
    if (row) onOpen?.(row)
  }

  const when = () => isOnPage() && rows.length > 0
  const pageKeys = [
    { id: 'row-up', key: 'commands.rowUp' as const, shortcut: 'Up', isKeyOnly: true, when, run: () => reach(-1) },
    { id: 'row-down', key: 'commands.rowDown' as const, shortcut: 'Down', isKeyOnly: true, when, run: () => reach(1) },
    { id: 'row-open', key: 'commands.rowOpen' as const, shortcut: 'Enter', isKeyOnly: true, when, run: openReached },
  ]
  useCommands(takesPageKeys ? pageKeys.filter(({ id }) => onOpen || id !== 'row-open') : [])

  function onKeyDown(event: KeyboardEvent<HTMLElement>, row: Row) {
    if (isComposing(event.nativeEvent) || event.target !== event.currentTarget) return
    const all = lines()
    const at = all.indexOf(event.currentTarget)
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key]
    if (next !== undefined) {
      event.preventDefault()
      all[next]?.focus()
      const reached = event.shiftKey && rows.find((one) => rowKey(one) === all[next]?.dataset.rowKey)
      if (reached) picks?.extend(reached, row)
    } else if (event.key === ' ' && picks) {
      event.preventDefault()
      if (event.shiftKey) picks.extend(row)
      else picks.toggle(row)
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

  return { frame, rowProps, reachable, current }
}
