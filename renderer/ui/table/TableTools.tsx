import { Button, Checkbox, Popover, Segmented } from 'antd'
import { memo } from 'react'
import { useStore } from 'zustand'
import { type Density, hideColumns, preferences } from '../../app/preferences-store.ts'
import { useTranslate } from '../../app/use-translate.ts'
import styles from './QueryTable.module.css'
import { hiddenAtFirst, type QueryColumn } from './query-column.ts'

interface TableToolsProps<Row> {
  tableId: string
  columns: readonly QueryColumn<Row>[]
  isFetching: boolean
  onRefresh: () => void
  onExport?: (() => void) | undefined
  onExportCsv?: (() => void) | undefined
}

function TableToolsOf<Row>(props: TableToolsProps<Row>) {
  const { tableId, columns, isFetching, onRefresh, onExport, onExportCsv } = props
  const t = useTranslate()
  return (
    <div className={styles.tools}>
      {onExport && (
        <Button type="text" onClick={onExport}>
          {t('common.export')}
        </Button>
      )}
      {onExportCsv && (
        <Button type="text" aria-label={t('common.exportCsv')} onClick={onExportCsv}>
          {t('common.csv')}
        </Button>
      )}
      <Popover trigger="click" placement="bottomRight" content={<ColumnChoice tableId={tableId} columns={columns} />}>
        <Button type="text">{t('common.columns')}</Button>
      </Popover>
      <Button type="text" loading={isFetching && { delay: 300 }} onClick={onRefresh}>
        {t('common.refresh')}
      </Button>
    </div>
  )
}

/** Not drawn again while a list below is scrolled. */
export const TableTools = memo(TableToolsOf) as typeof TableToolsOf

function ColumnChoice<Row>({ tableId, columns }: Pick<TableToolsProps<Row>, 'tableId' | 'columns'>) {
  const t = useTranslate()
  const density = useStore(preferences, (state) => state.density)
  const chosen = useStore(preferences, (state) => state.hiddenColumns[tableId])
  const hidden = chosen ?? hiddenAtFirst(columns)
  const changeable = columns.filter(({ isFixedIn }) => !isFixedIn)

  function toggle(key: string, isShown: boolean) {
    hideColumns(tableId, isShown ? hidden.filter((other) => other !== key) : [...hidden, key])
  }

  return (
    <div className={styles.choice}>
      <b>{t('common.density')}</b>
      <Segmented<Density>
        size="small"
        value={density}
        onChange={(value) => preferences.setState({ density: value })}
        options={[
          { value: 'small', label: t('common.densityCompact') },
          { value: 'medium', label: t('common.densityMiddle') },
          { value: 'large', label: t('common.densityLarge') },
        ]}
      />
      <b>{t('common.columns')}</b>
      {changeable.map(({ key, title }) => (
        <Checkbox key={key} checked={!hidden.includes(key)} onChange={(event) => toggle(key, event.target.checked)}>
          {title}
        </Checkbox>
      ))}
      <Button size="small" type="link" onClick={() => hideColumns(tableId, hiddenAtFirst(columns))}>
        {t('common.columnsReset')}
      </Button>
    </div>
  )
}
