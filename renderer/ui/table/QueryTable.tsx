import { Button, Table } from 'antd'
import type { ColumnType } from 'antd/es/table'
import { type ReactNode, useMemo } from 'react'
import { useStore } from 'zustand'
import { preferences } from '../../app/preferences-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { Failure } from '../Failure.tsx'
import { LoadingRows } from '../LoadingRows.tsx'
import { NothingMatches } from '../NothingMatches.tsx'
import { LongTable } from './LongTable.tsx'
import styles from './QueryTable.module.css'
import { type QueryColumn, shownColumns } from './query-column.ts'
import { TableTools } from './TableTools.tsx'
import { useRowCursor } from './use-row-cursor.ts'
import type { RowSelection } from './use-row-picks.ts'
import type { RowWindow } from './use-row-window.ts'

export interface QueryTableProps<Row> {
  /** Names the table in what this machine remembers, for example `people`. */
  id: string
  label: string
  columns: readonly QueryColumn<Row>[]
  rows: readonly Row[] | undefined
  rowKey: (row: Row) => string
  error?: unknown
  isFetching?: boolean
  onRefresh: () => void
  /** Fields of the query form; `onReset` appears as a button while something is filtered. */
  filters?: ReactNode
  isFiltered?: boolean
  onReset?: () => void
  /** Beside the tools at the right: the screen's own actions. */
  actions?: ReactNode
  onExport?: (() => void) | undefined
  onExportCsv?: (() => void) | undefined
  /** Somebody chose a column's order: its key, or nothing for the usual one. */
  onSort?: (sort: { key: string; isDescending: boolean } | undefined) => void
  onOpen?: (row: Row) => void
  /** Arrows and Enter move and open while nothing has the focus: for the table the screen is about. */
  takesPageKeys?: boolean
  /** Rows of a long list that can be acted on together; by mouse or the space bar. */
  selection?: RowSelection<Row> | undefined
  rowTone?: (row: Row) => 'faint' | 'current' | undefined
  /** Absent: all rows at hand, paged here. */
  paging?: { page: number; pageSize: number; total: number; onChange: (page: number, pageSize: number) => void }
  /** Only some of many rows are at hand, the table fills its place and asks for more as it is scrolled. */
  window?: RowWindow
  empty: ReactNode
}

const PAGE_SIZE = 50

/** Every list of records: query form, remembered columns, row height, refresh, export, and a cursor for the keyboard. */
export function QueryTable<Row extends object>(props: QueryTableProps<Row>) {
  const t = useTranslate()
  const { id, columns, rows, error, isFetching = false, isFiltered = false, paging } = props
  const hidden = useStore(preferences, (state) => state.hiddenColumns[id])
  const total = props.window?.total ?? paging?.total ?? rows?.length ?? 0
  const shown = useMemo(() => shownColumns(columns, hidden), [columns, hidden])
  const none = isFiltered ? <NothingMatches onReset={props.onReset} /> : props.empty

  return (
    <section className={styles.table} data-window={props.window ? true : undefined} aria-label={props.label}>
      <div className={styles.query}>
        {props.filters}
        {isFiltered && props.onReset && (
          <Button type="text" onClick={props.onReset}>
            {t('common.reset')}
          </Button>
        )}
        <span className={styles.end}>
          <span className={styles.count}>{rows && t('common.rowsTotal', { count: total })}</span>
          <TableTools
            tableId={id}
            columns={columns}
            isFetching={isFetching}
            onRefresh={props.onRefresh}
            onExport={props.onExport}
            onExportCsv={props.onExportCsv}
          />
          {props.actions}
        </span>
      </div>
      {Boolean(error) && !rows && <Failure error={error} onRetry={props.onRefresh} />}
      {!rows && !error && <LoadingRows rows={8} />}
      {rows && props.window && (
        <LongTable<Row> {...props} rows={rows} columns={shown} window={props.window} none={none} />
      )}
      {rows && !props.window && <PagedTable<Row> {...props} rows={rows} columns={shown} none={none} />}
    </section>
  )
}

type PagedTableProps<Row> = Omit<QueryTableProps<Row>, 'columns' | 'rows'> & {
  columns: ColumnType<Row>[]
  rows: readonly Row[]
  none: ReactNode
}

/** All rows at hand, or a page of them that the service was asked for. */
function PagedTable<Row extends object>(props: PagedTableProps<Row>) {
  const t = useTranslate()
  const { rows, rowKey, onOpen, paging } = props
  const density = useStore(preferences, (state) => state.density)
  const cursor = useRowCursor(rows, rowKey, onOpen, props)
  const total = paging?.total ?? rows.length
  return (
    <div className={styles.rows} ref={cursor.frame}>
      <Table<Row>
        size={density}
        columns={props.columns}
        dataSource={[...rows]}
        rowKey={rowKey}
        pagination={{
          hideOnSinglePage: true,
          showSizeChanger: total > PAGE_SIZE,
          defaultPageSize: PAGE_SIZE,
          showTotal: (count) => t('common.rowsTotal', { count }),
          ...(paging && { current: paging.page, pageSize: paging.pageSize, total, onChange: paging.onChange }),
        }}
        scroll={{ x: 'max-content' }}
        showSorterTooltip={false}
        onChange={(_page, _filters, sorter, { action }) => {
          if (action !== 'sort' || Array.isArray(sorter)) return
          const { columnKey, order } = sorter
          props.onSort?.(order ? { key: String(columnKey), isDescending: order === 'descend' } : undefined)
        }}
        onRow={(row) => ({
          ...cursor.rowProps(row),
          className: [styles.row, onOpen && styles.openable, styles[props.rowTone?.(row) ?? '']]
            .filter(Boolean)
            .join(' '),
        })}
        locale={{ emptyText: props.none }}
      />
    </div>
  )
}
