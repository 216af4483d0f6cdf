import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { shortDueText } from '../../app/due-text.ts'
import { useSignedIn } from '../../app/session.ts'
import { SEVERITY_TONES } from '../../app/severity-tones.ts'
import { taskText } from '../../app/task-text.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { useRowCursor } from '../../ui/table/use-row-cursor.ts'
import { useOwnerName } from '../patrols/index.ts'
import { MatterCells } from './MatterCells.tsx'
import styles from './TodoPanel.module.css'
import { isLateRow, isPrivate, type TodoRow } from './todo-rows.ts'

interface TodoTableProps {
  mine: readonly TodoRow[]
  others: readonly TodoRow[]
  /** How many others there are, shown or not. */
  otherCount: number
  onAll: () => void
  cursor: ReturnType<typeof useRowCursor<TodoRow>>
}

/** What is mine first, then what waits for others; one cursor goes through both. */
export function TodoTable({ mine, others, otherCount, onAll, cursor }: TodoTableProps) {
  const t = useTranslate()
  const line = (row: TodoRow) => (
    <tr
      key={row.key}
      data-row-key={row.key}
      data-late={isLateRow(row) || undefined}
      data-private={isPrivate(row) || undefined}
      {...cursor.rowProps(row)}
    >
      {'task' in row ? <TaskCells task={row.task} /> : <MatterCells matter={row.matter} />}
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
          {mine.map(line)}
          {mine.every(isPrivate) && (
            <tr className={styles.none} data-on-paper={mine.length > 0 || undefined}>
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
            {others.map(line)}
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
  const { owner, severity, state, source, occurrence } = task
  const due = shortDueText(task, now, zone, t)
  const { what, note } = taskText(task, language)
  return (
    <>
      <td>
        <StatusTag tone={SEVERITY_TONES[severity]}>{t(`rectifications.severities.${severity}`)}</StatusTag>
      </td>
      <td className={styles.what} title={note ? `${what} ${note}` : what}>
        <div className={styles.words}>
          <span>
            {what}
            {note && <span className={styles.note}>{`\u00a0 ${note}`}</span>}
          </span>
          {occurrence > 1 && <StatusTag>{t('rectifications.occurrenceShort', { count: occurrence })}</StatusTag>}
        </div>
      </td>
      <td className={styles.muted}>{t(`rectifications.sources.${source}`)}</td>
      <td className={styles.owner}>{owner.person?.name ?? (owner.queue ? ownerName(owner.queue) : owner.text)}</td>
      <td className={due.isLate ? styles.late : undefined}>{due.text}</td>
      <td>
        <StatusTag tone={state === 'submitted' ? 'blue' : 'neutral'}>{t(`rectifications.states.${state}`)}</StatusTag>
      </td>
    </>
  )
}
