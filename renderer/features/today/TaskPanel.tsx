import { useMemo } from 'react'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import { textIn } from '../../../shared/messages/text-in.ts'
import { shortDueText } from '../../app/due-text.ts'
import { navigate } from '../../app/route-store.ts'
import { useSignedIn } from '../../app/session.ts'
import { useCommands } from '../../app/use-commands.ts'
import { useLanguage, useTranslate } from '../../app/use-translate.ts'
import { useNow } from '../../services/clock.ts'
import { EmptyState } from '../../ui/EmptyState.tsx'
import { Panel } from '../../ui/Panel.tsx'
import { StatusTag } from '../../ui/StatusTag.tsx'
import { useRowCursor } from '../../ui/table/use-row-cursor.ts'
import { useOwnerName } from '../patrols/index.ts'
import styles from './TaskPanel.module.css'
import { byWeight, taskTone } from './task-words.ts'

const openTask = ({ uid }: Rectification) => navigate('/rectifications', { task: uid })

/** What waits for the person here, heaviest first. Down goes into the list, Enter opens. */
export function TaskPanel({ tasks, count }: { tasks: readonly Rectification[]; count: number }) {
  const t = useTranslate()
  const rows = useMemo(() => byWeight(tasks), [tasks])
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
      isFilling
      aside={count > 0 && <StatusTag>{count}</StatusTag>}
      extra={
        count > rows.length && (
          <button type="button" className={styles.more} onClick={() => navigate('/rectifications')}>
            {t('today.more', { count: count - rows.length })}
          </button>
        )
      }
    >
      {rows.length === 0 ? (
        <EmptyState title={t('today.nothingToDo')} text={t('today.nothingToDoText')} />
      ) : (
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
              {rows.map((task) => (
                <tr key={task.uid} data-row-key={task.uid} {...cursor.rowProps(task)}>
                  <TaskCells task={task} />
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
    </Panel>
  )
}

function TaskCells({ task }: { task: Rectification }) {
  const t = useTranslate()
  const language = useLanguage()
  const ownerName = useOwnerName()
  const { zone } = useSignedIn()
  const now = useNow()
  const { owner, severity, state, source, occurrence, itemText, description } = task
  const due = shortDueText(task, now, zone, t)
  const name = itemText && textIn(itemText, language)
  /** A fail without a note is described by its item's Chinese wording. */
  const words = itemText && description === itemText.zh ? '' : description
  return (
    <>
      <td>
        <StatusTag tone={taskTone(task)}>{t(`rectifications.severities.${severity}`)}</StatusTag>
      </td>
      <td className={styles.what}>
        {name ?? words}
        {name && words && <span className={styles.muted}>{words}</span>}
        {occurrence > 1 && <StatusTag>{t('rectifications.occurrenceShort', { count: occurrence })}</StatusTag>}
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
