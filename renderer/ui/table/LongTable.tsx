import type { ColumnType } from 'antd/es/table'
import { type CSSProperties, memo, type PointerEvent, type ReactNode, useMemo, useRef } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../../app/preferences-store.ts'
import { LongHead, type SortChoice } from './LongHead.tsx'
import styles from './LongTable.module.css'
import { ROW_HEIGHTS } from './row-heights.ts'
import { useRowCursor } from './use-row-cursor.ts'
import { useRowFocus } from './use-row-focus.ts'
import { type RowSelection, useRowPicks } from './use-row-picks.ts'
import { type RowWindow, useRowWindow, WINDOW_ROWS } from './use-row-window.ts'

const PICK_WIDTH = 40
/** What the columns without a width share out takes no less than this. */
const LEAST_WIDTH = 200

interface LongTableProps<Row> {
  label: string
  columns: readonly ColumnType<Row>[]
  rows: readonly Row[]
  rowKey: (row: Row) => string
  window: RowWindow
  selection?: RowSelection<Row> | undefined
  takesPageKeys?: boolean
  rowTone?: (row: Row) => 'faint' | 'current' | undefined
  onSort?: (sort: SortChoice) => void
  onOpen?: (row: Row) => void
  none: ReactNode
}

/**
 * Some of very many rows, each one line high and in its place. While the list moves, a row that stays is not drawn
 * again, and one that comes into sight takes over the elements of one that went.
 */
export function LongTable<Row extends object>(props: LongTableProps<Row>) {
  const { columns, rows, rowKey, window, selection, rowTone, onOpen } = props
  const density = useStore(preferences, (state) => state.density)
  const height = ROW_HEIGHTS[density]
  const picks = useRowPicks(rows, rowKey, selection)
  const cursor = useRowCursor(rows, rowKey, onOpen, { ...props, picks })
  useRowFocus(cursor.frame, cursor.current, rows)
  const onScroll = useRowWindow(cursor.frame, window, height)
  const latest = useRef({ cursor, picks })
  latest.current = { cursor, picks }
  const on = useMemo<RowHands<Row>>(
    () => ({
      propsOf: (row) => latest.current.cursor.rowProps(row),
      pick: (row) => latest.current.picks?.toggle(row),
    }),
    [],
  )
  const picked = new Set(selection?.keys)
  const widths = columns.map(({ width }) => (typeof width === 'number' ? width : undefined))
  const rest = widths.map((width) => (width === undefined ? 'minmax(0, 1fr)' : `${width}px`))
  const look = {
    '--columns': [...(selection ? [`${PICK_WIDTH}px`] : []), ...rest].join(' '),
    '--row': `${height}px`,
    minWidth: widths.reduce<number>((sum, width) => sum + (width ?? LEAST_WIDTH), selection ? PICK_WIDTH : 0),
  } as CSSProperties

  return (
    <div className={styles.frame} ref={cursor.frame} onScroll={onScroll}>
      <table className={styles.table} style={look} aria-label={props.label} aria-rowcount={window.total + 1}>
        <LongHead columns={columns} hasPicks={selection !== undefined} onSort={props.onSort} />
        <tbody style={{ height: window.total * height }} onPointerOver={nameCut}>
          {inSlots(rows, window.start).map(([row, index]) => {
            const key = rowKey(row)
            const at = window.start + index
            return (
              <LongRow
                key={at % WINDOW_ROWS}
                row={row}
                id={key}
                at={at}
                top={at * height}
                columns={columns}
                on={on}
                isReachable={cursor.reachable === key}
                tone={rowTone?.(row)}
                pickName={selection?.nameOf(row)}
                isPicked={picked.has(key)}
                opens={onOpen !== undefined}
              />
            )
          })}
        </tbody>
      </table>
      {rows.length === 0 && <div className={styles.none}>{props.none}</div>}
    </div>
  )
}

/** In the order of their elements: one that had to be moved would be laid out and styled anew. */
function inSlots<Row>(rows: readonly Row[], start: number): [Row, number][] {
  return rows
    .map((row, index): [Row, number] => [row, index])
    .sort(([, one], [, other]) => ((start + one) % WINDOW_ROWS) - ((start + other) % WINDOW_ROWS))
}

/** What is cut off at the end of its cell is said whole; only there, a title on every cell would slow the list down. */
function nameCut({ target }: PointerEvent<HTMLElement>) {
  const cell = target instanceof Element ? target.closest('td') : null
  if (!cell) return
  const isCut = [cell, ...cell.querySelectorAll('*')].some(
    (part) => part.scrollWidth > part.clientWidth && part.clientWidth > 0,
  )
  if (isCut) cell.title = cell.textContent.trim()
  else cell.removeAttribute('title')
}

interface RowHands<Row> {
  propsOf: (row: Row) => ReturnType<ReturnType<typeof useRowCursor<Row>>['rowProps']>
  pick: (row: Row) => void
}

interface LongRowProps<Row> {
  row: Row
  id: string
  at: number
  top: number
  columns: readonly ColumnType<Row>[]
  on: RowHands<Row>
  isReachable: boolean
  tone: 'faint' | 'current' | undefined
  /** Absent: rows cannot be picked. */
  pickName: string | undefined
  isPicked: boolean
  opens: boolean
}

function LongRowOf<Row extends object>({ row, id, at, top, columns, on, ...look }: LongRowProps<Row>) {
  return (
    <tr
      className={styles.row}
      style={{ top }}
      data-row-key={id}
      data-tone={look.isPicked ? 'picked' : look.tone}
      data-opens={look.opens || undefined}
      aria-rowindex={at + 2}
      aria-selected={look.pickName === undefined ? undefined : look.isPicked}
      tabIndex={look.isReachable ? 0 : -1}
      onFocus={() => on.propsOf(row).onFocus()}
      onKeyDown={(event) => on.propsOf(row).onKeyDown(event)}
      onClick={() => on.propsOf(row).onClick?.()}
    >
      {look.pickName !== undefined && (
        <td className={styles.pick}>
          {/* biome-ignore lint/a11y/useKeyWithClickEvents: keeps a click beside the box from opening the row */}
          <label onClick={(event) => event.stopPropagation()}>
            <input
              type="checkbox"
              aria-label={look.pickName}
              checked={look.isPicked}
              tabIndex={-1}
              onChange={() => on.pick(row)}
            />
          </label>
        </td>
      )}
      {columns.map(({ key, render }) => (
        <td key={String(key)}>{render?.(undefined, row, at) as ReactNode}</td>
      ))}
    </tr>
  )
}

const LongRow = memo(LongRowOf) as typeof LongRowOf
