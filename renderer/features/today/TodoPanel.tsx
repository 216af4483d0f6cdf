import { useMemo } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { today } from '../../../shared/contract/today.ts'
import { navigate } from '../../app/route-store.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { useRowCursor } from '../../ui/table/use-row-cursor.ts'
import { byWeight } from './by-weight.ts'
import styles from './TodoPanel.module.css'
import { TodoTable } from './TodoTable.tsx'
import { openRow, rowsOf } from './todo-rows.ts'

const openAll = () => navigate('/rectifications', { group: 'open' })

type TodoPanelProps = Pick<
  OutputOf<typeof today.overview>,
  'tasks' | 'taskCount' | 'matters' | 'otherTasks' | 'otherCount'
>

/** What waits for the person here, heaviest first, then what waits for others. Down goes into the list, Enter opens. */
export function TodoPanel({ tasks, taskCount, matters, otherTasks, otherCount }: TodoPanelProps) {
  const t = useTranslate()
  const mine = useMemo(() => rowsOf(byWeight(tasks), matters), [tasks, matters])
  const others = useMemo(() => rowsOf(byWeight(otherTasks), []), [otherTasks])
  const rows = useMemo(() => [...mine, ...others], [mine, others])
  const cursor = useRowCursor(rows, ({ key }) => key, openRow)
  const count = taskCount + matters.length
  useCommands([
    {
      id: 'today-tasks',
      key: 'today.hints.task',
      shortcut: 'Down',
      isKeyOnly: true,
      when: () => rows.length > 0,
      run: () => cursor.frame.current?.querySelector<HTMLElement>('tr[tabindex="0"]')?.focus(),
    },
  ])
  return (
    <Panel
      title={t('today.todo')}
      isFitting
      aside={
        count > 0 && (
          <span className={styles.count}>
            <StatusTag>{count}</StatusTag>
          </span>
        )
      }
      extra={
        taskCount > tasks.length && (
          <button type="button" className={styles.more} onClick={() => navigate('/rectifications')}>
            {t('today.more', { count: taskCount - tasks.length })}
          </button>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('today.nothingToDo')} text={t('today.nothingToDoText')} />
      ) : (
        <TodoTable mine={mine} others={others} otherCount={otherCount} onAll={openAll} cursor={cursor} />
      )}
    </Panel>
  )
}
