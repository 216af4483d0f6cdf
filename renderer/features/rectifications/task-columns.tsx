import type { SortOrder } from 'antd/es/table/interface'
import { TASK_SORTS, type TaskSort } from '../../../shared/contract/rectification-lists.ts'
import type { Rectification } from '../../../shared/contract/rectifications.ts'
import type { Language } from '../../../shared/messages/language.ts'
import type { Translate } from '../../../shared/messages/message-key.ts'
import { dueText } from '../../app/due-text.ts'
import { shortInstant } from '../../app/formats.ts'
import { taskText } from '../../app/task-text.ts'
import { StatusTag } from '../../ui/StatusTag.tsx'
import type { QueryColumn } from '../../ui/table/query-column.ts'
import styles from './RectificationsScreen.module.css'
import { ownerName, severityTone, stateTone, waitingText } from './task-labels.ts'

export interface ColumnFacts {
  t: Translate
  language: Language
  now: number
  zone: string
  zoneName: (id: string | null) => string
  causeName: (id: string) => string
  sort: { by: TaskSort; isDescending: boolean } | undefined
  /** Beside an opened card there is room for five columns. */
  isNarrow: boolean
}

export function taskColumns(facts: ColumnFacts): QueryColumn<Rectification>[] {
  const { t, language, now, zone, zoneName, isNarrow } = facts
  const main: QueryColumn<Rectification>[] = [
    {
      key: 'severity',
      title: t('rectifications.columns.severity'),
      render: (_, task) => (
        <StatusTag tone={severityTone(task)}>{t(`rectifications.severities.${task.severity}`)}</StatusTag>
      ),
    },
    {
      key: 'task',
      title: t('rectifications.columns.task'),
      isFixedIn: true,
      render: (_, task) => {
        const { what, note: said } = taskText(task, language)
        const note = task.waiting ? waitingText(task.waiting, language, t) : said
        return (
          <span className={styles.task} data-narrow={isNarrow || undefined}>
            <span className={styles.text}>
              {what}
              {note && <span className={styles.note}> {note}</span>}
            </span>
            {task.occurrence > 1 && (
              <StatusTag tone={task.occurrence > 2 ? 'amber' : 'neutral'}>
                {t(isNarrow ? 'rectifications.occurrenceShort' : 'rectifications.occurrence', {
                  count: task.occurrence,
                })}
              </StatusTag>
            )}
            {task.isOverdue && task.reminded && (
              <StatusTag>{t('rectifications.remindedShort', { count: task.reminded.count })}</StatusTag>
            )}
            {task.urged && <StatusTag tone="amber">{t('rectifications.urgedShort')}</StatusTag>}
          </span>
        )
      },
    },
    {
      key: 'owner',
      title: t('rectifications.columns.owner'),
      render: (_, { owner }) => <span className={owner.person ? '' : 'muted'}>{ownerName(owner, t)}</span>,
    },
    { key: 'due', title: t('rectifications.columns.due'), render: (_, task) => <Due {...{ task, facts }} /> },
    {
      key: 'state',
      title: t('rectifications.columns.state'),
      render: (_, { state }) => <StatusTag tone={stateTone(state)}>{t(`rectifications.states.${state}`)}</StatusTag>,
    },
  ]
  if (isNarrow) return sized(main, WIDTHS_BESIDE)
  const all: QueryColumn<Rectification>[] = [
    ...main.slice(0, 2),
    {
      key: 'zone',
      title: t('rectifications.columns.zone'),
      render: (_, task) => zoneName(task.zone),
    },
    ...main.slice(2),
    {
      key: 'no',
      title: t('rectifications.columns.no'),
      render: (_, { no }) => <span className="faint">{no}</span>,
    },
    {
      key: 'source',
      title: t('rectifications.columns.source'),
      isHiddenAtFirst: true,
      render: (_, { source }) => t(`rectifications.sources.${source}`),
    },
    {
      key: 'found',
      title: t('rectifications.columns.found'),
      isHiddenAtFirst: true,
      render: (_, { foundAt, foundBy }) => `${shortInstant(foundAt, now, zone)} ${foundBy}`,
    },
    {
      key: 'verifier',
      title: t('rectifications.columns.verifier'),
      isHiddenAtFirst: true,
      render: (_, { verifier }) => verifier,
    },
    {
      key: 'occurrence',
      title: t('taskViews.columns.occurrence'),
      isHiddenAtFirst: true,
      render: (_, { occurrence }) => occurrence,
    },
    {
      key: 'cause',
      title: t('taskViews.columns.cause'),
      isHiddenAtFirst: true,
      render: (_, { cause }) => (cause === null ? '' : facts.causeName(cause)),
    },
    {
      key: 'done',
      title: t('taskViews.columns.done'),
      isHiddenAtFirst: true,
      render: (_, { doneAt }) => (doneAt === null ? '' : shortInstant(doneAt, now, zone)),
    },
    {
      key: 'measure',
      title: t('taskViews.columns.measure'),
      isHiddenAtFirst: true,
      render: (_, { measure }) => measure,
    },
  ]
  return sized(
    all.map((column) => ({ ...column, ...sorting(column.key, facts.sort) })),
    WIDTHS,
  )
}

/** Pixels; what the task is takes the rest. Rows come and go while the list is scrolled, their columns must not. */
const WIDTHS: Record<string, number> = {
  severity: 84,
  zone: 136,
  owner: 96,
  due: 180,
  state: 104,
  no: 168,
  source: 130,
  found: 190,
  verifier: 100,
  occurrence: 92,
  cause: 150,
  done: 140,
  measure: 200,
}
const WIDTHS_BESIDE = { ...WIDTHS, severity: 80, owner: 84, due: 104, state: 104 }

function sized(columns: QueryColumn<Rectification>[], widths: Record<string, number>): QueryColumn<Rectification>[] {
  return columns.map((column) => {
    const width = widths[column.key]
    return width === undefined ? column : { ...column, width }
  })
}

const FIRST_CLICKS: SortOrder[] = ['ascend', 'descend', null]

/** Columns the service can order by; the head says which one is chosen. */
function sorting(key: string, sort: ColumnFacts['sort']): Partial<QueryColumn<Rectification>> {
  if (!TASK_SORTS.some((one) => one === key)) return {}
  const order = sort?.by === key ? (sort.isDescending ? ('descend' as const) : ('ascend' as const)) : null
  return { sorter: true, sortOrder: order, sortDirections: FIRST_CLICKS }
}

function Due({ task, facts }: { task: Rectification; facts: ColumnFacts }) {
  const { relative, absolute, isLate } = dueText(task, facts.now, facts.zone, facts.t)
  const isShort = facts.isNarrow && relative !== ''
  return (
    <span className={styles.due} title={isShort ? absolute : undefined}>
      {relative && <span className={isLate ? styles.late : undefined}>{relative}</span>}
      {absolute && !isShort && <span className="faint">{absolute}</span>}
    </span>
  )
}
