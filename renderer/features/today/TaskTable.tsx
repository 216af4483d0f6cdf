import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { shortDueText } from '../../app/due-text.ts'
import { useSignedIn } from '../../app/session.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { useRowCursor } from '../../ui/table/use-row-cursor.ts'
import { useOwnerName } from '../patrols/index.ts'
import styles from './TaskPanel.module.css'
import { taskTone } from './task-words.ts'

interface TaskTableProps {
  mine: readonly Rectification[]
  others: readonly Rectification[]
  /** How many others there are, shown or not. */
  otherCount: number
  onAll: () => void
  cursor: ReturnType<typeof useRowCursor<Rectification>>
}

/** What is mine first, then what waits for others; one cursor goes through both. */
export function TaskTable({ mine, others, otherCount, onAll, cursor }: TaskTableProps) {
  const t = useTranslate()
  const row = (task: Rectification) => (
    <tr key={task.uid} data-row-key={task.uid} {...cursor.rowProps(task)}>
      <TaskCells task={task} />
    </tr>
  )
  return (
    <div ref={cursor.frame}>
      <table className={styles.tasks}>
        <thead>
          <tr>
            <th className={styles.severity}>{t('today.columns.severity')}</th>
            <th>{t('today.columns.what')}</th>
            <th>{t('today.columns.from')}</th>
            <th>{t('today.columns.owner')}</th>
            <th>{t('today.columns.due')}</th>
            <th>{t('today.columns.state')}</th>
          </tr>
        </thead>
        <tbody>
          {mine.map(row)}
          {mine.length === 0 && (
            <tr className={styles.none}>
              <td colSpan={6}>{t('today.nothingToDo')}</td>
            </tr>
          )}
        </tbody>
        {others.length > 0 && (
          <tbody>
            <tr className={styles.group}>
              <th colSpan={6} scope="rowgroup">
                <b>{t('today.others')}</b> <StatusTag>{otherCount}</StatusTag>
                <button type="button" className={styles.more} onClick={onAll}>
                  {t('today.allTasks')}
                </button>
              </th>
            </tr>
            {others.map(row)}
          </tbody>
        )}
      </table>
    </div>
  )
}

function TaskCells({ task }: { task: Rectification }) {
  const t = useTranslate()
  const language = useLanguage()
  const ownerName = useOwnerName()
  const { zone } = useSignedIn()
  const now = useNow()
  const { owner, severity, state, source, occurrence, isOverdue, reminded } = task
  const due = shortDueText(task, now, zone, t)
  const { what, note } = taskText(task, language)
  return (
    <>
      <td>
        <StatusTag tone={taskTone(task)}>{t(`rectifications.severities.${severity}`)}</StatusTag>
      </td>
      <td className={styles.what}>
        <div className={styles.words}>
          <span>{what}</span>
          {note && <span className={styles.muted}>{note}</span>}
          {isOverdue && reminded && (
            <StatusTag>{t('rectifications.remindedShort', { count: reminded.count })}</StatusTag>
          )}
          {occurrence > 1 && <StatusTag>{t('rectifications.occurrenceShort', { count: occurrence })}</StatusTag>}
        </div>
      </td>
      <td className={styles.muted}>{t(`rectifications.sources.${source}`)}</td>
      <td>{owner.person?.name ?? (owner.queue ? ownerName(owner.queue) : owner.text)}</td>
      <td className={due.isLate ? styles.late : undefined}>{due.text}</td>
      <td>
        <StatusTag tone={state === 'submitted' ? 'blue' : 'neutral'}>{t(`rectifications.states.${state}`)}</StatusTag>
      </td>
    </>
  )
}
