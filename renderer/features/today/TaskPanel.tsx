import { useMemo } from 'react'
import type { OutputOf } from '../../../shared/contract/index.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { today } from '../../../shared/contract/today.ts'
import { navigate } from '../../app/route-store.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useTranslate } from '../../app/use-translate.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { useRowCursor } from '../../ui/table/use-row-cursor.ts'
import styles from './TaskPanel.module.css'
import { TaskTable } from './TaskTable.tsx'
import { byWeight } from './task-words.ts'

const openTask = ({ uid }: Rectification) => navigate('/rectifications', { task: uid })
const openAll = () => navigate('/rectifications', { group: 'open' })

type TaskPanelProps = Pick<OutputOf<typeof today.overview>, 'tasks' | 'taskCount' | 'otherTasks' | 'otherCount'>

/** What waits for the person here, heaviest first, then what waits for others. Down goes into the list, Enter opens. */
export function TaskPanel({ tasks, taskCount, otherTasks, otherCount }: TaskPanelProps) {
  const t = useTranslate()
  const mine = useMemo(() => byWeight(tasks), [tasks])
  const others = useMemo(() => byWeight(otherTasks), [otherTasks])
  const rows = useMemo(() => [...mine, ...others], [mine, others])
  const cursor = useRowCursor(rows, ({ uid }) => uid, openTask)
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
      aside={taskCount > 0 && <StatusTag>{taskCount}</StatusTag>}
      extra={
        taskCount > mine.length && (
          <button type="button" className={styles.more} onClick={() => navigate('/rectifications')}>
            {t('today.more', { count: taskCount - mine.length })}
          </button>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('today.nothingToDo')} text={t('today.nothingToDoText')} />
      ) : (
        <TaskTable mine={mine} others={others} otherCount={otherCount} onAll={openAll} cursor={cursor} />
      )}
    </Panel>
  )
}
