import { useRef } from 'react'

export interface RowSelection<Row> {
  /** Of rows out of sight too. */
  keys: readonly string[]
  nameOf: (row: Row) => string
  onChange: (keys: string[]) => void
}

/** Rows picked to be acted on together: one by one, or from the last one picked to here among the rows at hand. */
export function useRowPicks<Row>(
  rows: readonly Row[],
  rowKey: (row: Row) => string,
  selection: RowSelection<Row> | undefined,
) {
  const last = useRef<string>(undefined)
  if (!selection) return undefined
  const { keys, onChange } = selection
  return {
    toggle(row: Row) {
      const key = rowKey(row)
      last.current = key
      onChange(keys.includes(key) ? keys.filter((one) => one !== key) : [...keys, key])
    },
    /** Adds every row from the last one picked, or from `start`, to this one. */
    extend(row: Row, start = row) {
      const all = rows.map(rowKey)
      const from = last.current === undefined ? -1 : all.indexOf(last.current)
      const ends = [from < 0 ? all.indexOf(rowKey(start)) : from, all.indexOf(rowKey(row))]
      const between = all.slice(Math.min(...ends), Math.max(...ends) + 1)
      last.current = rowKey(row)
      onChange([...keys, ...between.filter((key) => !keys.includes(key))])
    },
  }
}

export type RowPicks<Row> = NonNullable<ReturnType<typeof useRowPicks<Row>>>
