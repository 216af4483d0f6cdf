import { type KeyboardEvent, useRef, useState } from 'react'
import { isComposing } from '../../app/shortcut.ts'

/** Arrow keys between the cells that can be changed; one of them at a time is reached by Tab. */
export function useCellCursor({
  onEdit,
  onDelete,
  onTurn,
}: {
  onEdit: (place: string) => void
  onDelete: (row: number) => void
  /** PageDown and PageUp. */
  onTurn: (pages: number) => void
}) {
  const table = useRef<HTMLTableElement>(null)
  const [current, setCurrent] = useState<string>()

  function cells(): HTMLElement[][] {
    const rows = [...(table.current?.tBodies[0]?.rows ?? [])]
    return rows
      .map((row) => [...row.querySelectorAll<HTMLElement>('td[data-place]')])
      .filter((found) => found.length > 0)
  }

  function onKeyDown(event: KeyboardEvent<HTMLElement>) {
    const { target } = event
    if (isComposing(event.nativeEvent) || !(target instanceof HTMLElement) || !target.dataset.place) return
    const grid = cells()
    const y = grid.findIndex((row) => row.includes(target))
    const x = grid[y]?.indexOf(target) ?? 0
    const to = {
      ArrowUp: [y - 1, x],
      ArrowDown: [y + 1, x],
      ArrowLeft: [y, x - 1],
      ArrowRight: [y, x + 1],
      Home: [y, 0],
      End: [y, (grid[y]?.length ?? 1) - 1],
    }[event.key]
    if (to) {
      event.preventDefault()
      const next = grid[to[0] ?? 0]?.[to[1] ?? 0]
      if (next?.dataset.place) focus(next.dataset.place)
    } else if (event.key === 'Enter' && !event.ctrlKey && !event.metaKey) {
      event.preventDefault()
      onEdit(target.dataset.place)
    } else if (event.key === 'F2') {
      // Elsewhere F2 changes the person; in a table it changes the cell, as in every spreadsheet program.
      event.preventDefault()
      event.stopPropagation()
      onEdit(target.dataset.place)
    } else if (event.key === 'PageDown' || event.key === 'PageUp') {
      event.preventDefault()
      onTurn(event.key === 'PageDown' ? 1 : -1)
    } else if (event.key === 'Delete') {
      event.preventDefault()
      onDelete(Number(target.dataset.place.split('/')[0]))
    }
  }

  /** After the render that brings the cell back. */
  function focus(place: string) {
    setCurrent(place)
    requestAnimationFrame(() => table.current?.querySelector<HTMLElement>(`td[data-place="${place}"]`)?.focus())
  }

  const first = () => table.current?.querySelector<HTMLElement>('td[data-place]')?.dataset.place
  return { table, onKeyDown, focus, isReachable: (place: string) => place === (current ?? first() ?? place) }
}
