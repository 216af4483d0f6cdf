import { type RefObject, useEffect } from 'react'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { QueryTable, type QueryTableProps } from '../../ui/table/QueryTable.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import { TABLE_ID } from './use-save-tasks.ts'
import { type TaskConditions, useTaskWindow } from './use-task-window.ts'

type FromTable = 'onExport' | 'onExportCsv' | 'onSort' | 'isFiltered' | 'onReset' | 'actions' | 'filters' | 'empty'

interface TaskListProps extends Pick<QueryTableProps<Rectification>, FromTable> {
  filter: TaskConditions
  /** Gets the rows that are on the page. */
  atHand: RefObject<readonly Rectification[]>
  columns: readonly QueryColumn<Rectification>[]
  opened: string | undefined
  isSaving: boolean
  picked?: readonly Rectification[]
  onPick?: (uids: string[]) => void
  onOpen: (uid: string) => void
}

/** All tasks of a filter. Scrolling moves its window over them and draws nothing else of the screen again. */
export function TaskList({ filter, atHand, opened, isSaving, picked, onPick, onOpen, ...table }: TaskListProps) {
  const t = useTranslate()
  const tasks = useTaskWindow(filter)
  const { rows } = tasks
  useEffect(() => {
    atHand.current = rows ?? []
  }, [rows, atHand])
  return (
    <QueryTable<Rectification>
      {...table}
      takesPageKeys
      id={TABLE_ID}
      label={t('rectifications.title')}
      rows={rows}
      rowKey={({ uid }) => uid}
      error={tasks.error}
      isFetching={tasks.isFetching || isSaving}
      onRefresh={tasks.refetch}
      onOpen={({ uid }) => onOpen(uid)}
      selection={
        picked &&
        onPick && {
          keys: picked.map(({ uid }) => uid),
          nameOf: ({ no }) => t('taskBatches.pick', { no }),
          onChange: onPick,
        }
      }
      rowTone={({ uid }) => (uid === opened ? 'current' : undefined)}
      window={tasks}
    />
  )
}
