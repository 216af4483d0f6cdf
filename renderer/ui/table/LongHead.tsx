import type { ColumnType } from 'antd/es/table'
import type { ReactNode } from 'react'
import styles from './LongTable.module.css'

/** Nothing: the usual order. */
export type SortChoice = { key: string; isDescending: boolean } | undefined

interface LongHeadProps<Row> {
  columns: readonly ColumnType<Row>[]
  hasPicks: boolean
  onSort: ((sort: SortChoice) => void) | undefined
}

/** Names of the columns, in sight however far the list is scrolled; those that order the list are buttons. */
export function LongHead<Row>({ columns, hasPicks, onSort }: LongHeadProps<Row>) {
  return (
    <thead>
      <tr aria-rowindex={1}>
        {hasPicks && <td />}
        {columns.map(({ key, title, sorter, sortOrder }) => {
          const name = title as ReactNode
          if (!sorter || !onSort) return <th key={String(key)}>{name}</th>
          const next = { ascend: { key: String(key), isDescending: true }, descend: undefined }
          return (
            <th
              key={String(key)}
              aria-sort={sortOrder === 'ascend' ? 'ascending' : sortOrder === 'descend' ? 'descending' : undefined}
            >
              <button
                type="button"
                onClick={() => onSort(sortOrder ? next[sortOrder] : { key: String(key), isDescending: false })}
              >
                {name}
                <span className={styles.order} data-order={sortOrder ?? undefined} aria-hidden="true" />
              </button>
            </th>
          )
        })}
      </tr>
    </thead>
  )
}
